import { ExhibitId, type SavedSearchId } from '../../../shared/kernel/ids.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount } from '../../db/rows.ts';
import { blockOfPage, pageIdsOfBlock } from '../exhibit/index.ts';
import type { SqlCondition } from './exhibitCondition.ts';

export interface MatchedExhibit {
  exhibitId: ExhibitId;
  number: number;
  title: string;
  mediaType: string;
  languages: string[];
  sourceName: string | null;
  reliability: string | null;
  /** The block of page ids of its current rendition; null where it was found by its fields and not by words. */
  block: number | null;
}

const exhibitColumns = `exhibit.id AS exhibitId, number, title, media_type AS mediaType, languages, source.name AS sourceName, source.reliability AS reliability`;
const exhibitJoin =
  'JOIN document ON document.sha256 = exhibit.sha256 LEFT JOIN source ON source.id = exhibit.source_id';

/** Two texts, not an OR over the parameter: with the case alone the index on case and number is used. */
function standingIn(caseId: string | null): string {
  return caseId === null
    ? '$caseId IS NULL AND exhibit.withdrawn_at IS NULL'
    : 'exhibit.case_id = $caseId AND exhibit.withdrawn_at IS NULL';
}

function toMatched(row: Record<string, unknown>): MatchedExhibit {
  return {
    exhibitId: ExhibitId.parse(row['exhibitId']),
    number: Number(row['number']),
    title: String(row['title']),
    mediaType: String(row['mediaType']),
    languages: fromJson(row['languages']) as string[],
    sourceName: row['sourceName'] === null ? null : String(row['sourceName']),
    reliability: row['reliability'] === null ? null : String(row['reliability']),
    block: row['pageId'] === undefined ? null : blockOfPage(Number(row['pageId'])),
  };
}

/**
 * Ids of the next matching pages behind one, in their order. The index is walked and never sorted: the first results cost
 * the same in a vault of any size. Subtle: the binding binds every number as REAL, and FTS5 leaps to a row only for an
 * INTEGER; without the CAST it would walk there from the first page.
 */
export function nextMatchingPages(db: ReadableDb, match: string, after: number, to: number, limit: number): number[] {
  return db
    .prepare(`SELECT rowid AS id FROM page_fts WHERE page_fts MATCH $match AND rowid > CAST($after AS INTEGER) AND rowid <= CAST($to AS INTEGER)
                     ORDER BY rowid LIMIT $limit`)
    .all({ match, after, to, limit })
    .map(row => Number(row['id']));
}

/** The exhibits that these blocks of pages belong to, as far as they fit, in the order of the blocks. */
export function exhibitsOfBlocks(
  db: ReadableDb,
  blocks: readonly number[],
  caseId: string | null,
  condition: SqlCondition,
): MatchedExhibit[] {
  const standing = standingIn(caseId);
  const firstPages = JSON.stringify(blocks.map(block => pageIdsOfBlock(block).from));
  return db
    .prepare(`SELECT page.id AS pageId, ${exhibitColumns}
      FROM json_each($firstPages) met JOIN page ON page.id = met.value JOIN rendition ON rendition.id = page.rendition_id AND is_current = 1 AND is_whole = 1
      JOIN exhibit ON exhibit.sha256 = rendition.sha256 ${exhibitJoin}
      WHERE ${standing} AND ${condition.sql} ORDER BY page.id, number`)
    .all({ ...condition.parameters, caseId, firstPages })
    .map(toMatched);
}

/** Exhibits that fit and have pages after a block, in the order of their blocks; null where there are more than `most`. */
export function fittingAfter(
  db: ReadableDb,
  caseId: string | null,
  condition: SqlCondition,
  block: number,
  most: number,
): MatchedExhibit[] | null {
  const standing = standingIn(caseId);
  const { to } = pageIdsOfBlock(block);
  const rows = db
    .prepare(`SELECT page.id AS pageId, ${exhibitColumns} FROM exhibit ${exhibitJoin}
      JOIN rendition ON rendition.sha256 = exhibit.sha256 AND is_current = 1 AND is_whole = 1
      JOIN page ON page.rendition_id = rendition.id AND page.page_index = 0
      WHERE ${standing} AND ${condition.sql} AND page.id > $to LIMIT $limit`)
    .all({ ...condition.parameters, caseId, to, limit: most + 1 });
  if (rows.length > most) return null;
  return rows
    .map(toMatched)
    .sort((left, right) => (left.block ?? 0) - (right.block ?? 0) || left.number - right.number);
}

