/** How an operation is described: its kind, what it takes, what it answers. Everything else derives from this. */
import type { z } from 'zod';
import { z as schema } from 'zod';
import { JobId } from '../kernel/ids.ts';

/**
 * `host`: works without an open vault. `query`: reads. `inquiry`: reads as well, but may wait for another process, and so is not
 * one look at the vault; it changes nothing and announces nothing. `command`: one transaction with its custody event.
 * `job`: starts long work and answers its id at once.
 */
export type OperationKind = 'host' | 'query' | 'inquiry' | 'command' | 'job';

export interface Operation<
  Kind extends OperationKind = OperationKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  kind: Kind;
  input: Input;
  output: Output;
}

export const nothing = schema.object({});
export const done = schema.object({});

export function host<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Operation<'host', I, O> {
  return { kind: 'host', input, output };
}
export function inquiry<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Operation<'inquiry', I, O> {
  return { kind: 'inquiry', input, output };
}
export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Operation<'query', I, O> {
  return { kind: 'query', input, output };
}
export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Operation<'command', I, O> {
  return { kind: 'command', input, output };
}
export function job<I extends z.ZodType>(input: I): Operation<'job', I, typeof JobStarted> {
  return { kind: 'job', input, output: JobStarted };
}
export const JobStarted = schema.object({ jobId: JobId });
