import type { KnownValue } from '../../../shared/domain/mention/index.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import { type CaseId, type CitationId, EntityId, ExhibitId, PassageId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';

export interface KnownRow extends KnownValue {
  row: number;
}

const columns = `statement.rowid AS row, statement.id AS statementId, entity_id AS entityId, owner.schema, value, value_key AS key`;
/** What pages are looked through for: names, numbers and contacts of things and of papers such as passports. */
const condition = `value_key <> '' AND value_key NOT LIKE 'u:%' AND owner.kind IN ('thing', 'record')`;

function toKnown(row: Record<string, unknown>): KnownRow {
  return {
    row: Number(row['row']),
    statementId: String(row['statementId']),
    entityId: String(row['entityId']),
    schema: String(row['schema']),
    value: String(row['value']),
    key: String(row['key']),
  };
}

/**
 * Withdrawn ones too: they may be restored. Subtle: numbers are bound as REAL; the CAST lets SQLite leap to the row, and the CROSS
 * JOIN keeps it from walking through all entities instead.
 */
export function knownRowsAfter(db: ReadableDb, row: number, limit: number): KnownRow[] {
  return db
    .prepare(`SELECT ${columns} FROM statement CROSS JOIN entity owner ON owner.id = entity_id
      WHERE statement.rowid > CAST($row AS INTEGER) AND ${condition} ORDER BY statement.rowid LIMIT $limit`)
    .all({ row, limit })
    .map(toKnown);
}

/** Standing values of one entity, as merged, those first that name it best. */
export function knownOf(db: ReadableDb, canonicalId: EntityId): KnownRow[] {
  return db
    .prepare(`SELECT ${columns} FROM entity owner JOIN statement ON entity_id = owner.id
      WHERE owner.canonical_id = $canonicalId AND statement.withdrawn_at IS NULL AND ${condition}
      ORDER BY property = 'name' DESC, statement.rowid`)
    .all({ canonicalId })
    .map(toKnown);
}

export interface Standing {
  canonicalId: EntityId;
  property: string;
}

/** Which of these statements stand, and whose they are today. */
export function standingOf(db: ReadableDb, statementIds: readonly string[]): Map<string, Standing> {
  const rows = db
    .prepare(`SELECT statement.id, owner.canonical_id AS canonicalId, property FROM json_each($ids) wanted
      JOIN statement ON statement.id = wanted.value JOIN entity owner ON owner.id = entity_id JOIN entity canonical ON canonical.id = owner.canonical_id
      WHERE statement.withdrawn_at IS NULL AND canonical.withdrawn_at IS NULL`)
    .all({ ids: toJson([...new Set(statementIds)]) });
  return new Map(
    rows.map(row => [
      String(row['id']),
      { canonicalId: EntityId.parse(row['canonicalId']), property: String(row['property']) },
    ]),
  );
}

export interface CitedPlace {
  exhibitId: ExhibitId;
  canonicalId: EntityId;
  citationId: string;
  passageId: PassageId;
  pageIndex: number;
  start: number;
  end: number;
}

/** Places of exhibits that statements are cited to: all of one exhibit, or all of one entity. */
export function citedPlaces(db: ReadableDb, of: { exhibitId: ExhibitId } | { canonicalId: EntityId }): CitedPlace[] {
  const where = 'exhibitId' in of ? 'passage.exhibit_id = $exhibitId' : 'owner.canonical_id = $canonicalId';
  return db
    .prepare(`SELECT passage.exhibit_id AS exhibitId, owner.canonical_id AS canonicalId, sc.id AS citationId, passage.id AS passageId,
        passage.page_index AS pageIndex, position_start AS start, position_end AS "end"
      FROM statement_citation sc JOIN passage ON passage.id = sc.passage_id JOIN statement ON statement.id = sc.statement_id JOIN entity owner ON owner.id = statement.entity_id
      WHERE ${where} AND sc.withdrawn_at IS NULL AND passage.withdrawn_at IS NULL AND statement.withdrawn_at IS NULL AND position_start IS NOT NULL`)
    .all(of)
    .map(row => ({
      exhibitId: ExhibitId.parse(row['exhibitId']),
      canonicalId: EntityId.parse(row['canonicalId']),
      citationId: String(row['citationId']),
      passageId: PassageId.parse(row['passageId']),
      pageIndex: Number(row['pageIndex']),
      start: Number(row['start']),
      end: Number(row['end']),
    }));
}

export interface Decision {
  exhibitId: ExhibitId;
  canonicalId: EntityId;
  wordsKey: string;
  /** -1: all places of the exhibit with these words. */
  pageIndex: number;
  start: number;
  decision: 'accepted' | 'rejected';
  citationId: CitationId | null;
  passageId: PassageId | null;
}

