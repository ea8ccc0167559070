/** What only a bundle asks of entities: the exhibits that they rest on in a case, choices, and which are known elsewhere too. */
import type { CaseId, ExhibitId } from '../../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../../db/handles.ts';
import { toJson } from '../../../db/rows.ts';

/** Exhibits of the case that standing statements of these entities cite, by number. */
export function exhibitsBehind(db: ReadableDb, caseId: CaseId, canonicalIds: readonly string[]): ExhibitId[] {
  return db
    .prepare(`SELECT DISTINCT exhibit.id, exhibit.number FROM json_each($ids) wanted JOIN entity ON entity.canonical_id = wanted.value
      JOIN statement ON statement.entity_id = entity.id AND statement.withdrawn_at IS NULL
      JOIN statement_citation ON statement_citation.statement_id = statement.id AND statement_citation.withdrawn_at IS NULL
      JOIN passage ON passage.id = passage_id JOIN exhibit ON exhibit.id = passage.exhibit_id AND exhibit.case_id = $caseId
      ORDER BY exhibit.number`)
    .all({ caseId, ids: toJson(canonicalIds) })
    .map(row => row['id'] as ExhibitId);
}

/** The statements that people chose to show, the latest choice for each property. */
export function chosenStatements(db: ReadableDb, canonicalIds: readonly string[]): Set<string> {
  const rows = db
    .prepare(`SELECT canonical_id AS id, property, statement_id AS statementId FROM json_each($ids) wanted
      JOIN entity ON entity.canonical_id = wanted.value JOIN statement_choice ON statement_choice.entity_id = entity.id
      ORDER BY statement_choice.id`)
    .all({ ids: toJson(canonicalIds) });
  const latest = new Map(rows.map(row => [`${row['id']} ${row['property']}`, row['statementId']]));
  return new Set([...latest.values()].flatMap(id => (id === null ? [] : [String(id)])));
}

/** Those that belong to another case too, be it by one of the records merged in them. */
export function knownElsewhere(db: ReadableDb, caseId: CaseId, canonicalIds: readonly string[]): Set<string> {
  return new Set(
    db
      .prepare(`SELECT DISTINCT canonical_id AS id FROM json_each($ids) wanted JOIN entity ON entity.canonical_id = wanted.value
        JOIN case_entity ON case_entity.entity_id = entity.id AND case_id <> $caseId`)
      .all({ caseId, ids: toJson(canonicalIds) })
      .map(row => String(row['id'])),
  );
}

/** As merged; ids that the vault does not hold are left out. */
export function canonicalIds(db: ReadableDb, ids: readonly string[]): string[] {
  return db
    .prepare('SELECT DISTINCT canonical_id AS id FROM json_each($ids) wanted JOIN entity ON entity.id = wanted.value')
    .all({ ids: toJson(ids) })
    .map(row => String(row['id']));
}