/** Exhibits that fit the fields of a query without words, in the order of their numbers. */
export function exhibitsByFields(
  db: ReadableDb,
  caseId: string | null,
  condition: SqlCondition,
  offset: number,
  limit: number,
): MatchedExhibit[] {
  const standing = standingIn(caseId);
  return db
    .prepare(`SELECT ${exhibitColumns} FROM exhibit ${exhibitJoin} WHERE ${standing} AND ${condition.sql}
                     ORDER BY exhibit.case_id, number LIMIT $limit OFFSET $offset`)
    .all({ ...condition.parameters, caseId, offset, limit })
    .map(toMatched);
}

export function countByFields(db: ReadableDb, caseId: string | null, condition: SqlCondition): number {
  const standing = standingIn(caseId);
  return toCount(
    db
      .prepare(`SELECT count(*) AS n FROM exhibit ${exhibitJoin} WHERE ${standing} AND ${condition.sql}`)
      .get({ ...condition.parameters, caseId }),
  );
}

const inRendition = 'page_fts MATCH $match AND page_fts.rowid BETWEEN CAST($from AS INTEGER) AND CAST($to AS INTEGER)';

export function countMatchingPages(db: ReadableDb, block: number, match: string): number {
  return toCount(
    db.prepare(`SELECT count(*) AS n FROM page_fts WHERE ${inRendition}`).get({ match, ...pageIdsOfBlock(block) }),
  );
}

export interface MatchingPage {
  pageIndex: number;
  pageLabel: string | null;
  text: string;
}

function toMatchingPage(row: Record<string, unknown>): MatchingPage {
  return {
    pageIndex: Number(row['pageIndex']),
    pageLabel: row['pageLabel'] === null ? null : String(row['pageLabel']),
    text: String(row['text']),
  };
}

export function pagesByIds(db: ReadableDb, ids: readonly number[]): MatchingPage[] {
  return db
    .prepare(
      'SELECT page_index AS pageIndex, label AS pageLabel, text FROM json_each($ids) met JOIN page ON page.id = met.value ORDER BY page.id',
    )
    .all({ ids: JSON.stringify(ids) })
    .map(toMatchingPage);
}

export function matchingPages(
  db: ReadableDb,
  block: number,
  match: string,
  offset: number,
  limit: number,
): MatchingPage[] {
  return db
    .prepare(`SELECT page_index AS pageIndex, label AS pageLabel, page.text AS text FROM page_fts JOIN page ON page.id = page_fts.rowid
                     WHERE ${inRendition} ORDER BY page_fts.rowid LIMIT $limit OFFSET $offset`)
    .all({ match, offset, limit, ...pageIdsOfBlock(block) })
    .map(toMatchingPage);
}

export function saveSearch(
  db: WritableDb,
  search: { id: SavedSearchId; caseId: string; name: string; query: string; savedAt: string },
): void {
  db.prepare(
    'INSERT INTO saved_search (id, case_id, name, query, saved_at) VALUES ($id, $caseId, $name, $query, $savedAt)',
  ).run(search);
}

export function savedSearches(db: ReadableDb, caseId: string): OutputOf<'search.saved'> {
  return db
    .prepare(
      'SELECT id, name, query, saved_at AS savedAt FROM saved_search WHERE case_id = $caseId ORDER BY saved_at DESC',
    )
    .all({ caseId }) as OutputOf<'search.saved'>;
}

export function forgetSearch(db: WritableDb, id: SavedSearchId): void {
  db.prepare('DELETE FROM saved_search WHERE id = $id').run({ id });
}
