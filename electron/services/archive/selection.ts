/** What an archive of a case would hold: its exhibits less those that stay, its findings, and the cast and sources they need. */
import type { CaseId, EntityId, ExhibitId, FindingId, SourceId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, SqlParameters } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';

export interface ArchiveChoice {
  caseId: CaseId;
  /** Null: all of the case. */
  findingIds: readonly FindingId[] | null;
  /** With all that is inside them, and all that rests on them. */
  leftOutIds: readonly ExhibitId[];
}

export interface Archived {
  cases: ReadonlySet<CaseId>;
  exhibits: ReadonlySet<ExhibitId>;
  findings: ReadonlySet<FindingId>;
  entities: ReadonlySet<EntityId>;
  sources: ReadonlySet<SourceId>;
  /** Nothing of the case is left out. */
  isWhole: boolean;
}

export function selectForArchive(db: ReadableDb, choice: ArchiveChoice): Archived {
  const { caseId } = choice;
  const findings =
    choice.findingIds ?? ids<FindingId>(db, 'SELECT id FROM finding WHERE case_id = $caseId', { caseId });
  const exhibits = exhibitsOf(db, choice, findings);
  const all = ids<ExhibitId>(db, 'SELECT id FROM exhibit WHERE case_id = $caseId', { caseId });
  return {
    cases: new Set([caseId]),
    exhibits: new Set(exhibits),
    findings: new Set(findings),
    entities: new Set(entitiesOf(db, caseId, findings)),
    sources: new Set(sourcesOf(db, exhibits)),
    isWhole: choice.findingIds === null && exhibits.length === all.length,
  };
}

/** The parameters that the conditions of selectionSql name. */
export function parametersOf({ cases, exhibits, findings, entities, sources, isWhole }: Archived): SqlParameters {
  return {
    caseId: [...cases][0] ?? '',
    exhibits: toJson([...exhibits]),
    findings: toJson([...findings]),
    entities: toJson([...entities]),
    sources: toJson([...sources]),
    isWhole: isWhole ? 1 : 0,
  };
}

function exhibitsOf(db: ReadableDb, choice: ArchiveChoice, findings: readonly FindingId[]): ExhibitId[] {
  const { caseId } = choice;
  const leftOut = new Set(
    ids<ExhibitId>(
      db,
      `WITH RECURSIVE inside (id) AS (SELECT value FROM json_each($leftOut)
        UNION SELECT exhibit.id FROM exhibit JOIN inside ON exhibit.parent_id = inside.id) SELECT id FROM inside`,
      { leftOut: toJson(choice.leftOutIds) },
    ),
  );
  const chosen =
    choice.findingIds === null
      ? ids<ExhibitId>(db, 'SELECT id FROM exhibit WHERE case_id = $caseId ORDER BY id', { caseId })
      : // What the findings cite, the letters that answer for them, and what those lie in.
        ids<ExhibitId>(
          db,
          `WITH RECURSIVE cited (id) AS (
            SELECT passage.exhibit_id FROM citation JOIN claim ON claim.id = claim_id JOIN passage ON passage.id = passage_id
              JOIN exhibit ON exhibit.id = passage.exhibit_id AND exhibit.case_id = $caseId
              WHERE finding_id IN (SELECT value FROM json_each($findings))
            UNION SELECT reply_exhibit_id FROM request WHERE finding_id IN (SELECT value FROM json_each($findings)) AND reply_exhibit_id IS NOT NULL
            UNION SELECT exhibit.parent_id FROM exhibit JOIN cited ON exhibit.id = cited.id WHERE exhibit.parent_id IS NOT NULL)
          SELECT id FROM cited ORDER BY id`,
          { caseId, findings: toJson(findings) },
        );
  return chosen.filter(id => !leftOut.has(id));
}

/** Those of the case, and those that its statements, claims, participants and requests name. */
function entitiesOf(db: ReadableDb, caseId: CaseId, findings: readonly FindingId[]): EntityId[] {
  return ids<EntityId>(
    db,
    `WITH named (id) AS (
      SELECT entity_id FROM case_entity WHERE case_id = $caseId
      UNION SELECT entity_id FROM statement WHERE case_id = $caseId
      UNION SELECT target_id FROM statement WHERE case_id = $caseId AND target_id IS NOT NULL
      UNION SELECT entity_id FROM request WHERE case_id = $caseId AND entity_id IS NOT NULL
      UNION SELECT one.value FROM claim, json_each(claim.entity_ids) one WHERE finding_id IN (SELECT value FROM json_each($findings))
      UNION SELECT json_extract(one.value, '$.entityId') FROM finding, json_each(finding.participants) one
        WHERE finding.id IN (SELECT value FROM json_each($findings)) AND json_extract(one.value, '$.entityId') IS NOT NULL)
    SELECT entity.id FROM entity JOIN named ON named.id = entity.id ORDER BY entity.id`,
    { caseId, findings: toJson(findings) },
  );
}

/** With their origins, and the origins of those. */
function sourcesOf(db: ReadableDb, exhibits: readonly ExhibitId[]): SourceId[] {
  return ids<SourceId>(
    db,
    `WITH RECURSIVE needed (id) AS (
      SELECT source_id FROM exhibit WHERE id IN (SELECT value FROM json_each($exhibits)) AND source_id IS NOT NULL
      UNION SELECT origin_id FROM source_origin JOIN needed ON source_id = needed.id)
    SELECT id FROM needed ORDER BY id`,
    { exhibits: toJson(exhibits) },
  );
}

function ids<Id extends string>(db: ReadableDb, sql: string, parameters: SqlParameters): Id[] {
  return db
    .prepare(sql)
    .all(parameters)
    .map(row => row['id'] as Id);
}
