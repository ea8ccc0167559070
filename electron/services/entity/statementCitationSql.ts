/** Citations of statements: the same form as those of claims, and the same rules. */
import { StatementCitation, StatementCitationView } from '../../../shared/domain/entity/statement.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import { EntityId, type CitationId, type PassageId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromFlag, toJson } from '../../db/rows.ts';

const columns = `sc.id, sc.statement_id AS statementId, sc.passage_id AS passageId, sc.bearing, sc.credibility, sc.quote,
  sc.page_index AS pageIndex, sc.page_label AS pageLabel, sc.cited_at AS citedAt, sc.cited_by AS citedBy, sc.withdrawn_at AS withdrawnAt`;

const select = `${columns}, exhibit.id AS exhibitId, exhibit.number AS exhibitNumber, exhibit.title AS exhibitTitle,
  exhibit.withdrawn_at AS exhibitWithdrawnAt, authenticity, is_observation AS isObservation, source.id AS sourceId,
  source.name AS sourceName, source.reliability, passage.anchor`;
const from = `JOIN statement_citation sc ON sc.statement_id = statement.id JOIN passage ON passage.id = sc.passage_id JOIN exhibit ON exhibit.id = passage.exhibit_id
  LEFT JOIN source ON source.id = exhibit.source_id`;

function toView(row: Record<string, unknown>): StatementCitationView {
  return StatementCitationView.parse({
    ...row,
    exhibitWithdrawn: row['exhibitWithdrawnAt'] !== null,
    isObservation: fromFlag(row['isObservation']),
  });
}

export function insertStatementCitation(db: WritableDb, citation: StatementCitation): void {
  db.prepare(`INSERT INTO statement_citation (id, statement_id, passage_id, bearing, credibility, quote, page_index, page_label, cited_at, cited_by, withdrawn_at)
              VALUES ($id, $statementId, $passageId, $bearing, $credibility, $quote, $pageIndex, $pageLabel, $citedAt, $citedBy, $withdrawnAt)`).run(
    citation,
  );
}

export function findStatementCitation(db: ReadableDb, id: string): StatementCitation | null {
  const row = db.prepare(`SELECT ${columns} FROM statement_citation sc WHERE sc.id = $id`).get({ id });
  return row ? StatementCitation.parse(row) : null;
}

/** Of one statement, those that stand. */
export function citationsOfStatement(db: ReadableDb, statementId: string): StatementCitation[] {
  return db
    .prepare(
      `SELECT ${columns} FROM statement_citation sc WHERE sc.statement_id = $statementId AND sc.withdrawn_at IS NULL ORDER BY sc.cited_at, sc.id`,
    )
    .all({ statementId })
    .map(row => StatementCitation.parse(row));
}

export function updateStatementCitation(
  db: WritableDb,
  { id, bearing, credibility }: Pick<StatementCitation, 'id' | 'bearing' | 'credibility'>,
): void {
  db.prepare('UPDATE statement_citation SET bearing = $bearing, credibility = $credibility WHERE id = $id').run({
    id,
    bearing,
    credibility,
  });
}

export function setStatementCitationWithdrawn(db: WritableDb, id: CitationId, at: Instant | null): void {
  db.prepare('UPDATE statement_citation SET withdrawn_at = $at WHERE id = $id').run({ id, at });
}

export type CitationOfEntity = StatementCitationView & { entityId: EntityId; property: string; value: string };

/** Standing citations of standing statements of entities, given as canonical ids. */
export function citationsOfEntities(db: ReadableDb, canonicalIds: readonly EntityId[]): CitationOfEntity[] {
  return db
    .prepare(`SELECT ${select}, entity.canonical_id AS entityId, statement.property, statement.value
      FROM json_each($ids) wanted JOIN entity ON entity.canonical_id = wanted.value
      JOIN statement ON statement.entity_id = entity.id AND statement.withdrawn_at IS NULL
      ${from}
      WHERE sc.withdrawn_at IS NULL ORDER BY exhibit.number, sc.page_index, sc.cited_at, sc.id`)
    .all({ ids: toJson(canonicalIds) })
    .map(row => ({
      ...toView(row),
      entityId: EntityId.parse(row['entityId']),
      property: String(row['property']),
      value: String(row['value']),
    }));
}

/** Standing citations of all statements of one entity, withdrawn statements included: those may be restored. */
export function citationsForView(db: ReadableDb, canonicalId: EntityId): StatementCitationView[] {
  return db
    .prepare(`SELECT ${select} FROM entity JOIN statement ON statement.entity_id = entity.id
      ${from}
      WHERE entity.canonical_id = $canonicalId AND sc.withdrawn_at IS NULL ORDER BY exhibit.number, sc.page_index, sc.cited_at, sc.id`)
    .all({ canonicalId })
    .map(toView);
}

export function statementsOnPassage(
  db: ReadableDb,
  passageId: PassageId,
): { entityId: string; statementId: string; property: string; citationId: string }[] {
  return db
    .prepare(`SELECT statement.entity_id AS entityId, statement.id AS statementId, property, sc.id AS citationId
      FROM statement_citation sc JOIN statement ON statement.id = sc.statement_id
      WHERE sc.passage_id = $passageId AND sc.withdrawn_at IS NULL AND statement.withdrawn_at IS NULL ORDER BY sc.cited_at, sc.id`)
    .all({ passageId })
    .map(row => ({
      entityId: String(row['entityId']),
      statementId: String(row['statementId']),
      property: String(row['property']),
      citationId: String(row['citationId']),
    }));
}
