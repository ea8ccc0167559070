import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { ExhibitId } from '../kernel/ids.ts';
import { query } from './operation.ts';

export const ThreadedExhibit = z.object({
  exhibitId: ExhibitId,
  number: z.number().int(),
  title: z.string(),
  /** As the sender's clock claims. */
  sentAt: Instant.nullable(),
  withdrawn: z.boolean(),
});
export type ThreadedExhibit = z.infer<typeof ThreadedExhibit>;

export const ThreadLine = z.discriminatedUnion('kind', [
  ThreadedExhibit.extend({
    kind: z.literal('message'),
    depth: z.number().int(),
    /** The same message as the line before, from another place. */
    isSameMessage: z.boolean(),
  }),
  /** A message that others answer and that is not in this case. */
  z.object({ kind: z.literal('gap'), depth: z.number().int(), messageId: z.string() }),
]);
export type ThreadLine = z.infer<typeof ThreadLine>;

export const threadContract = {
  'thread.forExhibit': query(
    z.object({ exhibitId: ExhibitId }),
    z.object({
      /** Empty where the exhibit is no mail. */
      lines: z.array(ThreadLine),
      /** True where the conversation is longer than is followed; `lines` is its part around this message. */
      isCut: z.boolean(),
      /** By subject only: a proposal. */
      proposed: z.array(ThreadedExhibit),
      proposedCount: z.number().int(),
    }),
  ),
} as const;
