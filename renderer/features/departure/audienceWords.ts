/** What an audience may have, in words. Pure. */
import { type AudienceId, audienceIds, audiences } from '../../../shared/domain/departure/index.ts';
import { handlingMarks } from '../../../shared/domain/handlingMark.ts';

export const AS_MARKED = 'as-marked';
export type AudienceChoice = AudienceId | typeof AS_MARKED;

export const audienceOptions: readonly { value: AudienceChoice; label: string }[] = [
  { value: AS_MARKED, label: 'Whoever the case’s mark allows' },
  ...audienceIds.map(id => ({ value: id, label: audiences[id].label })),
];

/** Each mark that stays, with the reason, in the order of the list of marks. */
export function marksThatStay(id: AudienceId): { mark: string; reason: string }[] {
  const { reasons } = audiences[id];
  return handlingMarks.flatMap(mark => {
    const reason = reasons[mark];
    return reason === undefined ? [] : [{ mark, reason }];
  });
}
