/** What the rules of a chart work on: nodes, and ties between them. The contract's own nodes and edges fit. */
import type { Strength } from '../entity/entity.ts';

export interface GraphNode {
  id: string;
  kind: string;
  schema: string;
  caption: string;
  fromOn: string | null;
  toOn: string | null;
}

export interface GraphTie {
  id: string;
  schema: string;
  property: string | null;
  sourceId: string;
  targetId: string;
  directed: boolean;
  label: string;
  backLabel: string;
  role: string;
  fromOn: string | null;
  toOn: string | null;
  strength: Strength;
  citationCount: number;
}

export interface Graph<Node extends GraphNode = GraphNode, Tie extends GraphTie = GraphTie> {
  nodes: readonly Node[];
  edges: readonly Tie[];
}

export interface Neighbour {
  id: string;
  tieId: string;
}

/** Both ends of every tie, whichever way it points: who pays is as near as who is paid. */
export function neighbours(graph: { edges: readonly Pick<GraphTie, 'id' | 'sourceId' | 'targetId'>[] }) {
  const found = new Map<string, Neighbour[]>();
  const add = (from: string, id: string, tieId: string) => {
    const list = found.get(from);
    if (list) list.push({ id, tieId });
    else found.set(from, [{ id, tieId }]);
  };
  for (const { id, sourceId, targetId } of graph.edges) {
    add(sourceId, targetId, id);
    if (sourceId !== targetId) add(targetId, sourceId, id);
  }
  return found;
}

/** The nodes that pass, and the ties between them. */
export function keepNodes<Node extends GraphNode, Tie extends GraphTie>(
  graph: Graph<Node, Tie>,
  passes: (id: string) => boolean,
): Graph<Node, Tie> {
  const nodes = graph.nodes.filter(node => passes(node.id));
  const kept = new Set(nodes.map(node => node.id));
  return { nodes, edges: graph.edges.filter(tie => kept.has(tie.sourceId) && kept.has(tie.targetId)) };
}

/** Both graphs as one; what is in both is taken from the first. */
export function joinGraphs<Node extends GraphNode, Tie extends GraphTie>(
  first: Graph<Node, Tie>,
  second: Graph<Node, Tie>,
): Graph<Node, Tie> {
  const nodes = new Map([...second.nodes, ...first.nodes].map(node => [node.id, node]));
  const edges = new Map([...second.edges, ...first.edges].map(tie => [tie.id, tie]));
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
