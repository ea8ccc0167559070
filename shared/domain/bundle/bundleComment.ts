/** A review comment as it travels in a bundle, where the sender chose to show what was said so far. */
import { z } from 'zod';
import { Instant } from '../../kernel/dates.ts';
import { Comment, Outcome } from '../comment.ts';

export const BundleComment = Comment.omit({ caseId: true, origin: true, resolved: true }).extend({
  resolved: z.object({ as: Outcome, at: Instant, by: z.string() }).nullable(),
});
export type BundleComment = z.infer<typeof BundleComment>;

export function toBundleComment({ caseId: _, origin: __, resolved, ...comment }: Comment): BundleComment {
  return { ...comment, resolved: resolved ? { as: resolved.as, at: resolved.at, by: resolved.by } : null };
}
