/** Statements become lines: a relationship from each of its sources to each of its targets, else from who has a property to who is named. */
import type { ChartEdge } from '../../../shared/contract/chart.ts';
import { tieWords } from '../../../shared/domain/chart/tieWords.ts';
import { edgeWords, type EntityKind, schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { extentsOf, strengthsOf } from '../entity/index.ts';
import type { Tying } from './tyingSql.ts';

type Line = Omit<ChartEdge, 'strength' | 'isJudged' | 'citationCount'> & { ownerKind: EntityKind };

/** A relationship is a line where both of its sides are known and no other names it; else it is drawn as one of the things. */
export function relationshipsAsLines(tyings: readonly Tying[]): Set<EntityId> {
  const known = new Map<EntityId, Set<string>>();
  for (const { ownerId, ownerKind, ownerSchema, property } of tyings) {
    const edge = ownerKind === 'relationship' ? schemaOrThing(ownerSchema).edge : null;
    if (property !== edge?.source && property !== edge?.target) continue;
    known.set(ownerId, (known.get(ownerId) ?? new Set()).add(property));
  }
  const lines = new Set([...known].filter(([, sides]) => sides.size === 2).map(([id]) => id));
  for (const one of tyings) if (one.targetKind === 'relationship') lines.delete(one.targetId);
  return lines;
}

/** The lines between these nodes. */
export function chartEdges(db: ReadableDb, tyings: readonly Tying[], nodes: ReadonlySet<EntityId>): ChartEdge[] {
  const lines = linesOf(tyings).filter(line => nodes.has(line.sourceId) && nodes.has(line.targetId));
  const owners = [...new Set(lines.map(line => line.entityId))];
  const extents = extentsOf(db, owners);
  const strengths = strengthsOf(db, owners);
  return lines.map(({ ownerKind, ...line }) => {
    // A thing's own dates say nothing of when it had an operator; those of an event or a record do.
    const extent = ownerKind === 'thing' ? undefined : extents.get(line.entityId);
    const strength = strengths.get(line.entityId);
    return {
      ...line,
      role: line.role || (line.property === null ? (extent?.role ?? '') : ''),
      fromOn: line.fromOn ?? extent?.fromOn ?? null,
      toOn: line.toOn ?? extent?.toOn ?? null,
      strength: strength?.strength ?? 'possible',
      isJudged: strength?.isJudged ?? false,
      citationCount: strength?.citationCount ?? 0,
    };
  });
}

/** What statements make lines of, whatever is drawn. */
export function linesOf(tyings: readonly Tying[]): Line[] {
  const asLines = relationshipsAsLines(tyings);
  const ties = groupBy(
    tyings.filter(one => asLines.has(one.ownerId)),
    one => one.ownerId,
  );
  return [
    ...[...ties.values()].flatMap(relationshipLines),
    ...tyings.filter(one => !asLines.has(one.ownerId)).map(propertyLine),
  ];
}

/** Several owners of several vessels in one record are a line for each pair. */
function relationshipLines(statements: readonly Tying[]): Line[] {
  const [first] = statements;
  const edge = first && schemaOrThing(first.ownerSchema).edge;
  if (!first || !edge) return [];
  const { forward, backward } = edgeWords(first.ownerSchema);
  const of = (property: string) => [
    ...new Map(statements.filter(one => one.property === property).map(one => [one.targetId, one])).values(),
  ];
  return of(edge.source).flatMap(source =>
    of(edge.target).map(target => ({
      id: `${source.statementId}:${target.statementId}`,
      entityId: first.ownerId,
      ownerKind: first.ownerKind,
      statementId: source.statementId,
      schema: first.ownerSchema,
      property: null,
      sourceId: source.targetId,
      targetId: target.targetId,
      directed: edge.directed,
      label: forward,
      backLabel: backward,
      role: source.role || target.role,
      fromOn: source.fromOn ?? target.fromOn,
      toOn: source.toOn ?? target.toOn,
    })),
  );
}

function propertyLine(one: Tying): Line {
  const { label, backLabel, ownerIsSource } = tieWords(one);
  return {
    id: one.statementId,
    entityId: one.ownerId,
    ownerKind: one.ownerKind,
    statementId: one.statementId,
    schema: one.ownerSchema,
    property: one.property,
    sourceId: ownerIsSource ? one.ownerId : one.targetId,
    targetId: ownerIsSource ? one.targetId : one.ownerId,
    directed: true,
    label,
    backLabel,
    role: one.role,
    fromOn: one.fromOn,
    toOn: one.toOn,
  };
}
