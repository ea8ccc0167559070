/** The one state machine of long work: the queue stores it, the title bar draws it. */
import { z } from 'zod';
import { Instant } from './dates.ts';
import { ErrorReport } from './errors.ts';
import { JobId } from './ids.ts';

export const JobProgress = z.object({
  done: z.number().int().nonnegative(),
  /** null while the total is still being counted. */
  total: z.number().int().nonnegative().nullable(),
  unit: z.string(),
  /** What is in hand just now, for the person watching. */
  note: z.string().nullable(),
});
export type JobProgress = z.infer<typeof JobProgress>;

export const JobState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('queued') }),
  z.object({ state: z.literal('running'), progress: JobProgress.nullable() }),
  z.object({ state: z.literal('succeeded'), result: z.unknown() }),
  z.object({ state: z.literal('failed'), error: ErrorReport }),
  z.object({ state: z.literal('cancelled'), progress: JobProgress.nullable() }),
  z.object({ state: z.literal('paused'), progress: JobProgress.nullable() }),
  z.object({ state: z.literal('interrupted'), progress: JobProgress.nullable() }),
]);
export type JobState = z.infer<typeof JobState>;

export const JobKind = z.enum([
  'exhibit.admit',
  'exhibit.extract',
  'exhibit.recognise',
  'report.compile',
  'bundle.export',
  'sample.load',
  'interchange.import',
  'interchange.export',
  'redaction.make',
  'reference.import',
  'reference.export',
  'stix.export',
  'custody.export',
  'archive.seal',
  'archive.inspect',
  'archive.merge',
]);
export type JobKind = z.infer<typeof JobKind>;

export const JobRecord = z.object({
  id: JobId,
  kind: JobKind,
  title: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  status: JobState,
});
export type JobRecord = z.infer<typeof JobRecord>;

export function isOver(state: JobState['state']): boolean {
  return state !== 'queued' && state !== 'running';
}
