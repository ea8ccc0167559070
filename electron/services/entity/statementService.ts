/** Recording, correcting and withdrawing what is stated of entities, and choosing what is shown. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Statement, StatementDraft } from '../../../shared/domain/entity/statement.ts';
import { typeOfProperty, valueKey } from '../../../shared/domain/entity/valueKey.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { givenFields, withChange } from '../../../shared/kernel/withChange.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase } from '../case/index.ts';
import type { CommandContext } from '../context.ts';
import { sha256Hex } from '../custody/index.ts';
import { addCase, findEntity } from './entitySql.ts';
import { refreshEntities } from './refreshEntities.ts';
import { citationsOfStatement, insertStatementCitation } from './statementCitationSql.ts';
import {
  findStatement,
  insertChoice,
  insertStatement,
  setStatementWithdrawn,
  updateStatementRecord,
} from './statementSql.ts';

export function requireStatement(db: ReadableDb, id: string): Statement {
  const statement = findStatement(db, id);
  if (!statement) throw new ProbatumError('not-found', { what: 'statement', id });
  return statement;
}

/** The entity of a statement, as merged. */
export function canonicalOfStatement(db: ReadableDb, { entityId }: Pick<Statement, 'entityId'>): EntityId {
  const entity = findEntity(db, entityId);
  if (!entity) throw new ProbatumError('not-found', { what: 'entity', id: entityId });
  return entity.canonicalId;
}

export interface Recording {
  caseId: CaseId;
  entityId: EntityId;
  schema: string;
  draft: StatementDraft;
  supersedesId?: Statement['supersedesId'];
}

/** Writes the statement with its custody event. The caller refreshes the entity. */
export function insertRecorded(
  ctx: CommandContext,
  { caseId, entityId, schema, draft, supersedesId = null }: Recording,
): Statement {
  const type = typeOfProperty(schema, draft.property);
  const target = draft.targetId === null ? null : findEntity(ctx.db, draft.targetId);
  if (draft.targetId !== null && !target) throw new ProbatumError('not-found', { what: 'entity', id: draft.targetId });
  const statement: Statement = {
    ...draft,
    id: ctx.newId('stm'),
    entityId,
    caseId,
    value: draft.value.trim(),
    recordedAt: ctx.now(),
    recordedBy: ctx.actor,
    importId: null,
    importRow: null,
    supersedesId,
    withdrawnAt: null,
  };
  insertStatement(ctx.db, statement, valueKey(type, statement.value));
  ctx.custody.record({
    action: 'statement-recorded',
    caseId,
    subject: statement.id,
    details: { entity: entityId, property: statement.property },
  });
  return statement;
}

export function recordStatement(
  ctx: CommandContext,
  { caseId, entityId, statement: draft }: ParsedInputOf<'entity.record'>,
): OutputOf<'entity.record'> {
  requireCase(ctx.db, caseId);
  const entity = findEntity(ctx.db, entityId);
  if (!entity) throw new ProbatumError('not-found', { what: 'entity', id: entityId });
  const { id } = insertRecorded(ctx, { caseId, entityId, schema: entity.schema, draft });
  if (addCase(ctx.db, caseId, entity.canonicalId, ctx.now()))
    ctx.custody.record({ action: 'entity-added-to-case', caseId, subject: entity.canonicalId });
  refreshEntities(ctx.db, [entity.canonicalId]);
  return { statementId: id };
}

export function changeStatement(
  ctx: CommandContext,
  { statementId, change }: ParsedInputOf<'entity.changeStatement'>,
): Statement {
  const after = withChange(requireStatement(ctx.db, statementId), change);
  updateStatementRecord(ctx.db, after);
  record(ctx, 'statement-changed', after, { fields: Object.keys(givenFields(change)).join(', ') });
  refreshEntities(ctx.db, [canonicalOfStatement(ctx.db, after)]);
  return after;
}

/** The slip stays on record, withdrawn; what it was cited to stands with the new value too. */
export function correctStatement(
  ctx: CommandContext,
  { statementId, value, original }: ParsedInputOf<'entity.correctStatement'>,
): OutputOf<'entity.correctStatement'> {
  const before = requireStatement(ctx.db, statementId);
  const entity = findEntity(ctx.db, before.entityId);
  const corrected = insertRecorded(ctx, {
    caseId: before.caseId,
    entityId: before.entityId,
    schema: entity?.schema ?? 'Thing',
    draft: { ...before, value, original },
    supersedesId: before.id,
  });
  for (const citation of citationsOfStatement(ctx.db, before.id)) {
    const id = ctx.newId('cit');
    insertStatementCitation(ctx.db, { ...citation, id, statementId: corrected.id });
    ctx.custody.record({
      action: 'statement-cited',
      caseId: before.caseId,
      subject: id,
      details: { statement: corrected.id, from: citation.id, quote: sha256Hex(citation.quote) },
    });
  }
  setStatementWithdrawn(ctx.db, before.id, ctx.now());
  record(ctx, 'statement-withdrawn', before, { corrected: corrected.id });
  refreshEntities(ctx.db, [canonicalOfStatement(ctx.db, before)]);
  return { statementId: corrected.id };
}

export function withdrawStatement(
  ctx: CommandContext,
  { statementId }: ParsedInputOf<'entity.withdrawStatement'>,
): Record<string, never> {
  const statement = requireStatement(ctx.db, statementId);
  setStatementWithdrawn(ctx.db, statementId, ctx.now());
  record(ctx, 'statement-withdrawn', statement);
  refreshEntities(ctx.db, [canonicalOfStatement(ctx.db, statement)]);
  return {};
}

export function restoreStatement(
  ctx: CommandContext,
  { statementId }: ParsedInputOf<'entity.restoreStatement'>,
): Record<string, never> {
  const statement = requireStatement(ctx.db, statementId);
  setStatementWithdrawn(ctx.db, statementId, null);
  record(ctx, 'statement-restored', statement);
  refreshEntities(ctx.db, [canonicalOfStatement(ctx.db, statement)]);
  return {};
}

/** Which of several values is shown, and why. */
export function chooseStatement(
  ctx: CommandContext,
  { entityId, property, statementId, reason }: ParsedInputOf<'entity.choose'>,
): Record<string, never> {
  const entity = findEntity(ctx.db, entityId);
  if (!entity) throw new ProbatumError('not-found', { what: 'entity', id: entityId });
  if (statementId !== null) {
    if (reason === '') throw new ProbatumError('reason-needed', { what: 'Choosing which of several values is shown' });
    const statement = requireStatement(ctx.db, statementId);
    if (statement.property !== property || canonicalOfStatement(ctx.db, statement) !== entity.canonicalId)
      throw new ProbatumError('not-found', { what: 'statement', id: statementId });
  }
  insertChoice(ctx.db, { entityId: entity.canonicalId, property, statementId, reason, at: ctx.now(), by: ctx.actor });
  ctx.custody.record({
    action: 'statement-chosen',
    subject: entity.canonicalId,
    details: { property, statement: statementId ?? 'by rule', reason },
  });
  refreshEntities(ctx.db, [entity.canonicalId]);
  return {};
}

function record(
  ctx: CommandContext,
  action: 'statement-changed' | 'statement-withdrawn' | 'statement-restored',
  { id, caseId, entityId, property }: Statement,
  details: Record<string, string> = {},
): void {
  ctx.custody.record({ action, caseId, subject: id, details: { entity: entityId, property, ...details } });
}
