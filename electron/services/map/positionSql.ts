/** Rows of what a case says of places: statements of position, who is tied to them, and the places that its files claim. */
import { ClaimedPlace } from '../../../shared/domain/extraction.ts';
import type { EntityKind } from '../../../shared/domain/ftm/index.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId, EntityId, ExhibitId, StatementId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fromJson, toJson } from '../../db/rows.ts';
import { IN_CASE as condition } from '../entity/index.ts';

export interface PositionRow {
  statementId: StatementId;
  /** As merged. */
  ownerId: EntityId;
  ownerSchema: string;
  ownerKind: EntityKind;
  /** The record that it was stated of: a latitude belongs with the longitude of the same one. */
  memberId: EntityId;
  property: 'position' | 'latitude' | 'longitude';
  value: string;
  original: string;
  /** Unparsed: old or foreign statements may hold anything. */
  detail: unknown;
  fromOn: string | null;
  toOn: string | null;
  recordedAt: Instant;
  /** Citations that support it and stand. */
  support: number;
  isChosen: boolean;
}

/** Standing statements of position of the entities of a case, in the order of recording. */
export function positionRows(db: ReadableDb, caseId: CaseId): PositionRow[] {
  return db
    .prepare(`SELECT statement.id AS statementId, entity.id AS ownerId, entity.schema AS ownerSchema, entity.kind AS ownerKind,
      statement.entity_id AS memberId, property, value, original, detail, from_on AS fromOn, to_on AS toOn, recorded_at AS recordedAt,
      (SELECT count(*) FROM statement_citation sc WHERE sc.statement_id = statement.id AND sc.withdrawn_at IS NULL AND sc.bearing = 'supports') AS support,
      statement.id = (SELECT statement_id FROM statement_choice choice JOIN entity chooser ON chooser.id = choice.entity_id
        WHERE chooser.canonical_id = entity.id AND choice.property = statement.property ORDER BY choice.id DESC LIMIT 1) AS isChosen
      FROM entity JOIN entity member ON member.canonical_id = entity.id JOIN statement ON statement.entity_id = member.id
      WHERE ${condition} AND entity.withdrawn_at IS NULL AND property IN ('position', 'latitude', 'longitude') AND statement.withdrawn_at IS NULL
      ORDER BY recorded_at, statement.id`)
    .all({ caseId })
    .map(row => ({ ...row, detail: fromJson(row['detail']), isChosen: row['isChosen'] === 1 }) as PositionRow);
}

export interface NamingRow {
  statementId: StatementId;
  ownerId: EntityId;
  ownerSchema: string;
  ownerKind: EntityKind;
  property: string;
  targetId: EntityId;
}

/** Statements by which others of the case name these entities: who has an address, which voyage began at it. */
export function namingRows(db: ReadableDb, caseId: CaseId, targetIds: readonly EntityId[]): NamingRow[] {
  return db
    .prepare(`SELECT statement.id AS statementId, entity.id AS ownerId, entity.schema AS ownerSchema, entity.kind AS ownerKind, property,
      target.canonical_id AS targetId
      FROM json_each($ids) wanted JOIN entity target ON target.canonical_id = wanted.value
      JOIN statement ON statement.target_id = target.id JOIN entity member ON member.id = statement.entity_id
      JOIN entity ON entity.id = member.canonical_id
      WHERE ${condition} AND entity.withdrawn_at IS NULL AND statement.withdrawn_at IS NULL ORDER BY recorded_at, statement.id`)
    .all({ caseId, ids: toJson(targetIds) })
    .map(row => ({ ...row }) as unknown as NamingRow);
}

export interface SideRow {
  ownerId: EntityId;
  property: string;
  targetId: EntityId;
  /** A place of the map itself, which takes no part in what happens there. */
  isAddress: boolean;
}

/** Whom events and relationships name: participants, vehicles, owners. */
export function sideRows(db: ReadableDb, ownerIds: readonly EntityId[]): SideRow[] {
  return db
    .prepare(`SELECT DISTINCT member.canonical_id AS ownerId, property, target.id AS targetId, target.schema = 'Address' AS isAddress
      FROM json_each($ids) wanted JOIN entity member ON member.canonical_id = wanted.value JOIN statement ON statement.entity_id = member.id
      JOIN entity named ON named.id = statement.target_id JOIN entity target ON target.id = named.canonical_id
      WHERE statement.withdrawn_at IS NULL AND target.withdrawn_at IS NULL`)
    .all({ ids: toJson(ownerIds) })
    .map(row => ({ ...row, isAddress: row['isAddress'] === 1 }) as SideRow);
}

/** What kind of event each is said to be, by the first statement that says so. */
export function eventKinds(db: ReadableDb, ids: readonly EntityId[]): Map<EntityId, string> {
  const rows = db
    .prepare(`SELECT member.canonical_id AS id, statement.value FROM json_each($ids) wanted JOIN entity member ON member.canonical_id = wanted.value
      JOIN statement ON statement.entity_id = member.id
      WHERE property = 'eventKind' AND statement.withdrawn_at IS NULL ORDER BY recorded_at DESC, statement.id DESC`)
    .all({ ids: toJson(ids) });
  return new Map(rows.map(row => [row['id'] as EntityId, String(row['value'])]));
}

export interface ClaimingFile {
  exhibitId: ExhibitId;
  exhibitNumber: number;
  title: string;
  mediaType: string;
  places: ClaimedPlace[];
}

/** Exhibits of a case whose file says where something is, by the reading in use. */
export function claimingFiles(db: ReadableDb, caseId: CaseId): ClaimingFile[] {
  return db
    .prepare(`SELECT exhibit.id AS exhibitId, number AS exhibitNumber, title, media_type AS mediaType, places
      FROM exhibit JOIN document ON document.sha256 = exhibit.sha256 JOIN rendition ON rendition.sha256 = exhibit.sha256 AND is_current = 1 AND is_whole = 1
      WHERE case_id = $caseId AND exhibit.withdrawn_at IS NULL AND places <> '[]' ORDER BY number`)
    .all({ caseId })
    .map(row => ({
      exhibitId: row['exhibitId'] as ExhibitId,
      exhibitNumber: Number(row['exhibitNumber']),
      title: String(row['title']),
      mediaType: String(row['mediaType']),
      places: ClaimedPlace.array().parse(fromJson(row['places'])),
    }));
}
