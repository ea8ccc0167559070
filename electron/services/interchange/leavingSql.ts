/** Statements and citations of entities that leave, some hundreds of entities at a time. */
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { LeavingCitation } from '../../../shared/domain/interchange/index.ts';
import { StatementDetail } from '../../../shared/domain/entity/statement.ts';
import { pageKindOf, printedPage } from '../../../shared/domain/rendition.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId, EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fromJson, toJson } from '../../db/rows.ts';

export interface LeavingId {
  id: EntityId;
  schema: string;
}

export interface LeavingRow extends LeavingId {
  foreignId: string | null;
  caption: string;
}

/** As merged, not withdrawn: those of the case, or those chosen with the ties, events and papers between them. */
export interface Choice {
  caseId: CaseId;
  /** Canonical ids; null for all of the case. */
  chosen: readonly EntityId[] | null;
}

const OF_CASE = `canonical.id IN (SELECT member.canonical_id FROM case_entity JOIN entity member ON member.id = case_entity.entity_id
  WHERE case_id = $caseId)`;
/**
 * A tie goes along where all its sides are chosen (two, in most); an event where two of the chosen took part; a paper where the
 * one that it is of is chosen. $chosen is a list of canonical ids.
 */
const BETWEEN_CHOSEN = `(canonical.id IN (SELECT value FROM json_each($chosen)) OR canonical.id IN (
  SELECT owner.canonical_id FROM json_each($chosen) wanted JOIN entity target ON target.canonical_id = wanted.value
    JOIN statement ON statement.target_id = target.id AND statement.withdrawn_at IS NULL
    JOIN entity owner ON owner.id = statement.entity_id
  WHERE owner.kind <> 'thing'
  GROUP BY owner.canonical_id HAVING count(DISTINCT target.canonical_id) >= CASE owner.kind WHEN 'record' THEN 1 ELSE 2 END))`;

/** A statement is of the case that it was recorded in, and of those that cite it: what another case holds stays with that. */
const OF_THIS_CASE = `(statement.case_id = $caseId OR EXISTS (SELECT 1 FROM statement_citation JOIN passage ON passage.id = passage_id
  JOIN exhibit ON exhibit.id = passage.exhibit_id
  WHERE statement_id = statement.id AND statement_citation.withdrawn_at IS NULL AND exhibit.case_id = $caseId))`;
const SAYS_SOMETHING = `EXISTS (SELECT 1 FROM entity member JOIN statement ON statement.entity_id = member.id AND statement.withdrawn_at IS NULL
  WHERE member.canonical_id = canonical.id AND ${OF_THIS_CASE})`;

/** All that goes, in the order in which it was made: read once, so that every pass of a writer sees the same. */
export function leavingIds(db: ReadableDb, { caseId, chosen }: Choice): LeavingId[] {
  const condition = chosen === null ? OF_CASE : BETWEEN_CHOSEN;
  return db
    .prepare(`SELECT canonical.id, schema FROM entity canonical
      WHERE canonical.canonical_id = canonical.id AND canonical.withdrawn_at IS NULL
        AND ${condition} AND ${SAYS_SOMETHING} ORDER BY canonical.seq`)
    .all(chosen === null ? { caseId } : { caseId, chosen: toJson(chosen) }) as unknown as LeavingId[];
}

/** Exhibits of the case that statements of these entities rest on. */
export function citedExhibits(db: ReadableDb, caseId: CaseId, ids: readonly EntityId[]): ExhibitId[] {
  return db
    .prepare(`SELECT DISTINCT exhibit.id FROM json_each($ids) wanted JOIN entity member ON member.canonical_id = wanted.value
      JOIN statement ON statement.entity_id = member.id AND statement.withdrawn_at IS NULL
      JOIN statement_citation ON statement_id = statement.id AND statement_citation.withdrawn_at IS NULL
      JOIN passage ON passage.id = passage_id JOIN exhibit ON exhibit.id = passage.exhibit_id AND exhibit.case_id = $caseId`)
    .all({ caseId, ids: toJson(ids) })
    .map(row => row['id'] as ExhibitId);
}

export interface WithoutWords {
  caseId: CaseId;
  ids: readonly EntityId[];
  /** Exhibits that do not go. */
  staying: readonly ExhibitId[];
}

const RESTS_ON = `FROM statement_citation JOIN passage ON passage.id = passage_id JOIN exhibit ON exhibit.id = passage.exhibit_id
  WHERE statement_id = statement.id AND statement_citation.withdrawn_at IS NULL AND exhibit.case_id = $caseId`;

/** Those that neither state nor are named by anything that rests on nothing, or on an exhibit that goes. */
export function idsWithoutWords(db: ReadableDb, { caseId, ids, staying }: WithoutWords): string[] {
  return db
    .prepare(`WITH wanted AS MATERIALIZED (SELECT value AS id FROM json_each($ids)),
      goes AS MATERIALIZED (SELECT owner.canonical_id AS ownerId, named.canonical_id AS namedId
        FROM wanted JOIN entity owner ON owner.canonical_id = wanted.id
        JOIN statement ON statement.entity_id = owner.id AND statement.withdrawn_at IS NULL
        LEFT JOIN entity named ON named.id = statement.target_id
        WHERE ${OF_THIS_CASE} AND (NOT EXISTS (SELECT 1 ${RESTS_ON})
          OR EXISTS (SELECT 1 ${RESTS_ON} AND exhibit.id NOT IN (SELECT value FROM json_each($staying)))))
      SELECT id FROM wanted WHERE id NOT IN (SELECT ownerId FROM goes)
        AND id NOT IN (SELECT namedId FROM goes WHERE namedId IS NOT NULL)`)
    .all({ caseId, ids: toJson(ids), staying: toJson(staying) })
    .map(row => String(row['id']));
}

