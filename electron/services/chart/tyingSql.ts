/** Statements that tie one entity to another, by the entity that has them or by the one they name; ids are canonical throughout. */
import { type EntityKind, kindOfSchema } from '../../../shared/domain/ftm/index.ts';
import type { CaseId, EntityId, StatementId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fromJson, toJson } from '../../db/rows.ts';
import { IN_CASE } from '../entity/index.ts';

/** `owner` has the statement, `target` is named by it. */
export interface Tying {
  statementId: StatementId;
  ownerId: EntityId;
  ownerSchema: string;
  ownerKind: EntityKind;
  property: string;
  targetId: EntityId;
  targetKind: EntityKind;
  /** False: the one named was withdrawn. It is not drawn, but the side is known. */
  targetStands: boolean;
  role: string;
  fromOn: string | null;
  toOn: string | null;
}

const columns = `statement.id AS statementId, owner.id AS ownerId, owner.schema AS ownerSchema, owner.kind AS ownerKind, property,
  target.id AS targetId, target.kind AS targetKind, target.withdrawn_at AS targetWithdrawnAt, detail, from_on AS fromOn, to_on AS toOn`;
const standing = 'statement.withdrawn_at IS NULL AND owner.withdrawn_at IS NULL';

function toTying(row: Record<string, unknown>): Tying {
  const detail = row['detail'] === '{}' ? null : (fromJson(row['detail']) as { role?: string } | null);
  return {
    statementId: row['statementId'] as StatementId,
    ownerId: row['ownerId'] as EntityId,
    ownerSchema: String(row['ownerSchema']),
    ownerKind: String(row['ownerKind']) as EntityKind,
    property: String(row['property']),
    targetId: row['targetId'] as EntityId,
    targetKind: String(row['targetKind']) as EntityKind,
    targetStands: row['targetWithdrawnAt'] === null,
    role: detail?.role ?? '',
    fromOn: row['fromOn'] as string | null,
    toOn: row['toOn'] as string | null,
  };
}

/** What these entities name. */
export function namedBy(db: ReadableDb, ownerIds: readonly EntityId[]): Tying[] {
  return db
    .prepare(`SELECT ${columns} FROM json_each($ids) wanted JOIN entity owner ON owner.id = wanted.value
      JOIN entity recorded ON recorded.canonical_id = owner.id
      JOIN statement ON statement.entity_id = recorded.id AND statement.target_id IS NOT NULL
      JOIN entity named ON named.id = statement.target_id JOIN entity target ON target.id = named.canonical_id
      WHERE ${standing} ORDER BY statement.recorded_at, statement.id`)
    .all({ ids: toJson(ownerIds) })
    .map(toTying);
}

/** Who names these entities. */
export function naming(db: ReadableDb, targetIds: readonly EntityId[]): Tying[] {
  return db
    .prepare(`SELECT ${columns} FROM json_each($ids) wanted JOIN entity target ON target.id = wanted.value
      JOIN entity named ON named.canonical_id = target.id JOIN statement ON statement.target_id = named.id
      JOIN entity recorded ON recorded.id = statement.entity_id JOIN entity owner ON owner.id = recorded.canonical_id
      WHERE ${standing} ORDER BY statement.recorded_at, statement.id`)
    .all({ ids: toJson(targetIds) })
    .map(toTying);
}

/** All that stands in a case, or in the vault; ties and events included. */
export function standingEntities(db: ReadableDb, caseId: CaseId | null): Map<EntityId, EntityKind> {
  const condition = caseId === null ? '' : `AND ${IN_CASE}`;
  const rows = db
    .prepare(`SELECT entity.id, entity.kind FROM entity WHERE entity.id = entity.canonical_id AND entity.withdrawn_at IS NULL
      ${condition}`)
    .all(caseId === null ? {} : { caseId });
  return new Map(rows.map(row => [row['id'] as EntityId, String(row['kind']) as EntityKind]));
}

export interface Described {
  id: EntityId;
  schema: string;
  kind: EntityKind;
  caption: string;
  hint: string;
}

/** What these ids mean today, withdrawn ones left out; of a merged one, the whole. */
export function described(db: ReadableDb, ids: readonly EntityId[]): Map<EntityId, Described> {
  const rows = db
    .prepare(`SELECT DISTINCT canonical.id, canonical.schema, canonical.caption, canonical.hint FROM json_each($ids) wanted
      JOIN entity ON entity.id = wanted.value JOIN entity canonical ON canonical.id = entity.canonical_id
      WHERE canonical.withdrawn_at IS NULL`)
    .all({ ids: toJson(ids) });
  return new Map(
    rows.map(row => [
      row['id'] as EntityId,
      {
        id: row['id'] as EntityId,
        schema: String(row['schema']),
        kind: kindOfSchema(String(row['schema'])),
        caption: String(row['caption']),
        hint: String(row['hint']),
      },
    ]),
  );
}

export interface ToldValue {
  id: EntityId;
  property: string;
  value: string;
}

/** Standing values of some properties, in the order of recording. */
export function valuesOf(db: ReadableDb, ids: readonly EntityId[], properties: readonly string[]): ToldValue[] {
  return db
    .prepare(`SELECT recorded.canonical_id AS id, property, statement.value FROM json_each($ids) wanted
      JOIN entity recorded ON recorded.canonical_id = wanted.value
      JOIN statement ON statement.entity_id = recorded.id AND statement.property IN (SELECT value FROM json_each($properties))
      WHERE statement.withdrawn_at IS NULL ORDER BY statement.recorded_at, statement.id`)
    .all({ ids: toJson(ids), properties: toJson(properties) })
    .map(row => ({ id: row['id'] as EntityId, property: String(row['property']), value: String(row['value']) }));
}
