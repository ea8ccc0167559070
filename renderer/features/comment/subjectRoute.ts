/** Where the thing that was commented on is shown; null where this vault does not hold it. Pure. */
import type { CommentRow } from '../../../shared/contract/comment.ts';
import type { Route } from '../../workbench/index.ts';

export function subjectRoute({ subject, now }: Pick<CommentRow, 'subject' | 'now'>): Partial<Route> | null {
  if (now.standing === 'gone') return null;
  switch (subject.kind) {
    case 'case':
      return { place: 'overview' };
    case 'finding':
    case 'claim':
      return now.findingId
        ? { place: 'findings', findingId: now.findingId, ...(now.claimId ? { claimId: now.claimId } : {}) }
        : null;
    case 'citation':
      return now.findingId && now.claimId && now.exhibitId && now.passageId
        ? {
            place: 'findings',
            findingId: now.findingId,
            claimId: now.claimId,
            exhibitId: now.exhibitId,
            at: { kind: 'passage', passageId: now.passageId },
          }
        : passageRoute(now);
    case 'passage':
      return passageRoute(now);
    case 'exhibit':
      return now.exhibitId
        ? {
            place: 'exhibits',
            exhibitId: now.exhibitId,
            ...(subject.pageIndex === null ? {} : { at: { kind: 'page', pageIndex: subject.pageIndex } }),
          }
        : null;
    case 'entity':
    case 'statement':
      return now.entityId ? { place: 'entities', entityId: now.entityId } : null;
    case 'request':
      return { place: 'requests' };
    case 'figure':
    case 'edition':
      return { place: 'reports' };
  }
}

/** Also for what a statement cites: its words stand in the exhibit. */
function passageRoute({ exhibitId, passageId }: CommentRow['now']): Partial<Route> | null {
  return exhibitId && passageId ? { place: 'exhibits', exhibitId, at: { kind: 'passage', passageId } } : null;
}
