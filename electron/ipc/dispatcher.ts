/** Looks an operation up, parses its input, runs it in the context that its kind allows, and answers as data. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { conceptOf, contract, type OperationName, type OutputOf, type InputOf } from '../../shared/contract/index.ts';
import { mergeable } from '../../shared/domain/archive/index.ts';
import { ProbatumError, reportBug, reportExpected, type ErrorReport } from '../../shared/kernel/errors.ts';
import { storableInput } from '../../shared/kernel/storableText.ts';
import { assertNever } from '../../shared/kernel/assertNever.ts';
import type { OperationKind } from '../../shared/contract/operation.ts';
import type { CommandContext, QueryContext } from '../services/context.ts';
import type { Handlers } from '../services/handlers.ts';
import type { HostContext } from '../services/host.ts';

export interface DispatcherOptions {
  handlers: Handlers<OperationName>;
  host: HostContext;
  /** Told after each success that may have changed something. */
  onChanged: (concepts: string[]) => void;
  /** Gets what failed that should not have; must not write case content. */
  logBug: (reference: string, operation: string, error: unknown) => void;
}

type AnyHandler = (ctx: QueryContext | CommandContext | HostContext, input: unknown) => unknown;

export class Dispatcher {
  readonly #options: DispatcherOptions;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** For our own code: typed, and throws. */
  async run<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    return (await this.#run(name, input)) as OutputOf<Name>;
  }

  /** For what comes over a port: untrusted in, an answer out, never a throw. */
  async answer(
    untrustedName: string,
    untrustedInput: unknown,
  ): Promise<{ ok: true; value: unknown } | { ok: false; error: ErrorReport }> {
    try {
      return { ok: true, value: await this.#run(untrustedName, untrustedInput) };
    } catch (error) {
      return { ok: false, error: this.report(untrustedName, error) };
    }
  }

  report(operation: string, error: unknown): ErrorReport {
    if (error instanceof ProbatumError) return reportExpected(error);
    const reference = randomUUID().slice(0, 8);
    this.#options.logBug(reference, operation, error);
    return reportBug(reference);
  }

  async #run(name: string, untrustedInput: unknown): Promise<unknown> {
    if (!isOperation(name)) throw new ProbatumError('unknown-operation', { operation: name.slice(0, 100) });
    const { kind, input } = contract[name];
    const parsed = input.safeParse(storableInput(untrustedInput));
    if (!parsed.success)
      throw new ProbatumError('invalid-input', { operation: name, problem: describeProblem(parsed.error) });
    const value = await this.#runKind(kind, this.#options.handlers[name] as AnyHandler, parsed.data);
    if (kind !== 'query' && kind !== 'inquiry') this.#options.onChanged([conceptOf(name), ...alsoChanged(name)]);
    return value;
  }

  #runKind(kind: OperationKind, handler: AnyHandler, input: unknown): unknown {
    const { session } = this.#options.host;
    switch (kind) {
      case 'query':
        return handler(session.queryContext(), input);
      case 'command':
        session.touch();
        return session.write(ctx => handler(ctx, input));
      case 'host':
      case 'inquiry':
      case 'job':
        return handler(this.#options.host, input);
      default:
        return assertNever(kind);
    }
  }
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name);
}

function describeProblem(error: z.ZodError): string {
  const [first] = error.issues;
  if (!first) return 'its form';
  const place = first.path.map(String).join('.');
  return place === '' ? first.message : `${place}: ${first.message}`;
}

/** Concepts whose views hold what another concept's command changes. */
function alsoChanged(name: OperationName): string[] {
  switch (conceptOf(name)) {
    case 'exhibit':
      return ['case', 'finding', 'passage', 'custody', 'source', 'search', 'report'];
    case 'passage':
      return ['exhibit', 'case', 'custody', 'finding'];
    case 'citation':
      return ['finding', 'passage', 'case', 'custody', 'exhibit', 'report'];
    case 'finding':
    case 'request':
      return ['finding', 'case', 'custody', 'report'];
    case 'source':
      return ['finding', 'exhibit', 'case', 'custody', 'search', 'report'];
    case 'case':
      return ['finding', 'custody', 'report'];
    case 'reference':
      // A record that is taken over may fill an exhibit's title, date and language.
      return name === 'reference.accept'
        ? ['exhibit', 'finding', 'passage', 'source', 'search', 'custody']
        : ['custody'];
    case 'archive':
      return name === 'archive.takeBack' || name === 'archive.settle' ? [...mergeable] : [];
    case 'vault':
      return name === 'vault.touch' ? [] : ['case'];
    default:
      return ['custody'];
  }
}
