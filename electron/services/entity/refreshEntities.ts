/**
 * Keeps what follows from statements and judgements: captions, the key that lists sort by, and the index of names. Called after
 * every change, with the entities as merged.
 */
import { captionOf, hintOf } from '../../../shared/domain/entity/caption.ts';
import type { Weighed } from '../../../shared/domain/entity/shownStatement.ts';
import { typeOfProperty } from '../../../shared/domain/entity/valueKey.ts';
import { commonSchema } from '../../../shared/domain/ftm/index.ts';
import { foldText, toIndexText } from '../../../shared/domain/text/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import type { WritableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';
import { choicesOf, entitiesNaming } from './statementSql.ts';

const INDEXED_TYPES = new Set(['name', 'identifier', 'iban', 'phone', 'email', 'url']);
/** Ties, events and papers without a name of their own are called after those that they name. */
const NAMED_AFTER_OTHERS = new Set(['relationship', 'record']);

/** Writes captions, hints, sort keys and the index of names anew; those named after them follow. */
export function refreshEntities(db: WritableDb, canonicalIds: Iterable<EntityId>): void {
  const renamed = refreshEach(db, new Set(canonicalIds));
  if (renamed.length === 0) return;
  const followers = entitiesNaming(db, renamed).filter(id => NAMED_AFTER_OTHERS.has(kindOf(db, id)));
  if (followers.length > 0) refreshEach(db, new Set(followers));
}

function kindOf(db: WritableDb, id: EntityId): string {
  return String(db.prepare('SELECT kind FROM entity WHERE id = $id').get({ id })?.['kind']);
}

/** @returns those whose caption changed */
function refreshEach(db: WritableDb, ids: ReadonlySet<EntityId>): EntityId[] {
  const readMembers = db.prepare('SELECT seq, id, schema, caption FROM entity WHERE canonical_id = $id ORDER BY id');
  const readStatements =
    db.prepare(`SELECT statement.id, statement.entity_id AS entityId, property, value, quality, from_on AS fromOn, to_on AS toOn,
      recorded_at AS recordedAt, target.caption AS targetCaption, owner.schema AS ownerSchema,
      (SELECT count(*) FROM statement_citation sc WHERE sc.statement_id = statement.id AND sc.withdrawn_at IS NULL AND sc.bearing = 'supports') AS support
    FROM entity owner JOIN statement ON statement.entity_id = owner.id LEFT JOIN entity named ON named.id = statement.target_id
    LEFT JOIN entity target ON target.id = named.canonical_id
    WHERE owner.canonical_id = $id AND statement.withdrawn_at IS NULL ORDER BY statement.recorded_at, statement.id`);
  const write = db.prepare(
    'UPDATE entity SET caption = $caption, hint = $hint, sort_key = $sortKey WHERE canonical_id = $id',
  );
  const forget = db.prepare('DELETE FROM entity_fts WHERE rowid = $seq');
  const index = db.prepare('INSERT INTO entity_fts (rowid, names) VALUES ($seq, $names)');
  const renamed: EntityId[] = [];
  for (const id of ids) {
    const members = readMembers.all({ id });
    const [first] = members;
    if (!first) continue;
    const rows = readStatements.all({ id });
    const chosen = choicesOf(db, id);
    const statements = rows.map(row => ({
      ...(row as unknown as Weighed),
      withdrawnAt: null,
      isChosen: chosen.get(String(row['property'])) === row['id'],
    }));
    const named = new Map(rows.map(row => [String(row['id']), row['targetCaption'] as string | null]));
    const schema = members.map(row => String(row['schema'])).reduce((left, right) => commonSchema(left, right) ?? left);
    const caption = captionOf(schema, statements, statementId => named.get(statementId) ?? null);
    write.run({ id, caption, hint: hintOf(schema, statements), sortKey: foldText(caption).folded });
    for (const member of members) forget.run({ seq: Number(member['seq']) });
    const names = rows
      .filter(row => INDEXED_TYPES.has(typeOfProperty(String(row['ownerSchema']), String(row['property']))))
      .map(row => String(row['value']));
    const terms = [caption, ...names].map(toIndexText).filter(Boolean);
    if (terms.length > 0) index.run({ seq: Number(first['seq']), names: terms.join(' \u2029 ') });
    if (caption !== first['caption']) renamed.push(id);
  }
  return renamed;
}

/** Entities, as merged, that these statements are of. */
export function canonicalOf(db: WritableDb, ids: readonly EntityId[]): EntityId[] {
  return db
    .prepare('SELECT DISTINCT canonical_id AS id FROM entity JOIN json_each($ids) wanted ON entity.id = wanted.value')
    .all({ ids: toJson(ids) })
    .map(row => row['id'] as EntityId);
}
