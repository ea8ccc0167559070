/** What goes over the port between a window and the core. */
import { z } from 'zod';
import type { ErrorReport } from '../kernel/errors.ts';
import { JobRecord } from '../kernel/job.ts';

export const Call = z.object({ call: z.number().int(), operation: z.string(), input: z.unknown() });
export type Call = z.infer<typeof Call>;

export type Answer = { call: number; ok: true; value: unknown } | { call: number; ok: false; error: ErrorReport };

/** Events tell that something is so; they carry no case content beyond ids and counts. */
export const CoreEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('changed'), concepts: z.array(z.string()) }),
  z.object({ event: z.literal('job'), job: JobRecord }),
  z.object({ event: z.literal('vault'), state: z.enum(['closed', 'locked', 'open']), reason: z.string().nullable() }),
  z.object({ event: z.literal('idle'), lockInSeconds: z.number() }),
]);
export type CoreEvent = z.infer<typeof CoreEvent>;
