/** The ties of an entity, as it reads them: relationships from either side, events that it took part in, and properties that name. */
import type { LinkView } from '../../../shared/contract/entity.ts';
import { heldOn } from '../../../shared/domain/entity/shownStatement.ts';
import { MEASURES, tieMeasure } from '../../../shared/domain/entity/tieMeasure.ts';
import { edgeWords, type EntityKind, schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import { EntityId, StatementId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fromJson, toJson } from '../../db/rows.ts';
import { chipsOf } from './entitySql.ts';
import { strengthsOf } from './strengths.ts';

interface Tying {
  statementId: StatementId;
  ownerId: EntityId;
  ownerSchema: string;
  ownerKind: EntityKind;
  property: string;
  targetId: EntityId;
  role: string;
  fromOn: string | null;
  toOn: string | null;
}

const columns = `statement.id AS statementId, owner.canonical_id AS ownerId, canonical.schema AS ownerSchema, canonical.kind AS ownerKind,
  property, target.canonical_id AS targetId, detail, from_on AS fromOn, to_on AS toOn`;
const from = `statement JOIN entity owner ON owner.id = statement.entity_id JOIN entity canonical ON canonical.id = owner.canonical_id
  JOIN entity target ON target.id = statement.target_id`;

function toTying(row: Record<string, unknown>): Tying {
  const detail = fromJson(row['detail']) as { role?: string } | null;
  return {
    statementId: StatementId.parse(row['statementId']),
    ownerId: EntityId.parse(row['ownerId']),
    ownerSchema: String(row['ownerSchema']),
    ownerKind: String(row['ownerKind']) as EntityKind,
    property: String(row['property']),
    targetId: EntityId.parse(row['targetId']),
    role: detail?.role ?? '',
    fromOn: row['fromOn'] as string | null,
    toOn: row['toOn'] as string | null,
  };
}

/** Statements by which others name this entity, and by which it names others. */
function tyingOf(db: ReadableDb, canonicalId: EntityId): { naming: Tying[]; named: Tying[] } {
  const naming = db
    .prepare(`SELECT ${columns} FROM ${from} WHERE target.canonical_id = $canonicalId
      AND statement.withdrawn_at IS NULL AND canonical.withdrawn_at IS NULL ORDER BY recorded_at, statement.id`)
    .all({ canonicalId })
    .map(toTying);
  const named = db
    .prepare(`SELECT ${columns} FROM ${from} WHERE owner.canonical_id = $canonicalId
      AND statement.withdrawn_at IS NULL AND target.withdrawn_at IS NULL ORDER BY recorded_at, statement.id`)
    .all({ canonicalId })
    .map(toTying);
  return { naming, named };
}

/** Statements of ties and events that say which others are in them, by tie. */
function sidesOf(db: ReadableDb, ids: readonly EntityId[]): Map<EntityId, Tying[]> {
  const rows = db
    .prepare(`SELECT ${columns} FROM json_each($ids) wanted JOIN entity owner ON owner.canonical_id = wanted.value
      JOIN entity canonical ON canonical.id = owner.canonical_id
      JOIN statement ON statement.entity_id = owner.id AND statement.withdrawn_at IS NULL JOIN entity target ON target.id = statement.target_id
      ORDER BY recorded_at, statement.id`)
    .all({ ids: toJson(ids) })
    .map(toTying);
  return groupBy(rows, side => side.ownerId);
}

export interface Extent {
  fromOn: string | null;
  toOn: string | null;
  role: string;
  /** "100,000 EUR"; '' where it is of no amount. */
  measure: string;
}

/** From when to when ties and events are, the role that they state and how much they are of, by their own properties. */
export function extentsOf(db: ReadableDb, ids: readonly EntityId[]): Map<EntityId, Extent> {
  const rows = db
    .prepare(`SELECT owner.canonical_id AS id, property, statement.value FROM json_each($ids) wanted JOIN entity owner ON owner.canonical_id = wanted.value
      JOIN statement ON statement.entity_id = owner.id AND statement.withdrawn_at IS NULL
      WHERE property IN (SELECT value FROM json_each($properties)) ORDER BY recorded_at, statement.id`)
    .all({ ids: toJson(ids), properties: toJson(['date', 'startDate', 'endDate', 'role', ...MEASURES]) });
  const read = new Map<EntityId, Map<string, string>>();
  for (const row of rows) {
    const id = EntityId.parse(row['id']);
    const values = read.get(id) ?? new Map<string, string>();
    if (!values.has(String(row['property']))) values.set(String(row['property']), String(row['value']));
    read.set(id, values);
  }
  return new Map(
    ids.map(id => {
      const values = read.get(id);
      const on = values?.get('date') ?? null;
      const begins = values?.get('startDate') ?? on;
      const ends = values?.get('endDate') ?? (values?.has('startDate') ? null : on);
      return [
        id,
        { fromOn: begins, toOn: ends, role: values?.get('role') ?? '', measure: tieMeasure(values ?? new Map()) },
      ];
    }),
  );
}

export function linksOf(db: ReadableDb, canonicalId: EntityId, asAt: string | null): LinkView[] {
  const { naming, named } = tyingOf(db, canonicalId);
  const ties = [...new Set(naming.filter(one => one.ownerKind !== 'thing').map(one => one.ownerId))];
  const extents = extentsOf(db, ties);
  const sides = sidesOf(db, ties);
  const strengths = strengthsOf(db, [...new Set([...naming, ...named].map(one => one.ownerId))]);
  const chips = chipsOf(db, [
    canonicalId,
    ...[...naming, ...named].flatMap(one => [one.ownerId, one.targetId]),
    ...[...sides.values()].flat().map(side => side.targetId),
  ]);
  const view = (
    tie: Tying,
    words: Pick<LinkView, 'words' | 'direction' | 'schema'>,
    otherId: EntityId | null,
    extent: Extent | undefined,
  ): LinkView => {
    const strength = strengths.get(tie.ownerId);
    return {
      entityId: tie.ownerId,
      statementId: tie.statementId,
      kind: tie.ownerKind,
      caption: chips.get(tie.ownerId)?.caption ?? '',
      role: tie.role || extent?.role || '',
      measure: extent?.measure ?? '',
      other: (otherId === null ? null : chips.get(otherId)) ?? null,
      fromOn: tie.fromOn ?? extent?.fromOn ?? null,
      toOn: tie.toOn ?? extent?.toOn ?? null,
      strength: strength?.strength ?? 'possible',
      strengthJudgement: strength?.judgement ?? null,
      citationCount: strength?.citationCount ?? 0,
      ...words,
    };
  };
  const links: LinkView[] = [];
  for (const one of naming) {
    const { edge } = schemaOrThing(one.ownerSchema);
    const extent = extents.get(one.ownerId);
    if (edge && (one.property === edge.source || one.property === edge.target)) {
      const isSource = one.property === edge.source;
      const opposite = isSource ? edge.target : edge.source;
      const { forward, backward } = edgeWords(one.ownerSchema);
      const direction = edge.directed ? (isSource ? ('out' as const) : ('in' as const)) : ('both' as const);
      const words = { words: isSource ? forward : backward, direction, schema: one.ownerSchema };
      const others = (sides.get(one.ownerId) ?? []).filter(side => side.property === opposite);
      for (const side of others) links.push(view(one, words, side.targetId, extent));
      if (others.length === 0) links.push(view(one, words, null, extent));
    } else if (one.ownerKind === 'event') {
      const words = one.role === '' ? 'took part in' : `took part as ${one.role} in`;
      links.push(view(one, { words, direction: 'out', schema: one.ownerSchema }, one.ownerId, extent));
    } else links.push(view(one, { words: reverseWords(one), direction: 'in', schema: null }, one.ownerId, extent));
  }
  for (const one of named) {
    const words = one.role === '' ? propertyWords(one) : `${propertyWords(one)} as ${one.role}`;
    links.push(view(one, { words, direction: 'out', schema: null }, one.targetId, undefined));
  }
  return asAt === null ? links : links.filter(link => heldOn(link, asAt));
}

/** "operator", "holder". */
function propertyWords({ ownerSchema, property }: Tying): string {
  return (schemaOrThing(ownerSchema).properties.get(property)?.label ?? property).toLowerCase();
}

/** "is the holder of", as the one named reads it. */
function reverseWords(tying: Tying): string {
  return `is the ${propertyWords(tying)} of`;
}
