/** Merging, splitting, and remembering that two are not the same. Nothing is moved: clusters follow from the judgements that stand. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { clusterRecords } from '../../../shared/domain/entity/cluster.ts';
import type { Entity, IdentityJudgement } from '../../../shared/domain/entity/entity.ts';
import { commonSchema } from '../../../shared/domain/ftm/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import type { CommandContext } from '../context.ts';
import { compareEntities, sharesIdentifier } from './compareEntities.ts';
import { chipsOf, membersOf, setCanonical } from './entitySql.ts';
import { requireCanonical, schemaOf } from './entityService.ts';
import { findJudgement, insertJudgement, joinedWith, judgementsTouching, setJudgementUndone } from './judgementSql.ts';
import { refreshEntities } from './refreshEntities.ts';
import { entitiesNaming } from './statementSql.ts';

export function mergeEntities(
  ctx: CommandContext,
  { leftId, rightId, identifier, reason }: ParsedInputOf<'entity.merge'>,
): OutputOf<'entity.merge'> {
  const [left, right] = [requireCanonical(ctx.db, leftId), requireCanonical(ctx.db, rightId)];
  const names = chipsOf(ctx.db, [left.id, right.id]);
  const [leftName, rightName] = [left.id, right.id].map(id => names.get(id)?.caption ?? id) as [string, string];
  if (left.id === right.id)
    throw new ProbatumError('schema-unfit', {
      problem: `${leftName} is one record already; there is nothing to merge.`,
    });
  requireFit(ctx, left, right, leftName, rightName);
  requireNotApart(ctx, left, right);
  if (reason === '' && (identifier === '' || !sharesIdentifier(compareEntities(ctx.db, left.id, right.id), identifier)))
    throw new ProbatumError('merge-needs-more', { left: leftName, right: rightName });
  const judgement = judge(ctx, left, right, 'same', identifier, reason);
  regroup(ctx, [left.id, right.id]);
  return { judgementId: judgement.id, entityId: requireCanonical(ctx.db, left.id).id };
}

export function judgeNotSame(
  ctx: CommandContext,
  { leftId, rightId, reason }: ParsedInputOf<'entity.notSame'>,
): OutputOf<'entity.notSame'> {
  const [left, right] = [requireCanonical(ctx.db, leftId), requireCanonical(ctx.db, rightId)];
  if (left.id === right.id)
    throw new ProbatumError('schema-unfit', {
      problem: 'These two are merged: take the merge back before judging that they are not the same.',
    });
  const standing = judgementsTouching(ctx.db, [left.id]).find(
    ({ verdict, leftId: l, rightId: r }) => verdict === 'not-same' && [l, r].includes(right.id),
  );
  if (standing) return { judgementId: standing.id };
  return { judgementId: judge(ctx, left, right, 'not-same', '', reason).id };
}

export function undoJudgement(
  ctx: CommandContext,
  { judgementId }: ParsedInputOf<'entity.undoJudgement'>,
): Record<string, never> {
  const judgement = findJudgement(ctx.db, judgementId);
  if (!judgement) throw new ProbatumError('not-found', { what: 'judgement', id: judgementId });
  if (judgement.undoneAt !== null) return {};
  setJudgementUndone(ctx.db, judgement.id, ctx.now());
  ctx.custody.record({
    action: 'entities-judgement-undone',
    subject: judgement.id,
    details: { left: judgement.leftId, right: judgement.rightId, verdict: judgement.verdict },
  });
  if (judgement.verdict === 'same') regroup(ctx, [judgement.leftId, judgement.rightId]);
  return {};
}

function judge(
  ctx: CommandContext,
  left: Entity,
  right: Entity,
  verdict: IdentityJudgement['verdict'],
  identifier: string,
  reason: string,
): IdentityJudgement {
  const judgement: IdentityJudgement = {
    id: ctx.newId('jdg'),
    leftId: left.id,
    rightId: right.id,
    verdict,
    identifier,
    reason,
    judgedAt: ctx.now(),
    judgedBy: ctx.actor,
    undoneAt: null,
  };
  insertJudgement(ctx.db, judgement);
  ctx.custody.record({
    action: 'entities-judged',
    subject: judgement.id,
    details: { left: left.id, right: right.id, verdict, identifier, reason },
  });
  return judgement;
}

/** After many records came or went at once: groups, captions and keys as the standing judgements and statements make them. */
export function settleEntities(ctx: CommandContext, ids: readonly EntityId[]): void {
  if (ids.length > 0) regroup(ctx, ids);
}

/** Gives the records around these the clusters that the standing judgements make of them. */
function regroup(ctx: CommandContext, ids: readonly EntityId[]): void {
  const touched = new Set(ids.flatMap(id => joinedWith(ctx.db, id)));
  const before = new Set<EntityId>();
  for (const id of touched) before.add(requireCanonical(ctx.db, id).id);
  const joins = judgementsTouching(ctx.db, [...touched]).filter(({ verdict }) => verdict === 'same');
  const clusters = clusterRecords([...touched], joins);
  for (const [id, canonicalId] of clusters) setCanonical(ctx.db, id as EntityId, canonicalId as EntityId);
  const after = new Set([...before, ...(clusters.values() as Iterable<EntityId>)]);
  refreshEntities(ctx.db, after);
  // Ties are named after their sides, also where a side's own name stayed as it was.
  refreshEntities(ctx.db, entitiesNaming(ctx.db, [...after]));
}

/** A person is no company: what has no schema in common is not merged. */
function requireFit(ctx: CommandContext, left: Entity, right: Entity, leftName: string, rightName: string): void {
  const [leftSchema, rightSchema] = [left, right].map(one => schemaOf(membersOf(ctx.db, one.id))) as [string, string];
  if (commonSchema(leftSchema, rightSchema) === null)
    throw new ProbatumError('schema-unfit', {
      problem: `${leftName} is a ${leftSchema} and ${rightName} a ${rightSchema}, so they cannot be one record.`,
    });
}

/** @throws entities-judged-apart where any record of one side was judged not to be one of the other. */
function requireNotApart(ctx: CommandContext, left: Entity, right: Entity): void {
  const sides = [left, right].map(one => new Set<string>(membersOf(ctx.db, one.id).map(member => member.id)));
  const [leftIds, rightIds] = sides as [Set<string>, Set<string>];
  const apart = judgementsTouching(ctx.db, [...leftIds] as EntityId[]).find(
    ({ verdict, leftId, rightId }) =>
      verdict === 'not-same' &&
      ((leftIds.has(leftId) && rightIds.has(rightId)) || (leftIds.has(rightId) && rightIds.has(leftId))),
  );
  if (!apart) return;
  const names = chipsOf(ctx.db, [apart.leftId, apart.rightId]);
  throw new ProbatumError('entities-judged-apart', {
    left: names.get(apart.leftId)?.caption ?? apart.leftId,
    right: names.get(apart.rightId)?.caption ?? apart.rightId,
    by: apart.judgedBy,
  });
}
