/** What of a case's entities has to do with time: all of events, ties and records; of things, what bears a date. */
import type { EntityKind } from '../../../shared/domain/entity/entity.ts';
import { StatementDetail } from '../../../shared/domain/entity/statement.ts';
import type { CaseId, EntityId, StatementId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fromJson, toJson } from '../../db/rows.ts';
import { IN_CASE } from '../entity/index.ts';

export interface DatedStatement {
  id: StatementId;
  ownerId: EntityId;
  ownerSchema: string;
  ownerKind: EntityKind;
  ownerCaption: string;
  property: string;
  value: string;
  original: string;
  targetId: EntityId | null;
  targetSchema: string | null;
  targetKind: EntityKind | null;
  targetCaption: string | null;
  position: NonNullable<StatementDetail['position']> | null;
  fromOn: string | null;
  toOn: string | null;
  recordedAt: string;
  isChosen: boolean;
}

/** `dateProperties`: names of the properties whose values are dates. */
export function datedStatements(db: ReadableDb, caseId: CaseId, dateProperties: readonly string[]): DatedStatement[] {
  return db
    .prepare(`SELECT statement.id, entity.id AS ownerId, entity.schema AS ownerSchema, entity.kind AS ownerKind, entity.caption AS ownerCaption,
      statement.property, statement.value, statement.original, statement.detail, from_on AS fromOn, to_on AS toOn, recorded_at AS recordedAt,
      target.id AS targetId, target.schema AS targetSchema, target.kind AS targetKind, target.caption AS targetCaption,
      (SELECT choice.statement_id FROM statement_choice choice JOIN entity chooser ON chooser.id = choice.entity_id
        WHERE chooser.canonical_id = entity.id AND choice.property = statement.property ORDER BY choice.id DESC LIMIT 1) = statement.id AS isChosen
      FROM entity JOIN entity member ON member.canonical_id = entity.id JOIN statement ON statement.entity_id = member.id
      LEFT JOIN entity named ON named.id = statement.target_id LEFT JOIN entity target ON target.id = named.canonical_id AND target.withdrawn_at IS NULL
      WHERE ${IN_CASE} AND entity.withdrawn_at IS NULL AND statement.withdrawn_at IS NULL
        AND (entity.kind <> 'thing' OR from_on IS NOT NULL OR to_on IS NOT NULL
          OR statement.property IN (SELECT value FROM json_each($dateProperties)))
      ORDER BY entity.seq, recorded_at, statement.rowid`)
    .all({ caseId, dateProperties: toJson(dateProperties) })
    .map(row => ({
      id: row['id'] as StatementId,
      ownerId: row['ownerId'] as EntityId,
      ownerSchema: String(row['ownerSchema']),
      ownerKind: row['ownerKind'] as EntityKind,
      ownerCaption: String(row['ownerCaption']),
      property: String(row['property']),
      value: String(row['value']),
      original: String(row['original']),
      targetId: row['targetId'] as EntityId | null,
      targetSchema: row['targetSchema'] as string | null,
      targetKind: row['targetKind'] as EntityKind | null,
      targetCaption: row['targetCaption'] as string | null,
      position: row['detail'] === '{}' ? null : (StatementDetail.parse(fromJson(row['detail'])).position ?? null),
      fromOn: row['fromOn'] as string | null,
      toOn: row['toOn'] as string | null,
      recordedAt: String(row['recordedAt']),
      isChosen: row['isChosen'] === 1,
    }));
}
