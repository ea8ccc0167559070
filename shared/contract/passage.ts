import { z } from 'zod';
import { Passage, Selection } from '../domain/passage.ts';
import { CaseId, ExhibitId, PassageId } from '../kernel/ids.ts';
import { command, done, query } from './operation.ts';

export const PassageRow = Passage.extend({ exhibitNumber: z.number().int(), exhibitTitle: z.string() });
export type PassageRow = z.infer<typeof PassageRow>;

/** A passage whose words were not found again, with the words that were cited from it. */
export const OrphanRow = PassageRow.extend({ citedWords: z.array(z.string()) });
export type OrphanRow = z.infer<typeof OrphanRow>;

export const passageContract = {
  'passage.listForExhibit': query(z.object({ exhibitId: ExhibitId }), z.array(Passage)),
  'passage.listForCase': query(
    z.object({ caseId: CaseId, words: z.string().max(300).default('') }),
    z.array(PassageRow),
  ),
  'passage.get': query(z.object({ passageId: PassageId }), PassageRow),
  /** What a new reading could not find again, to be settled by a person. */
  'passage.orphans': query(z.object({ caseId: CaseId }), z.array(OrphanRow)),
  /** A person says where an orphan stands now. What was cited from it keeps its words. */
  'passage.reanchor': command(z.object({ passageId: PassageId, selection: Selection }), Passage),
  'passage.mark': command(
    z.object({
      exhibitId: ExhibitId,
      selection: Selection,
      note: z.string().max(10_000).default(''),
      tags: z.array(z.string().max(80)).max(50).default([]),
    }),
    Passage,
  ),
  'passage.update': command(
    z.object({
      passageId: PassageId,
      note: z.string().max(10_000).optional(),
      tags: z.array(z.string().max(80)).max(50).optional(),
    }),
    Passage,
  ),
  'passage.withdraw': command(z.object({ passageId: PassageId }), done),
  'passage.restore': command(z.object({ passageId: PassageId }), done),
} as const;
