/** What stands on the canvas: nodes with the lines of their names, ties with bend and words, boxes and notes. Canvas and picture draw the same. */
import type { Strength } from '../entity/entity.ts';
import { asOf } from './asOf.ts';
import { type Graph, type GraphNode, type GraphTie, keepNodes } from './graph.ts';
import { type ChartGroup, gather } from './groups.ts';
import { labelLines } from './labelLines.ts';
import { bendsOf } from './parallels.ts';

export type SceneShape = 'thing' | 'event' | 'record' | 'relationship' | 'folded';

export interface SceneNode {
  id: string;
  shape: SceneShape;
  schema: string;
  caption: string;
  lines: string[];
  /** The open box that it is in. */
  groupId: string | null;
  /** Of a folded box: how many it stands for. */
  count: number;
}

export interface SceneTie {
  id: string;
  sourceId: string;
  targetId: string;
  directed: boolean;
  words: string;
  strength: Strength;
  bend: number;
}

export interface SceneNote {
  id: string;
  text: string;
  x: number;
  y: number;
  width: number;
}

export interface Scene {
  nodes: SceneNode[];
  ties: SceneTie[];
  /** Open boxes. */
  boxes: { id: string; label: string }[];
  notes: SceneNote[];
}

export interface SceneChoices {
  hiddenIds: readonly string[];
  groups: readonly ChartGroup[];
  notes: readonly SceneNote[];
  asAt: string | null;
}

/** What of the graph is shown, before boxes fold any of it. */
export function shownGraph<Node extends GraphNode, Tie extends GraphTie>(
  graph: Graph<Node, Tie>,
  { hiddenIds, asAt }: Pick<SceneChoices, 'hiddenIds' | 'asAt'>,
): Graph<Node, Tie> {
  const hidden = new Set(hiddenIds);
  return asOf(hidden.size === 0 ? graph : keepNodes(graph, id => !hidden.has(id)), asAt);
}

export const LABEL_COLUMNS = 24;
export const LABEL_LINES = 3;

/** Of a graph that `shownGraph` made. */
export function sceneOf(graph: Graph, { groups, notes }: Pick<SceneChoices, 'groups' | 'notes'>): Scene {
  const gathered = gather(graph, groups);
  const open = gathered.groups.filter(group => !group.collapsed);
  const boxOf = new Map(open.flatMap(group => group.memberIds.map(id => [id, group.id] as const)));
  const nodes: SceneNode[] = gathered.nodes.map(({ id, kind, schema, caption }) => ({
    id,
    shape: kind === 'event' || kind === 'record' || kind === 'relationship' ? kind : 'thing',
    schema,
    caption,
    lines: labelLines(caption, LABEL_COLUMNS, LABEL_LINES),
    groupId: boxOf.get(id) ?? null,
    count: 1,
  }));
  for (const { id, label, memberIds, collapsed } of gathered.groups) {
    if (!collapsed) continue;
    const caption = `${label} (${memberIds.length})`;
    const lines = labelLines(caption, LABEL_COLUMNS, LABEL_LINES);
    nodes.push({ id, shape: 'folded', schema: '', caption, lines, groupId: null, count: memberIds.length });
  }
  const bends = bendsOf(gathered.edges);
  const ties = gathered.edges.map(tie => ({
    id: tie.id,
    sourceId: tie.sourceId,
    targetId: tie.targetId,
    directed: tie.directed,
    words: tieLabel(tie),
    strength: tie.strength,
    bend: bends.get(tie.id) ?? 0,
  }));
  return { nodes, ties, boxes: open.map(({ id, label }) => ({ id, label })), notes: [...notes] };
}

/** Short enough to stand on a line: "owns, 2019–2021"; of a participant the part that was played. */
export function tieLabel({ label, property, role, fromOn, toOn }: GraphTie): string {
  const words =
    property === null ? (role === '' ? label : `${label} (${role})`) : role || label.replace(/^has as /, '');
  // Those in an event share its date, which stands at the event.
  const when = property === null ? years(fromOn, toOn) : '';
  return [...labelLines(words, 34, 1), when].filter(Boolean).join(', ');
}

function years(fromOn: string | null, toOn: string | null): string {
  if (fromOn === null && toOn === null) return '';
  if (fromOn === toOn) return (fromOn ?? '').slice(0, 10);
  const year = (date: string | null) => (date === null ? '' : date.slice(0, 4));
  return `${year(fromOn)}–${year(toOn)}`;
}
