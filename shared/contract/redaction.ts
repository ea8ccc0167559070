import { z } from 'zod';
import { HandlingMark } from '../domain/handlingMark.ts';
import { Selection } from '../domain/passage.ts';
import { Redaction, RedactionKind, RedactionMark, RedactionReason } from '../domain/redaction.ts';
import { ExhibitId } from '../kernel/ids.ts';
import { command, done, job, query } from './operation.ts';

export const StandingMark = z.object({
  id: z.number().int(),
  mark: RedactionMark,
  at: z.string(),
  by: z.string(),
});
export type StandingMark = z.infer<typeof StandingMark>;

export const redactionContract = {
  /** Marks words or a region of an exhibit for redaction; nothing is painted before a copy is made. */
  'redaction.mark': command(
    z.object({
      exhibitId: ExhibitId,
      selection: Selection,
      reason: RedactionReason,
      note: z.string().trim().max(500).default(''),
      everywhere: z.boolean().default(false),
    }),
    StandingMark,
  ),
  'redaction.takeBack': command(z.object({ exhibitId: ExhibitId, markId: z.number().int() }), done),
  'redaction.marks': query(z.object({ exhibitId: ExhibitId }), z.array(StandingMark)),
  /** Copies made of an exhibit that stand, and what it is a copy of itself. */
  'redaction.ofExhibit': query(
    z.object({ exhibitId: ExhibitId }),
    z.object({
      copies: z.array(Redaction.extend({ number: z.number().int() })),
      copyOf: Redaction.extend({ number: z.number().int(), originalNumber: z.number().int() }).nullable(),
    }),
  ),
  /** Burns the marks into a copy, or copies the pixels alone; the copy is an exhibit of the same case. */
  'redaction.make': job(
    z.object({
      exhibitId: ExhibitId,
      kind: RedactionKind.default('redacted'),
      /** Null: those that stand on the exhibit. */
      marks: z.array(RedactionMark).max(20_000).nullable().default(null),
      /** What it leaves under; the original's title may tell what was painted over. */
      title: z.string().trim().max(500).default(''),
      /** Null: as the original. */
      handlingMark: HandlingMark.nullable().default(null),
      password: z.string().max(1024).optional(),
    }),
  ),
} as const;