export function decisionsOf(db: ReadableDb, of: { exhibitId: ExhibitId } | { canonicalId: EntityId }): Decision[] {
  const where = 'exhibitId' in of ? 'exhibit_id = $exhibitId' : 'owner.canonical_id = $canonicalId';
  return db
    .prepare(`SELECT exhibit_id AS exhibitId, owner.canonical_id AS canonicalId, words_key AS wordsKey, page_index AS pageIndex, start, decision,
        citation_id AS citationId, passage_id AS passageId
      FROM mention_decision JOIN entity owner ON owner.id = entity_id WHERE ${where}`)
    .all(of)
    .map(row => ({
      exhibitId: ExhibitId.parse(row['exhibitId']),
      canonicalId: EntityId.parse(row['canonicalId']),
      wordsKey: String(row['wordsKey']),
      pageIndex: Number(row['pageIndex']),
      start: Number(row['start']),
      decision: row['decision'] === 'accepted' ? 'accepted' : 'rejected',
      citationId: row['citationId'] as CitationId | null,
      passageId: row['passageId'] === null ? null : PassageId.parse(row['passageId']),
    }));
}

export function putDecision(
  db: WritableDb,
  decided: Omit<Decision, 'canonicalId'> & { entityId: EntityId; at: Instant; by: string },
): void {
  db.prepare(`INSERT INTO mention_decision (entity_id, exhibit_id, words_key, page_index, start, decision, citation_id, passage_id, decided_at, decided_by)
              VALUES ($entityId, $exhibitId, $wordsKey, $pageIndex, $start, $decision, $citationId, $passageId, $at, $by)
              ON CONFLICT DO UPDATE SET decision = $decision, citation_id = $citationId, passage_id = $passageId, decided_at = $at, decided_by = $by`).run(
    { ...decided },
  );
}

/** Also those made when it was another record of the same subject. */
export function dropDecision(
  db: WritableDb,
  {
    canonicalId,
    exhibitId,
    wordsKey,
    pageIndex,
    start,
  }: Pick<Decision, 'canonicalId' | 'exhibitId' | 'wordsKey' | 'pageIndex' | 'start'>,
): void {
  db.prepare(`DELETE FROM mention_decision WHERE exhibit_id = $exhibitId AND words_key = $wordsKey AND page_index = $pageIndex AND start = $start
              AND entity_id IN (SELECT id FROM entity WHERE canonical_id = $canonicalId)`).run({
    canonicalId,
    exhibitId,
    wordsKey,
    pageIndex,
    start,
  });
}

export interface PageOfCase {
  exhibitId: ExhibitId;
  exhibitNumber: number;
  exhibitTitle: string;
  pageIndex: number;
  pageLabel: string | null;
  text: string;
}

/** Ids of the pages of a case that may hold one of the phrases, in the order of the exhibits, each with its exhibit. */
export function pagesWith(db: ReadableDb, caseId: CaseId, match: string): { pageId: number; exhibitId: ExhibitId }[] {
  return db
    .prepare(`SELECT page.id AS pageId, exhibit.id AS exhibitId FROM page_fts JOIN page ON page.id = page_fts.rowid
      JOIN rendition ON rendition.id = page.rendition_id AND is_current = 1 AND is_whole = 1 JOIN exhibit ON exhibit.sha256 = rendition.sha256
      WHERE page_fts MATCH $match AND exhibit.case_id = $caseId AND exhibit.withdrawn_at IS NULL ORDER BY exhibit.number, page.page_index`)
    .all({ match, caseId })
    .map(row => ({ pageId: Number(row['pageId']), exhibitId: ExhibitId.parse(row['exhibitId']) }));
}

export function readPages(db: ReadableDb, pages: readonly { pageId: number; exhibitId: ExhibitId }[]): PageOfCase[] {
  return db
    .prepare(`SELECT exhibit.id AS exhibitId, number, title, page_index AS pageIndex, label, text
      FROM json_each($pages) wanted JOIN page ON page.id = wanted.value ->> 'pageId' JOIN exhibit ON exhibit.id = wanted.value ->> 'exhibitId' ORDER BY wanted.key`)
    .all({ pages: toJson(pages) })
    .map(row => ({
      exhibitId: ExhibitId.parse(row['exhibitId']),
      exhibitNumber: Number(row['number']),
      exhibitTitle: String(row['title']),
      pageIndex: Number(row['pageIndex']),
      pageLabel: row['label'] === null ? null : String(row['label']),
      text: String(row['text']),
    }));
}

export function citationStands(db: ReadableDb, citationId: CitationId): boolean {
  return (
    db
      .prepare('SELECT 1 FROM statement_citation WHERE id = $citationId AND withdrawn_at IS NULL')
      .get({ citationId }) !== undefined
  );
}
