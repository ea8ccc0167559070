import { ExhibitId, type SavedSearchId } from '../../../shared/kernel/ids.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { ReadableDb, SqlValue, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount } from '../../db/rows.ts';
import type { SqlCondition } from './exhibitCondition.ts';

export interface MatchedExhibit {
  exhibitId: ExhibitId;
  number: number;
  title: string;
  mediaType: string;
  languages: string[];
  sourceName: string | null;
  reliability: string | null;
  renditionId: string | null;
  /** The page on which it was met. */
  pageId: number;
}

const exhibitColumns = `exhibit.id AS exhibitId, number, title, media_type AS mediaType, languages, source.name AS sourceName, source.reliability AS reliability`;
const exhibitJoin = 'JOIN document ON document.sha256 = exhibit.sha256 LEFT JOIN source ON source.id = exhibit.source_id';
const standing = '($caseId IS NULL OR exhibit.case_id = $caseId) AND exhibit.withdrawn_at IS NULL';

function toMatched(row: Record<string, unknown>): MatchedExhibit {
  return {
    exhibitId: ExhibitId.parse(row['exhibitId']),
    number: Number(row['number']),
    title: String(row['title']),
    mediaType: String(row['mediaType']),
    languages: fromJson(row['languages']) as string[],
    sourceName: row['sourceName'] === null ? null : String(row['sourceName']),
    reliability: row['reliability'] === null ? null : String(row['reliability']),
    renditionId: row['renditionId'] === null || row['renditionId'] === undefined ? null : String(row['renditionId']),
    pageId: Number(row['pageId'] ?? 0),
  };
}

/**
 * The next matching pages after `afterPageId` in the order of page ids, with the exhibits they belong to. Page ids grow
 * with admission, so the index is walked and never sorted: the first results cost the same in a vault of any size.
 */
export function nextMatches(db: ReadableDb, match: string, caseId: string | null, condition: SqlCondition, afterPageId: number, limit: number): { matches: MatchedExhibit[]; lastPageId: number | null } {
  const ids = db.prepare('SELECT rowid AS id FROM page_fts WHERE page_fts MATCH $match AND rowid > $afterPageId ORDER BY rowid LIMIT $limit')
    .all({ match, afterPageId, limit }).map(row => Number(row['id']));
  const lastPageId = ids.at(-1) ?? null;
  if (lastPageId === null) return { matches: [], lastPageId };
  const parameters: Record<string, SqlValue> = { ...condition.parameters, caseId, ids: JSON.stringify(ids) };
  const matches = db.prepare(`SELECT page.id AS pageId, rendition.id AS renditionId, ${exhibitColumns}
      FROM json_each($ids) met JOIN page ON page.id = met.value JOIN rendition ON rendition.id = page.rendition_id
      JOIN exhibit ON exhibit.sha256 = rendition.sha256 ${exhibitJoin}
      WHERE rendition.is_current = 1 AND rendition.is_whole = 1 AND ${standing} AND ${condition.sql} ORDER BY page.id, number`).all(parameters).map(toMatched);
  return { matches, lastPageId };
}

/** Exhibits that fit the fields of a query without words, in the order of their numbers. */
export function exhibitsByFields(db: ReadableDb, caseId: string | null, condition: SqlCondition, offset: number, limit: number): MatchedExhibit[] {
  return db.prepare(`SELECT ${exhibitColumns} FROM exhibit ${exhibitJoin} WHERE ${standing} AND ${condition.sql}
                     ORDER BY exhibit.case_id, number LIMIT $limit OFFSET $offset`).all({ ...condition.parameters, caseId, offset, limit }).map(toMatched);
}

export function countByFields(db: ReadableDb, caseId: string | null, condition: SqlCondition): number {
  return toCount(db.prepare(`SELECT count(*) AS n FROM exhibit ${exhibitJoin} WHERE ${standing} AND ${condition.sql}`).get({ ...condition.parameters, caseId }));
}

function pageRange(db: ReadableDb, renditionId: string): { from: number; to: number } {
  const row = db.prepare('SELECT min(id) AS first, max(id) AS last FROM page WHERE rendition_id = $renditionId').get({ renditionId });
  return { from: toCount(row, 'first'), to: toCount(row, 'last') };
}

const inRendition = `FROM page_fts JOIN page ON page.id = page_fts.rowid
  WHERE page_fts MATCH $match AND page_fts.rowid BETWEEN $from AND $to AND page.rendition_id = $renditionId`;

export function countMatchingPages(db: ReadableDb, renditionId: string, match: string): number {
  return toCount(db.prepare(`SELECT count(*) AS n ${inRendition}`).get({ renditionId, match, ...pageRange(db, renditionId) }));
}

/** True if a page of this rendition before `beforePageId` matches, so that the exhibit was shown already. */
export function matchedBefore(db: ReadableDb, renditionId: string, match: string, beforePageId: number): boolean {
  const { from } = pageRange(db, renditionId);
  if (from >= beforePageId) return false;
  return db.prepare(`SELECT 1 ${inRendition} LIMIT 1`).get({ renditionId, match, from, to: beforePageId - 1 }) !== undefined;
}

export interface MatchingPage {
  pageIndex: number;
  pageLabel: string | null;
  text: string;
}

export function matchingPages(db: ReadableDb, renditionId: string, match: string, offset: number, limit: number): MatchingPage[] {
  return db.prepare(`SELECT page_index AS pageIndex, label AS pageLabel, page.text AS text ${inRendition} ORDER BY page_fts.rowid LIMIT $limit OFFSET $offset`)
    .all({ renditionId, match, offset, limit, ...pageRange(db, renditionId) })
    .map(row => ({ pageIndex: Number(row['pageIndex']), pageLabel: row['pageLabel'] === null ? null : String(row['pageLabel']), text: String(row['text']) }));
}

export function saveSearch(db: WritableDb, search: { id: SavedSearchId; caseId: string; name: string; query: string; savedAt: string }): void {
  db.prepare('INSERT INTO saved_search (id, case_id, name, query, saved_at) VALUES ($id, $caseId, $name, $query, $savedAt)').run(search);
}

export function savedSearches(db: ReadableDb, caseId: string): OutputOf<'search.saved'> {
  return db.prepare('SELECT id, name, query, saved_at AS savedAt FROM saved_search WHERE case_id = $caseId ORDER BY saved_at DESC').all({ caseId }) as OutputOf<'search.saved'>;
}

export function forgetSearch(db: WritableDb, id: SavedSearchId): void {
  db.prepare('DELETE FROM saved_search WHERE id = $id').run({ id });
}
