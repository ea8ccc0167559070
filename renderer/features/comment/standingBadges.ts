/** What became of a thing since it was commented on, in a row. */
import type { SubjectStanding } from '../../../shared/domain/commentState.ts';

export const standingBadges: Record<Exclude<SubjectStanding, 'as-it-was'>, string> = {
  changed: 'changed since',
  withdrawn: 'withdrawn since',
  gone: 'not here',
};
