/** Who lies within some steps, and what more an entity could bring onto the chart, by type of tie. */
import { schemaOrThing } from '../ftm/index.ts';
import { type Graph, type GraphNode, type GraphTie, neighbours } from './graph.ts';

/** All within so many steps of the given ones, themselves included. */
export function neighbourhood(
  graph: { edges: readonly Pick<GraphTie, 'id' | 'sourceId' | 'targetId'>[] },
  ids: Iterable<string>,
  steps: number,
): Set<string> {
  const around = neighbours(graph);
  const reached = new Set(ids);
  let edge = [...reached];
  for (let step = 0; step < steps && edge.length > 0; step += 1) {
    const next = edge.flatMap(id => around.get(id) ?? []).map(one => one.id);
    edge = [...new Set(next)].filter(id => !reached.has(id));
    for (const id of edge) reached.add(id);
  }
  return reached;
}

export interface Expansion {
  key: string;
  /** "Ownership", "Event", "Passport". */
  label: string;
  /** Ties of this type that the entity has. */
  tieCount: number;
  /** Those at their other ends that are not shown yet. */
  newIds: string[];
}

/** What one entity could bring, by type: relationships by their schema, other ties by who stands at the other end. */
export function expansionsOf(graph: Graph<GraphNode, GraphTie>, id: string, shown: ReadonlySet<string>): Expansion[] {
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  const found = new Map<string, Expansion>();
  for (const tie of graph.edges) {
    if (tie.sourceId !== id && tie.targetId !== id) continue;
    const otherId = tie.sourceId === id ? tie.targetId : tie.sourceId;
    const other = nodes.get(otherId);
    if (!other || otherId === id) continue;
    const schema = schemaOrThing(tie.property === null ? tie.schema : other.schema);
    const key = tie.property === null ? `tie:${tie.schema}` : `node:${other.schema}`;
    const expansion = found.get(key) ?? { key, label: schema.plural, tieCount: 0, newIds: [] };
    expansion.tieCount += 1;
    if (!shown.has(otherId) && !expansion.newIds.includes(otherId)) expansion.newIds.push(otherId);
    found.set(key, expansion);
  }
  return [...found.values()].sort((left, right) => (left.label < right.label ? -1 : left.label > right.label ? 1 : 0));
}
