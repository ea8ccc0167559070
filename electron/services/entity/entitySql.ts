/** Rows of entities, and the cases that they are in. What belongs together is read by `canonical_id`. */
import { Entity, EntityChip } from '../../../shared/domain/entity/entity.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';

const columns = `id, foreign_id AS foreignId, schema, kind, canonical_id AS canonicalId, created_at AS createdAt,
  created_by AS createdBy, withdrawn_at AS withdrawnAt`;

export function insertEntity(db: WritableDb, entity: Entity): void {
  db.prepare(`INSERT INTO entity (id, foreign_id, schema, kind, canonical_id, caption, hint, sort_key, created_at, created_by, withdrawn_at)
              VALUES ($id, $foreignId, $schema, $kind, $canonicalId, '', '', '', $createdAt, $createdBy, $withdrawnAt)`).run(
    entity,
  );
}

export function findEntity(db: ReadableDb, id: string): Entity | null {
  const row = db.prepare(`SELECT ${columns} FROM entity WHERE id = $id`).get({ id });
  return row ? Entity.parse(row) : null;
}

/** By its id here, or the one that it has elsewhere. */
export function findEntityNamed(db: ReadableDb, id: string): EntityId | null {
  const row = db.prepare('SELECT id FROM entity WHERE id = $id OR foreign_id = $id').get({ id });
  return row ? EntityId.parse(row['id']) : null;
}

/** All that is merged with an entity, itself included, in the order of making. */
export function membersOf(db: ReadableDb, canonicalId: EntityId): (Entity & { caption: string })[] {
  return db
    .prepare(`SELECT ${columns}, caption FROM entity WHERE canonical_id = $canonicalId ORDER BY id`)
    .all({ canonicalId })
    .map(row => ({ ...Entity.parse(row), caption: String(row['caption']) }));
}

export function updateSchema(db: WritableDb, { id, schema, kind }: Pick<Entity, 'id' | 'schema' | 'kind'>): void {
  db.prepare('UPDATE entity SET schema = $schema, kind = $kind WHERE id = $id').run({ id, schema, kind });
}

export function setEntityWithdrawn(db: WritableDb, canonicalId: EntityId, at: Instant | null): void {
  db.prepare('UPDATE entity SET withdrawn_at = $at WHERE canonical_id = $canonicalId').run({ canonicalId, at });
}

export function setCanonical(db: WritableDb, id: EntityId, canonicalId: EntityId): void {
  db.prepare('UPDATE entity SET canonical_id = $canonicalId WHERE id = $id').run({ id, canonicalId });
}

export function addCase(db: WritableDb, caseId: CaseId, entityId: EntityId, at: Instant): boolean {
  return (
    db
      .prepare('INSERT OR IGNORE INTO case_entity (case_id, entity_id, added_at) VALUES ($caseId, $entityId, $at)')
      .run({ caseId, entityId, at }).changes > 0
  );
}

export function removeCase(db: WritableDb, caseId: CaseId, canonicalId: EntityId): void {
  db.prepare(
    'DELETE FROM case_entity WHERE case_id = $caseId AND entity_id IN (SELECT id FROM entity WHERE canonical_id = $canonicalId)',
  ).run({ caseId, canonicalId });
}

export interface CaseOfEntity {
  entityId: EntityId;
  id: CaseId;
  reference: string;
  title: string;
}

/** The cases of entities, given as canonical ids. */
export function casesOfEntities(db: ReadableDb, canonicalIds: readonly EntityId[]): CaseOfEntity[] {
  return db
    .prepare(`SELECT DISTINCT entity.canonical_id AS entityId, case_record.id, reference, title
      FROM json_each($ids) wanted JOIN entity ON entity.canonical_id = wanted.value
      JOIN case_entity ON case_entity.entity_id = entity.id JOIN case_record ON case_record.id = case_id ORDER BY reference`)
    .all({ ids: toJson(canonicalIds) })
    .map(row => ({
      entityId: EntityId.parse(row['entityId']),
      id: CaseId.parse(row['id']),
      reference: String(row['reference']),
      title: String(row['title']),
    }));
}

/** Chips of what these ids mean today: of a merged one, the whole. */
export function chipsOf(db: ReadableDb, ids: readonly string[]): Map<string, EntityChip> {
  const rows = db
    .prepare(`SELECT entity.id AS asked, canonical.id, canonical.schema, canonical.kind, canonical.caption, canonical.hint
      FROM json_each($ids) wanted JOIN entity ON entity.id = wanted.value JOIN entity canonical ON canonical.id = entity.canonical_id`)
    .all({ ids: toJson([...new Set(ids)]) });
  return new Map(rows.map(row => [String(row['asked']), EntityChip.parse(row)]));
}
