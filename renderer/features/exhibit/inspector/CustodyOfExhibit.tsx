import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';
import { Failed, InstantText, Loading } from '../../../ui/index.ts';
import { counted } from '../exhibitWords.ts';

const SHOWN = 50;

/** Who did what to this exhibit, newest first, in whichever vault. */
export function CustodyOfExhibit({ exhibitId }: { exhibitId: ExhibitId }) {
  const { data, error, refetch } = useQuery('custody.list', { vaultId: null, exhibitId, limit: SHOWN });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Reading the custody log" rows={3} />;
  return (
    <>
      <ol className="inspector-list">
        {data.events.map(event => (
          <li key={`${event.vaultCode} ${event.seq}`}>
            {actionWords(event.action)}{' '}
            <span className="inspector-soft">
              {event.actor}
              {event.vaultCode !== '' && ` (vault ${event.vaultCode})`}, <InstantText at={event.at} withTime />
            </span>
          </li>
        ))}
      </ol>
      {data.total > data.events.length && (
        <p className="inspector-soft">{counted(data.total - data.events.length, 'earlier event')} in Custody.</p>
      )}
    </>
  );
}

/** `exhibit-admitted` → `Exhibit admitted`. */
function actionWords(action: string): string {
  const words = action.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
