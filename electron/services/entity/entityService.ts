/** Making entities, and what concerns a whole one: its schema, its cases, withdrawing it. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Entity } from '../../../shared/domain/entity/entity.ts';
import { valueKey, typeOfProperty } from '../../../shared/domain/entity/valueKey.ts';
import { commonSchema, kindOfSchema, schemaNamed } from '../../../shared/domain/ftm/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CaseId, EntityId, PassageId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase } from '../case/index.ts';
import type { CommandContext } from '../context.ts';
import {
  addCase,
  findEntity,
  insertEntity,
  membersOf,
  removeCase,
  setEntityWithdrawn,
  updateSchema,
} from './entitySql.ts';
import { refreshEntities } from './refreshEntities.ts';
import { citeStatement } from './statementCitationService.ts';
import { insertRecorded } from './statementService.ts';
import { statementsOf, updateKey } from './statementSql.ts';

export function requireEntity(db: ReadableDb, id: string): Entity {
  const entity = findEntity(db, id);
  if (!entity) throw new ProbatumError('not-found', { what: 'entity', id });
  return entity;
}

/** The record that stands for all that this one is merged with. */
export function requireCanonical(db: ReadableDb, id: string): Entity {
  return requireEntity(db, requireEntity(db, id).canonicalId);
}

/** The schema of all that is merged: the most particular one that fits each. */
export function schemaOf(members: readonly Pick<Entity, 'schema'>[]): string {
  return members.map(member => member.schema).reduce((left, right) => commonSchema(left, right) ?? left);
}

export function addEntity(
  ctx: CommandContext,
  { schema, caseId, foreignId = null }: { schema: string; caseId: CaseId; foreignId?: string | null },
): Entity {
  const id = ctx.newId('ent');
  const entity: Entity = {
    id,
    foreignId,
    schema,
    kind: kindOfSchema(schema),
    canonicalId: id,
    createdAt: ctx.now(),
    createdBy: ctx.actor,
    withdrawnAt: null,
  };
  insertEntity(ctx.db, entity);
  addCase(ctx.db, caseId, id, entity.createdAt);
  return entity;
}

export function createEntity(
  ctx: CommandContext,
  { caseId, schema, statements, cite }: ParsedInputOf<'entity.create'>,
): OutputOf<'entity.create'> {
  requireCase(ctx.db, caseId);
  requireConcrete(schema);
  const { id: entityId } = addEntity(ctx, { schema, caseId });
  ctx.custody.record({ action: 'entity-created', caseId, subject: entityId, details: { schema } });
  const statementIds = statements.map(draft => insertRecorded(ctx, { caseId, entityId, schema, draft }).id);
  citeEach(ctx, statementIds, cite);
  refreshEntities(ctx.db, [entityId]);
  return { entityId, statementIds };
}

type CiteAll = ParsedInputOf<'entity.create'>['cite'];

function citeEach(
  ctx: CommandContext,
  statementIds: readonly OutputOf<'entity.record'>['statementId'][],
  cite: CiteAll,
): void {
  if (cite === null) return;
  const passageId: PassageId = cite.passageId;
  for (const statementId of statementIds)
    citeStatement(ctx, { statementId, passageId, bearing: cite.bearing, credibility: cite.credibility });
}

/** A tie is an entity whose edge properties name its sides. */
export function relateEntities(
  ctx: CommandContext,
  { caseId, schema, sourceId, targetId, statements, cite }: ParsedInputOf<'entity.relate'>,
): OutputOf<'entity.relate'> {
  const edge = schemaNamed(schema)?.edge;
  if (!edge) throw new ProbatumError('schema-unfit', { problem: `${schema} is no relationship.` });
  const side = (property: string, targetOf: EntityId) => ({
    property,
    value: targetOf,
    original: '',
    targetId: targetOf,
    language: '',
    quality: null,
    detail: {},
    fromOn: null,
    toOn: null,
    credibility: cite?.credibility ?? (6 as const),
    note: '',
  });
  for (const id of [sourceId, targetId]) addToCase(ctx, { entityId: requireEntity(ctx.db, id).id, caseId });
  return createEntity(ctx, {
    caseId,
    schema,
    statements: [side(edge.source, sourceId), side(edge.target, targetId), ...statements],
    cite,
  });
}

function requireConcrete(schema: string): void {
  const known = schemaNamed(schema);
  if (!known) throw new ProbatumError('schema-unfit', { problem: `The model has no schema “${schema}”.` });
}

/** Another schema for all that is merged; what is stated stays, also where the new schema has no such property. */
export function changeSchema(
  ctx: CommandContext,
  { entityId, schema }: ParsedInputOf<'entity.changeSchema'>,
): Record<string, never> {
  requireConcrete(schema);
  const { id: canonicalId } = requireCanonical(ctx.db, entityId);
  const kind = kindOfSchema(schema);
  for (const member of membersOf(ctx.db, canonicalId)) {
    updateSchema(ctx.db, { id: member.id, schema, kind });
    ctx.custody.record({ action: 'entity-changed', subject: member.id, details: { from: member.schema, to: schema } });
  }
  for (const { id, property, value } of statementsOf(ctx.db, canonicalId))
    updateKey(ctx.db, id, valueKey(typeOfProperty(schema, property), value));
  refreshEntities(ctx.db, [canonicalId]);
  return {};
}

export function withdrawEntity(
  ctx: CommandContext,
  { entityId }: ParsedInputOf<'entity.withdraw'>,
): Record<string, never> {
  const { id } = requireCanonical(ctx.db, entityId);
  setEntityWithdrawn(ctx.db, id, ctx.now());
  ctx.custody.record({ action: 'entity-withdrawn', subject: id });
  return {};
}

export function restoreEntity(
  ctx: CommandContext,
  { entityId }: ParsedInputOf<'entity.restore'>,
): Record<string, never> {
  const { id } = requireCanonical(ctx.db, entityId);
  setEntityWithdrawn(ctx.db, id, null);
  ctx.custody.record({ action: 'entity-restored', subject: id });
  return {};
}

/** In the case from now on; silent where it is there already. */
export function addToCase(
  ctx: CommandContext,
  { entityId, caseId }: ParsedInputOf<'entity.addToCase'>,
): Record<string, never> {
  requireCase(ctx.db, caseId);
  const { id } = requireCanonical(ctx.db, entityId);
  if (addCase(ctx.db, caseId, id, ctx.now()))
    ctx.custody.record({ action: 'entity-added-to-case', caseId, subject: id });
  return {};
}

export function removeFromCase(
  ctx: CommandContext,
  { entityId, caseId }: ParsedInputOf<'entity.removeFromCase'>,
): Record<string, never> {
  requireCase(ctx.db, caseId);
  const { id } = requireCanonical(ctx.db, entityId);
  removeCase(ctx.db, caseId, id);
  ctx.custody.record({ action: 'entity-removed-from-case', caseId, subject: id });
  return {};
}