export function leavingRows(db: ReadableDb, ids: readonly EntityId[]): LeavingRow[] {
  return db
    .prepare(`SELECT entity.id, foreign_id AS foreignId, schema, caption FROM json_each($ids) wanted JOIN entity ON entity.id = wanted.value
      ORDER BY wanted.key`)
    .all({ ids: toJson(ids) }) as unknown as LeavingRow[];
}

export interface LeavingStatement {
  id: string;
  canonicalId: string;
  /** The record that it was stated of, which may be merged in the canonical one. */
  memberId: string;
  property: string;
  value: string;
  original: string;
  language: string;
  quality: string | null;
  detail: StatementDetail;
  fromOn: string | null;
  toOn: string | null;
  credibility: number;
  note: string;
  targetId: string | null;
  targetForeignId: string | null;
  targetSchema: string;
  /** '' where the one named is not of the case. */
  targetCaption: string;
  recordedAt: Instant;
}

/** In one order, whenever they were recorded. The CROSS JOIN goes from the one named: from the case's entities, each statement would read all of them. */
export function leavingStatements(
  db: ReadableDb,
  caseId: CaseId,
  canonicalIds: readonly EntityId[],
): LeavingStatement[] {
  return db
    .prepare(`SELECT statement.id, owner.canonical_id AS canonicalId, owner.id AS memberId, property, statement.value, original, language, quality, detail,
        from_on AS fromOn, to_on AS toOn, credibility, note, target.id AS targetId, target.foreign_id AS targetForeignId,
        target.schema AS targetSchema, recorded_at AS recordedAt,
        iif(target.id IS NOT NULL AND EXISTS (SELECT 1 FROM entity member CROSS JOIN case_entity ON case_entity.entity_id = member.id
          AND case_id = $caseId WHERE member.canonical_id = target.id), target.caption, '') AS targetCaption
      FROM json_each($ids) wanted JOIN entity owner ON owner.canonical_id = wanted.value
      JOIN statement ON statement.entity_id = owner.id AND statement.withdrawn_at IS NULL
      LEFT JOIN entity named ON named.id = statement.target_id LEFT JOIN entity target ON target.id = named.canonical_id
      WHERE ${OF_THIS_CASE} ORDER BY property, statement.value, recorded_at, statement.id`)
    .all({ caseId, ids: toJson(canonicalIds) })
    .map(row => ({ ...row, detail: StatementDetail.parse(fromJson(row['detail'])) }) as LeavingStatement);
}

export function leavingMembers(db: ReadableDb, canonicalIds: readonly EntityId[]): Map<string, string[]> {
  const rows = db
    .prepare(`SELECT canonical_id AS canonicalId, coalesce(foreign_id, entity.id) AS id FROM json_each($ids) wanted
      JOIN entity ON entity.canonical_id = wanted.value AND entity.id <> entity.canonical_id ORDER BY entity.id`)
    .all({ ids: toJson(canonicalIds) });
  const members = new Map<string, string[]>();
  for (const { canonicalId, id } of rows)
    members.set(String(canonicalId), [...(members.get(String(canonicalId)) ?? []), String(id)]);
  return members;
}

export interface CitationOfCase extends LeavingCitation {
  exhibitId: ExhibitId;
}

/** What statements rest on in this case, by statement, in the order of citing. */
export function leavingCitations(
  db: ReadableDb,
  caseId: CaseId,
  statementIds: readonly string[],
): Map<string, CitationOfCase[]> {
  const rows = db
    .prepare(`SELECT statement_id AS statementId, exhibit.id AS exhibitId, exhibit.number, exhibit.sha256, document.media_type AS mediaType,
        statement_citation.page_index AS pageIndex, statement_citation.page_label AS pageLabel, statement_citation.quote, bearing
      FROM json_each($ids) wanted JOIN statement_citation ON statement_citation.statement_id = wanted.value
        AND statement_citation.withdrawn_at IS NULL
      JOIN passage ON passage.id = passage_id JOIN exhibit ON exhibit.id = passage.exhibit_id AND exhibit.case_id = $caseId
      JOIN document ON document.sha256 = exhibit.sha256 ORDER BY cited_at, statement_citation.id`)
    .all({ caseId, ids: toJson(statementIds) });
  const citations = new Map<string, CitationOfCase[]>();
  for (const row of rows) {
    const page = { index: Number(row['pageIndex']), label: row['pageLabel'] as string | null };
    const citation: CitationOfCase = {
      exhibitId: row['exhibitId'] as ExhibitId,
      exhibit: exhibitNumber(Number(row['number'])),
      sha256: String(row['sha256']),
      page: printedPage(page, pageKindOf(String(row['mediaType']))),
      quote: String(row['quote']),
      bearing: String(row['bearing']),
    };
    const id = String(row['statementId']);
    const list = citations.get(id);
    if (list) list.push(citation);
    else citations.set(id, [citation]);
  }
  return citations;
}
