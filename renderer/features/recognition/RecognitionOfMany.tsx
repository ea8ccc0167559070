/** A selection of exhibits, or all of a case: how many scanned pages they have, and recognising them in one go. */
import { ScanText } from 'lucide-react';
import { useState } from 'react';
import type { ModelName } from '../../../shared/domain/recognition.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Checkbox, countOf, Failed, Section } from '../../ui/index.ts';
import { ModelChoice } from './ModelChoice.tsx';
import { RecognitionProgress } from './RecognitionProgress.tsx';
import { isGoingOn, useRecognition } from './useRecognition.ts';
import './recognition.css';

export function RecognitionOfMany({ caseId, exhibitIds }: { caseId: CaseId; exhibitIds: readonly ExhibitId[] }) {
  const { data, error, refetch } = useQuery('recognition.forCase', { caseId, exhibitIds: [...exhibitIds] });
  const recognition = useRecognition();
  const [own, setOwn] = useState(false);
  const [chosen, setChosen] = useState<ModelName[]>([]);
  const { job } = recognition;
  const goesOn = job !== null && isGoingOn(job);
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data || (data.pages === 0 && !goesOn)) return null;
  const models = own && chosen.length > 0 ? chosen : ('suggested' as const);
  const run = () => recognition.run({ caseId, exhibitIds: [...exhibitIds], models });
  return (
    <Section title="Words of scanned pages" count={data.pages}>
      <p>
        {countOf(data.exhibits, 'exhibit')} of the selection {data.exhibits === 1 ? 'has' : 'have'}{' '}
        {countOf(data.pages, 'page')} without text.
      </p>
      <div className="inspector-fields">
        <Checkbox
          label="The same languages for all"
          hint="Otherwise each exhibit is read in the languages that it, its neighbours or the case suggest."
          checked={own}
          onChange={on => {
            setOwn(on);
            if (on && chosen.length === 0) setChosen(data.suggested);
          }}
        />
        {own && <ModelChoice label="Languages of the print" chosen={chosen} onChange={setChosen} />}
        {goesOn ? (
          <RecognitionProgress job={job} />
        ) : (
          <div className="inspector-actions">
            <Button
              icon={ScanText}
              disabled={own && chosen.length === 0}
              busy={recognition.starting}
              problem={recognition.error}
              onPress={() => void run()}
            >
              Recognise {countOf(data.pages, 'page')}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}
