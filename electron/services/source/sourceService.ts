import { makesOriginCircle, type Source } from '../../../shared/domain/source.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { givenFields, withChange } from '../../../shared/kernel/withChange.ts';
import type { SourceId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { findSource, gradesOf, insertGrade, insertSource, updateSource } from './sourceSql.ts';

export function requireSource(db: ReadableDb, id: string): Source {
  const source = findSource(db, id);
  if (!source) throw new ProbatumError('not-found', { what: 'source', id });
  return source;
}

/** Looks up origins and names; remembers what it read for the length of one evaluation. */
export function sourceLookup(db: ReadableDb): {
  get(id: string): Source | null;
  originsOf(id: SourceId): readonly SourceId[];
  nameOf(id: SourceId): string;
} {
  const known = new Map<string, Source | null>();
  const get = (id: string) => {
    const seen = known.get(id);
    if (seen !== undefined) return seen;
    const source = findSource(db, id);
    known.set(id, source);
    return source;
  };
  return { get, originsOf: id => get(id)?.originIds ?? [], nameOf: id => get(id)?.name ?? 'an unknown source' };
}

export function createSource(ctx: CommandContext, draft: ParsedInputOf<'source.create'>): Source {
  const source: Source = { ...draft, id: ctx.newId('src'), createdAt: ctx.now() };
  for (const origin of source.originIds) requireSource(ctx.db, origin);
  insertSource(ctx.db, source);
  insertGrade(ctx.db, source.id, {
    reliability: source.reliability,
    reason: 'First grade.',
    gradedBy: ctx.actor,
    gradedAt: ctx.now(),
  });
  ctx.custody.record({ action: 'source-created', subject: source.id, details: { reliability: source.reliability } });
  return source;
}

export function changeSource(ctx: CommandContext, { sourceId, change }: ParsedInputOf<'source.update'>): Source {
  const after = withChange(requireSource(ctx.db, sourceId), change);
  const { originsOf } = sourceLookup(ctx.db);
  for (const origin of after.originIds) {
    requireSource(ctx.db, origin);
    if (makesOriginCircle(sourceId, origin, originsOf))
      throw new ProbatumError('origin-circle', { source: after.name });
  }
  updateSource(ctx.db, after);
  ctx.custody.record({
    action: 'source-changed',
    subject: sourceId,
    details: { fields: Object.keys(givenFields(change)).join(', ') },
  });
  return after;
}

export function gradeSource(
  ctx: CommandContext,
  { sourceId, reliability, reason }: ParsedInputOf<'source.grade'>,
): Source {
  const before = requireSource(ctx.db, sourceId);
  const after = { ...before, reliability };
  updateSource(ctx.db, after);
  insertGrade(ctx.db, sourceId, { reliability, reason, gradedBy: ctx.actor, gradedAt: ctx.now() });
  ctx.custody.record({
    action: 'source-graded',
    subject: sourceId,
    details: { from: before.reliability, to: reliability },
  });
  return after;
}

export function getSource(ctx: QueryContext, { sourceId }: ParsedInputOf<'source.get'>): OutputOf<'source.get'> {
  return { ...requireSource(ctx.db, sourceId), grades: gradesOf(ctx.db, sourceId) };
}
