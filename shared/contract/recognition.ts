import { z } from 'zod';
import { Page } from '../domain/rendition.ts';
import { ModelName } from '../domain/recognition.ts';
import { CaseId, ExhibitId, JobId } from '../kernel/ids.ts';
import { command, done, host, job, query } from './operation.ts';

const pageIndex = z.number().int().nonnegative();
const models = z.array(ModelName).min(1).max(6);

/** How one exhibit stands: what could be recognised, what was, and how sure that is. */
export const RecognitionState = z.object({
  /** Its type has pages that can be drawn, and so recognised. */
  isPossible: z.boolean(),
  pageCount: z.number().int().nonnegative(),
  /** Counted from 0, as everywhere in the contract. */
  withoutText: z.array(pageIndex),
  garbled: z.array(pageIndex),
  recognised: z.object({
    pages: z.number().int().nonnegative(),
    /** The mean over its pages, 0 to 1; null where none has words. */
    confidence: z.number().nullable(),
    /** Pages whose words are to be read with care. */
    doubtful: z.array(pageIndex),
    engine: z.string().nullable(),
    models: z.string().nullable(),
  }),
  /** Pages that are done and wait for the rest of the document. */
  waiting: z.number().int().nonnegative(),
  suggested: z.array(ModelName),
});
export type RecognitionState = z.infer<typeof RecognitionState>;

export const RecognitionRow = z.object({
  exhibitId: ExhibitId,
  number: z.number().int(),
  title: z.string(),
  models: z.array(ModelName),
  /** How many were recognised. */
  pages: z.number().int(),
  confidence: z.number().nullable(),
  problem: z.string().nullable(),
});
export type RecognitionRow = z.infer<typeof RecognitionRow>;

export const recognitionContract = {
  'recognition.start': job(
    z.object({
      caseId: CaseId,
      /** `needed`: every exhibit of the case with a page that has no text or a garbled one. */
      exhibitIds: z.union([z.literal('needed'), z.array(ExhibitId).min(1).max(100_000)]),
      models: z.union([z.literal('suggested'), models]).default('suggested'),
      /** Pages that have a text layer are left alone unless asked for. */
      pages: z.union([z.enum(['needed', 'all']), z.array(pageIndex).min(1).max(100_000)]).default('needed'),
      password: z.string().max(1024).optional(),
    }),
  ),
  'recognition.forExhibit': query(z.object({ exhibitId: ExhibitId }), RecognitionState),
  /** Over a selection, or the whole case: exhibits with pages without text. Garbled pages are found when they are read. */
  'recognition.forCase': query(
    z.object({ caseId: CaseId, exhibitIds: z.array(ExhibitId).max(100_000).optional() }),
    z.object({ exhibits: z.number().int(), pages: z.number().int(), suggested: z.array(ModelName) }),
  ),
  /** What became of each exhibit of a job. */
  'recognition.outcomes': query(z.object({ jobId: JobId }), z.array(RecognitionRow)),
  /** The words of a page that is recognised already while the rest of its document is not. */
  'recognition.page': query(z.object({ exhibitId: ExhibitId, pageIndex }), Page.nullable()),
  /** Null where nobody set any. */
  'recognition.modelsOfCase': query(z.object({ caseId: CaseId }), z.object({ models: models.nullable() })),
  'recognition.setModelsOfCase': command(z.object({ caseId: CaseId, models: models.nullable() }), done),
  /** The page that is being read comes next. */
  'recognition.prioritise': host(z.object({ exhibitId: ExhibitId, pageIndex }), done),
} as const;
