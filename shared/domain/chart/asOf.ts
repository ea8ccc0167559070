/** The chart as it stood on a date: ties that may have held then. What has no dates is taken to hold always. */
import { dateSpan, spanBetween, spansMeet } from '../../kernel/dateSpan.ts';
import type { Graph, GraphNode, GraphTie } from './graph.ts';

/** Whether it may have held on a date; a date that cannot be read hides nothing. */
export function mayHold({ fromOn, toOn }: Pick<GraphTie, 'fromOn' | 'toOn'>, asAt: string | null): boolean {
  const at = asAt === null ? null : dateSpan(asAt);
  if (at === null) return true;
  const span = spanBetween(fromOn, toOn);
  return span === null || spansMeet(span, at);
}

/** Events and records outside the date go; things stay, unless they had ended or had not begun. Ties follow their ends. */
export function asOf<Node extends GraphNode, Tie extends GraphTie>(
  graph: Graph<Node, Tie>,
  asAt: string | null,
): Graph<Node, Tie> {
  if (asAt === null) return graph;
  const nodes = graph.nodes.filter(node => mayHold(node, asAt));
  const there = new Set(nodes.map(node => node.id));
  const edges = graph.edges.filter(tie => there.has(tie.sourceId) && there.has(tie.targetId) && mayHold(tie, asAt));
  return { nodes, edges };
}

const DAY_MS = 86_400_000;

/** Days on which something begins or is over, in order, as `2021-03-07`: the stops of the slider. */
export function turningDays(graph: Graph): string[] {
  const days = new Set<string>();
  const add = (at: number | null | undefined) => {
    if (at !== null && at !== undefined) days.add(new Date(at).toISOString().slice(0, 10));
  };
  for (const { fromOn, toOn } of [...graph.nodes, ...graph.edges]) {
    add(fromOn === null ? null : dateSpan(fromOn)?.from);
    const end = toOn === null ? null : dateSpan(toOn)?.to;
    // The last day on which it held, not the first on which it did not.
    add(end == null ? null : Math.floor((end - 1) / DAY_MS) * DAY_MS);
  }
  // Years before our era or beyond four digits have no place in the field, and another form.
  return [...days].filter(day => /^\d{4}-/.test(day)).sort();
}
