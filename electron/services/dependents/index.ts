/** What rests on a source, an exhibit or a passage: looks across concepts, so that none of them must know the others. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { QueryContext } from '../context.ts';
import { claimStatuses } from '../finding/index.ts';
import type { Handlers } from '../handlers.ts';
import { dependentsOf } from './dependentsSql.ts';

function listDependents(
  ctx: QueryContext,
  { of }: ParsedInputOf<'exhibit.dependents'>,
): OutputOf<'exhibit.dependents'> {
  const found = dependentsOf(ctx.db, of);
  const statuses = claimStatuses(
    ctx,
    found.citations.map(citation => citation.claimId),
  );
  return {
    ...found,
    citations: found.citations.map(({ claimId, ...citation }) => ({
      ...citation,
      status: statuses.get(claimId) ?? 'unsupported',
    })),
  };
}

export const dependentsHandlers = { 'exhibit.dependents': listDependents } satisfies Handlers<'exhibit.dependents'>;
