/** Several entities in a labelled box. Folded, the box stands for them: ties inside go, those that leave it start at the box. */
import type { Graph, GraphNode, GraphTie } from './graph.ts';

export interface ChartGroup {
  id: string;
  label: string;
  memberIds: string[];
  collapsed: boolean;
}

export interface Gathered<Node extends GraphNode, Tie extends GraphTie> {
  nodes: Node[];
  edges: Tie[];
  /** Boxes that hold at least one of the nodes, with those that they hold. */
  groups: ChartGroup[];
  /** The folded box in which a node is, by the node's id. */
  foldedInto: ReadonlyMap<string, string>;
}

/** An entity is in one box: the first that names it. */
export function gather<Node extends GraphNode, Tie extends GraphTie>(
  graph: Graph<Node, Tie>,
  groups: readonly ChartGroup[],
): Gathered<Node, Tie> {
  const there = new Set(graph.nodes.map(node => node.id));
  const taken = new Set<string>();
  const foldedInto = new Map<string, string>();
  const held: ChartGroup[] = [];
  for (const group of groups) {
    const memberIds = group.memberIds.filter(id => there.has(id) && !taken.has(id));
    if (memberIds.length === 0) continue;
    for (const id of memberIds) {
      taken.add(id);
      if (group.collapsed) foldedInto.set(id, group.id);
    }
    held.push({ ...group, memberIds });
  }
  const edges = graph.edges.flatMap(tie => {
    const sourceId = foldedInto.get(tie.sourceId) ?? tie.sourceId;
    const targetId = foldedInto.get(tie.targetId) ?? tie.targetId;
    const inside = sourceId === targetId && foldedInto.has(tie.sourceId);
    return inside
      ? []
      : [sourceId === tie.sourceId && targetId === tie.targetId ? tie : { ...tie, sourceId, targetId }];
  });
  return { nodes: graph.nodes.filter(node => !foldedInto.has(node.id)), edges, groups: held, foldedInto };
}

/** The groups with a new one of these members, who leave the boxes that they were in; boxes left empty go. */
export function withGroup(groups: readonly ChartGroup[], added: ChartGroup): ChartGroup[] {
  const moved = new Set(added.memberIds);
  const rest = groups
    .map(group => ({ ...group, memberIds: group.memberIds.filter(id => !moved.has(id)) }))
    .filter(group => group.memberIds.length > 0);
  return [...rest, added];
}
