/** Lists of entities: by name, page by page, with what a row shows. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { EntityRow } from '../../../shared/domain/entity/entity.ts';
import { indexTokens, tokensToFtsPhrase } from '../../../shared/domain/text/index.ts';
import { EntityId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { toCount, toJson } from '../../db/rows.ts';
import type { QueryContext } from '../context.ts';
import { casesOfEntities } from './entitySql.ts';

/** Each word may be the beginning of one of the names; in any order. Null where nothing searchable was typed. */
export function namesMatch(words: string): string | null {
  const phrases = indexTokens(words).flatMap(token => tokensToFtsPhrase([token], true) ?? []);
  return phrases.length === 0 ? null : phrases.join(' AND ');
}

const SORTS: Record<ParsedInputOf<'entity.list'>['sort'], string> = {
  caption: 'entity.sort_key, entity.id',
  newest: 'entity.seq DESC',
  links: `(SELECT count(*) FROM entity member JOIN statement ON statement.target_id = member.id AND statement.withdrawn_at IS NULL
    WHERE member.canonical_id = entity.id) DESC, entity.sort_key, entity.id`,
};

export function listEntities(
  { db }: QueryContext,
  { caseId, words, kinds, schemata, withdrawn, sort, offset, limit }: ParsedInputOf<'entity.list'>,
): OutputOf<'entity.list'> {
  const match = namesMatch(words);
  if (words.trim() !== '' && match === null) return { total: 0, rows: [] };
  const conditions = [
    'entity.id = entity.canonical_id',
    // Of the schema's own words, so they are safe here; and SQLite walks the index of the list in its order for a single one.
    `entity.kind IN (${kinds.map(kind => `'${kind}'`).join(', ')})`,
    withdrawn ? 'entity.withdrawn_at IS NOT NULL' : 'entity.withdrawn_at IS NULL',
    ...(schemata.length > 0 ? ['entity.schema IN (SELECT value FROM json_each($schemata))'] : []),
    ...(match === null ? [] : ['entity.seq IN (SELECT rowid FROM entity_fts WHERE entity_fts MATCH $match)']),
    ...(caseId === null ? [] : [IN_CASE]),
  ];
  const given = {
    ...(schemata.length > 0 ? { schemata: toJson(schemata) } : {}),
    ...(match === null ? {} : { match }),
    ...(caseId === null ? {} : { caseId }),
  };
  const where = conditions.join(' AND ');
  const order = SORTS[sort];
  const total = toCount(db.prepare(`SELECT count(*) AS n FROM entity WHERE ${where}`).get(given));
  const ids = db
    .prepare(`SELECT entity.id FROM entity WHERE ${where} ORDER BY ${order} LIMIT $limit OFFSET $offset`)
    .all({ ...given, limit, offset })
    .map(row => EntityId.parse(row['id']));
  return { total, rows: rowsOf(db, ids) };
}

/** Any of what is merged counts: the canonical record may have come from another case. */
export const IN_CASE = `entity.id IN (SELECT member.canonical_id FROM case_entity JOIN entity member ON member.id = case_entity.entity_id WHERE case_id = $caseId)`;

/** Rows of canonical ids, in the order given. */
export function rowsOf(db: ReadableDb, ids: readonly EntityId[]): EntityRow[] {
  const found = db
    .prepare(`SELECT entity.id, entity.schema, entity.kind, entity.caption, entity.hint, entity.withdrawn_at AS withdrawnAt,
      (SELECT count(*) FROM entity member JOIN statement ON statement.entity_id = member.id WHERE member.canonical_id = entity.id AND statement.withdrawn_at IS NULL) AS statementCount,
      (SELECT count(*) FROM entity member JOIN statement ON statement.entity_id = member.id JOIN statement_citation sc ON sc.statement_id = statement.id
        WHERE member.canonical_id = entity.id AND statement.withdrawn_at IS NULL AND sc.withdrawn_at IS NULL) AS citationCount,
      (SELECT count(*) FROM entity member JOIN statement ON statement.target_id = member.id WHERE member.canonical_id = entity.id AND statement.withdrawn_at IS NULL) AS linkCount
      FROM json_each($ids) wanted JOIN entity ON entity.id = wanted.value`)
    .all({ ids: toJson(ids) });
  const cases = new Map<string, EntityRow['cases']>();
  for (const { entityId, id, reference } of casesOfEntities(db, ids))
    cases.set(entityId, [...(cases.get(entityId) ?? []), { id, reference }]);
  const rows = new Map(
    found.map(row => [String(row['id']), EntityRow.parse({ ...row, cases: cases.get(String(row['id'])) ?? [] })]),
  );
  return ids.flatMap(id => rows.get(id) ?? []);
}

export function entityFacets(
  { db }: QueryContext,
  { caseId }: ParsedInputOf<'entity.facets'>,
): OutputOf<'entity.facets'> {
  const condition = caseId === null ? '' : `AND ${IN_CASE}`;
  return db
    .prepare(`SELECT schema, kind, count(*) AS n FROM entity WHERE id = canonical_id AND withdrawn_at IS NULL ${condition}
      GROUP BY schema, kind ORDER BY n DESC, schema`)
    .all(caseId === null ? {} : { caseId })
    .map(row => ({
      schema: String(row['schema']),
      kind: EntityRow.shape.kind.parse(row['kind']),
      count: Number(row['n']),
    }));
}
