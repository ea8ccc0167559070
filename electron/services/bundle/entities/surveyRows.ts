/** Kept statements in the shapes from which chart, timeline and map are made in the app: the same rules make them here. */
import type { EntityKind } from '../../../../shared/domain/entity/entity.ts';
import { kindOfSchema } from '../../../../shared/domain/ftm/index.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import type { Tying } from '../../chart/index.ts';
import type { PositionRow } from '../../map/index.ts';
import type { DatedStatement } from '../../timeline/index.ts';
import type { KeptStatement } from './keptStatements.ts';
import type { Surveyed } from './survey.ts';

/** Said of one that is not here: its name would be told by another case, or by what stays. */
export const UNNAMED = '(not in this bundle)';

/** A statement with the entity that it is of, as merged. */
export interface Said {
  one: KeptStatement;
  id: EntityId;
  schema: string;
  kind: EntityKind;
}

export function toTying({ one, id, schema, kind }: Said): Tying & { at: string } {
  return {
    statementId: one.id,
    ownerId: id,
    ownerSchema: schema,
    ownerKind: kind,
    property: one.property,
    targetId: one.targetId as EntityId,
    targetKind: kindOfSchema(one.targetSchema),
    targetStands: true,
    role: one.detail.role ?? '',
    fromOn: one.fromOn,
    toOn: one.toOn,
    at: `${one.recordedAt} ${one.id}`,
  };
}

export function toPosition({ one, id, schema, kind }: Said): PositionRow {
  return {
    statementId: one.id,
    ownerId: id,
    ownerSchema: schema,
    ownerKind: kind,
    memberId: one.memberId as EntityId,
    property: one.property as PositionRow['property'],
    value: one.value,
    original: one.original,
    detail: one.detail,
    fromOn: one.fromOn,
    toOn: one.toOn,
    recordedAt: one.recordedAt,
    support: one.support,
    isChosen: one.isChosen,
  };
}

export function toDated({ one, id, schema, kind }: Said, found: ReadonlyMap<string, Surveyed>): DatedStatement {
  const target = one.targetId === null ? null : (found.get(one.targetId) ?? null);
  const isTied = one.targetId !== null;
  return {
    id: one.id,
    ownerId: id,
    ownerSchema: schema,
    ownerKind: kind,
    ownerCaption: found.get(id)?.caption ?? '',
    property: one.property,
    value: isTied ? (target?.caption ?? UNNAMED) : one.value,
    original: one.original,
    targetId: target?.id ?? null,
    targetSchema: target?.schema ?? null,
    targetKind: target?.kind ?? null,
    targetCaption: isTied ? (target?.caption ?? UNNAMED) : null,
    position: one.detail.position ?? null,
    fromOn: one.fromOn,
    toOn: one.toOn,
    recordedAt: one.recordedAt,
    isChosen: one.isChosen,
  };
}
