/** The type of each handler, derived from the contract: a query gets a readable context, a command a writable one. */
import type { Contract, OperationName, OutputOf, ParsedInputOf } from '../../shared/contract/index.ts';
import type { JobId } from '../../shared/kernel/ids.ts';
import type { CommandContext, QueryContext } from './context.ts';
import type { HostContext } from './host.ts';

type ContextOf<Name extends OperationName> = Contract[Name]['kind'] extends 'query'
  ? QueryContext
  : Contract[Name]['kind'] extends 'command'
    ? CommandContext
    : HostContext;

/** A command is synchronous, being one transaction; host and job operations may wait. */
type AnswerOf<Name extends OperationName> = Contract[Name]['kind'] extends 'query' | 'command'
  ? OutputOf<Name>
  : OutputOf<Name> | Promise<OutputOf<Name>>;

export type Handlers<Names extends OperationName> = {
  [Name in Names]: (ctx: ContextOf<Name>, input: ParsedInputOf<Name>) => AnswerOf<Name>;
};

export function started(jobId: JobId): { jobId: JobId } {
  return { jobId };
}
