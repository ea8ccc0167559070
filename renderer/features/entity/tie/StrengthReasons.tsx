import type { EntityId } from '../../../../shared/kernel/ids.ts';
import { describeInstantDay } from '../../../../shared/kernel/dates.ts';
import { useQuery } from '../../../api/index.ts';
import { Failed } from '../../../ui/index.ts';

/** Why a tie is as sure as it is said to be: a person's reason, then what the standard counts. */
export function StrengthReasons({ entityId }: { entityId: EntityId }) {
  const { data, error, refetch } = useQuery('entity.get', { entityId });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return null;
  const { strengthJudgement: judged, strengthReasons } = data;
  return (
    <ul className="strength-reasons">
      {judged && (
        <li>
          Judged {judged.strength} by {judged.by}, {describeInstantDay(judged.at)}: {judged.reason}
        </li>
      )}
      {strengthReasons.map(reason => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
