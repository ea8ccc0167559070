/**
 * Taking in many entities at once, from a file. Found again by the id that they have there; what is stated word for word already
 * is known, so that the same file twice changes nothing. One custody event stands for the whole import, written by its job.
 */
import { kindOfSchema, schemaNamed, schemaNames } from '../../../shared/domain/ftm/index.ts';
import { typeOfProperty, valueKey } from '../../../shared/domain/entity/valueKey.ts';
import type { NameQuality, StatementDetail } from '../../../shared/domain/entity/statement.ts';
import type { Credibility } from '../../../shared/domain/source.ts';
import type { CaseId, EntityId, ImportId } from '../../../shared/kernel/ids.ts';
import { toJson } from '../../db/rows.ts';
import type { CommandContext } from '../context.ts';
import { refreshEntities } from './refreshEntities.ts';

export interface IncomingStatement {
  property: string;
  value: string;
  original?: string;
  language?: string;
  quality?: NameQuality | null;
  detail?: StatementDetail;
  fromOn?: string | null;
  toOn?: string | null;
  credibility?: Credibility;
  note?: string;
}

export interface IncomingEntity {
  foreignId: string;
  schema: string;
  /** In the file, counted from 1. */
  row: number;
  statements: readonly IncomingStatement[];
}

export interface TakenIn {
  entitiesAdded: number;
  statementsAdded: number;
  statementsKnown: number;
}

export interface ImportInto {
  importId: ImportId;
  caseId: CaseId;
}

/** Writes one batch in the transaction of `ctx`. A value that names an entity not met yet waits for `resolveNames`. */
export function takeInEntities(
  ctx: CommandContext,
  { importId, caseId }: ImportInto,
  batch: readonly IncomingEntity[],
): TakenIn {
  const { db } = ctx;
  // What left here under its own id comes back under it.
  const find = db.prepare(
    'SELECT id, canonical_id AS canonicalId, schema FROM entity WHERE foreign_id = $foreignId OR id = $foreignId',
  );
  const insert =
    db.prepare(`INSERT INTO entity (id, foreign_id, schema, kind, canonical_id, caption, hint, sort_key, created_at, created_by, withdrawn_at)
    VALUES ($id, $foreignId, $schema, $kind, $id, '', '', '', $at, $by, NULL)`);
  const join = db.prepare(
    'INSERT OR IGNORE INTO case_entity (case_id, entity_id, added_at) VALUES ($caseId, $id, $at)',
  );
  const known = db.prepare(
    'SELECT 1 AS n FROM statement WHERE entity_id = $id AND property = $property AND value = $value',
  );
  /** Said of a record that is merged with it, or naming one that is merged with the one named. */
  const knownOfWhole =
    db.prepare(`SELECT 1 AS n FROM entity own JOIN entity member ON member.canonical_id = own.canonical_id
    JOIN statement ON statement.entity_id = member.id
    WHERE own.id = $id AND property = $property AND (value = $value OR target_id IN
      (SELECT other.id FROM entity target JOIN entity other ON other.canonical_id = target.canonical_id WHERE target.id = $targetId))`);
  const state =
    db.prepare(`INSERT INTO statement (id, entity_id, case_id, property, value, value_key, original, target_id, language, quality, detail, from_on, to_on,
      credibility, note, recorded_at, recorded_by, import_id, import_row, supersedes_id, withdrawn_at)
    VALUES ($statementId, $id, $caseId, $property, $value, $key, $original, $targetId, $language, $quality, $detail, $fromOn, $toOn,
      $credibility, $note, $at, $by, $importId, $row, NULL, NULL)`);
  const taken: TakenIn = { entitiesAdded: 0, statementsAdded: 0, statementsKnown: 0 };
  const at = ctx.now();
  const by = ctx.actor;
  const touched = new Set<EntityId>();
  for (const { foreignId, schema, row, statements } of batch) {
    const found = find.get({ foreignId });
    const id = (found?.['id'] ?? ctx.newId('ent')) as EntityId;
    const ofSchema = String(found?.['schema'] ?? schema);
    if (!found) {
      insert.run({ id, foreignId, schema, kind: kindOfSchema(schema), at, by });
      taken.entitiesAdded += 1;
    }
    join.run({ caseId, id, at });
    let isTouched = !found;
    /** What was just made is merged with nothing. */
    const isWhole = found !== undefined;
    for (const statement of statements) {
      const { property, value } = statement;
      const type = typeOfProperty(ofSchema, property);
      const target = type === 'entity' ? find.get({ foreignId: value }) : undefined;
      const targetId = (target?.['id'] ?? null) as string | null;
      if (
        known.get({ id, property, value }) ||
        ((isWhole || targetId !== null) && knownOfWhole.get({ id, property, value, targetId }))
      ) {
        taken.statementsKnown += 1;
        continue;
      }
      state.run({
        statementId: ctx.newId('stm'),
        id,
        caseId,
        property,
        value,
        key: valueKey(type, value),
        original: statement.original ?? '',
        targetId,
        language: statement.language ?? '',
        quality: statement.quality ?? null,
        detail: toJson(statement.detail ?? {}),
        fromOn: statement.fromOn ?? null,
        toOn: statement.toOn ?? null,
        credibility: statement.credibility ?? 6,
        note: statement.note ?? '',
        at,
        by,
        importId,
        row,
      });
      taken.statementsAdded += 1;
      isTouched = true;
    }
    if (isTouched) touched.add((found?.['canonicalId'] ?? id) as EntityId);
  }
  refreshEntities(db, touched);
  return taken;
}

/** Properties that name an entity in some schema. */
function namingProperties(): string[] {
  const properties = schemaNames().flatMap(name => [...(schemaNamed(name)?.properties.values() ?? [])]);
  return [...new Set(properties.filter(({ type }) => type === 'entity').map(({ name }) => name))];
}

/**
 * Once all batches are in: values that name an entity get it, also those of earlier imports that waited for one of this.
 * @returns rows whose name is still of no entity in the vault
 */
export function resolveNames(
  ctx: CommandContext,
  { importId }: Pick<ImportInto, 'importId'>,
): { row: number; property: string; value: string }[] {
  const { db } = ctx;
  const waiting = db
    .prepare(`SELECT statement.id, statement.entity_id AS entityId, property, value, import_row AS row, import_id AS importId, schema, owner.canonical_id AS canonicalId,
        (SELECT id FROM entity WHERE foreign_id = statement.value OR id = statement.value) AS targetId
      FROM statement JOIN entity owner ON owner.id = statement.entity_id
      WHERE target_id IS NULL AND import_id IS NOT NULL AND value_key = '' AND statement.withdrawn_at IS NULL
        AND property IN (SELECT value FROM json_each($names))`)
    .all({ names: toJson(namingProperties()) })
    .filter(row => typeOfProperty(String(row['schema']), String(row['property'])) === 'entity');
  const resolve = db.prepare('UPDATE statement SET target_id = $targetId WHERE id = $id');
  const unresolved: { row: number; property: string; value: string }[] = [];
  const touched = new Set<EntityId>();
  for (const row of waiting) {
    if (row['targetId'] !== null) {
      resolve.run({ id: String(row['id']), targetId: String(row['targetId']) });
      touched.add(row['canonicalId'] as EntityId);
    } else if (row['importId'] === importId)
      unresolved.push({ row: Number(row['row']), property: String(row['property']), value: String(row['value']) });
  }
  refreshEntities(db, touched);
  return unresolved;
}
