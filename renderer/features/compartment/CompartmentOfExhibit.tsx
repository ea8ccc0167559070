/** Whether an exhibit may leave: in its inspector, with what was decided about it. */
import { Lock } from 'lucide-react';
import { stayingWords } from '../../../shared/domain/compartment.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { Failed, InstantText, Notice } from '../../ui/index.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { useStaying } from './useCompartment.ts';
import './compartment.css';

export function CompartmentOfExhibit({ exhibit }: { exhibit: Pick<Exhibit, 'id' | 'caseId' | 'number'> }) {
  const { data, error, refetch } = useStaying(exhibit.id);
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return null;
  const { staying, history } = data;
  const name = exhibitNumber(exhibit.number);
  const isOwn = staying?.through === 'itself';
  return (
    <div className="compartment">
      {staying && (
        <Notice kind="warning">
          <Lock size={13} aria-hidden className="compartment-lock" /> {name} never leaves this vault:{' '}
          <span dir="auto">{stayingWords(staying)}</span>.
        </Notice>
      )}
      {(!staying || isOwn) && (
        <DecisionForm
          key={isOwn ? 'lift' : 'mark'}
          verdict={isOwn ? 'lift' : 'mark'}
          caseId={exhibit.caseId}
          exhibitId={exhibit.id}
          name={name}
        />
      )}
      {history.length > 1 && (
        <ul className="compartment-history" aria-label="What was decided">
          {history.map(({ verdict, reason, at, by }) => (
            <li key={at + verdict}>
              {verdict === 'lifted' ? 'Lifted' : 'Marked'} <InstantText at={at} withTime />, {by}:{' '}
              <span dir="auto">{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
