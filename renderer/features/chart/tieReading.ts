/** Ties and nodes in words: for tables, the inspector, and those who do not see the picture. */
import type { ChartEdge, ChartGraph, ChartNode } from '../../../shared/contract/chart.ts';
import { type Strength, strengthShapes } from '../../../shared/domain/entity/entity.ts';
import { spanWords } from '../../../shared/domain/entity/caption.ts';
import { schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import { countOf } from '../../ui/index.ts';

export function strengthWords(strength: Strength): string {
  return `${strengthShapes[strength]} ${strength}`;
}

export function datesOf({ fromOn, toOn }: Pick<ChartEdge, 'fromOn' | 'toOn'>): string {
  return spanWords(fromOn, toOn);
}

/** "Ownership", or the property: "holder of a passport". */
export function tieKind({ schema, property }: ChartEdge): string {
  const { label, properties } = schemaOrThing(schema);
  return property === null ? label : `${properties.get(property)?.label ?? property} · ${label}`;
}

/** "Quellmark Shipping owns FABULA HERON." */
export function tieSentence(tie: ChartEdge, nodes: ReadonlyMap<string, Pick<ChartNode, 'caption'>>): string {
  const name = (id: string) => nodes.get(id)?.caption ?? '';
  return `${name(tie.sourceId)} ${tie.label} ${name(tie.targetId)}`;
}

export function describeGraph({ nodes, edges }: ChartGraph): string {
  return `${countOf(nodes.length, 'entity', 'entities')} and ${countOf(edges.length, 'tie')}`;
}

/** Sentences of a chart with few ties; of a larger one how many, and who has most. */
export function altText(graph: ChartGraph, asAt: string): string {
  const nodes = new Map<string, ChartNode>(graph.nodes.map(node => [node.id, node]));
  const begin = `Link chart of ${describeGraph(graph)}${asAt === '' ? '' : `, ${asAt.toLowerCase()}`}.`;
  if (graph.edges.length <= 8) {
    const sentences = graph.edges.map(tie => `${tieSentence(tie, nodes)} (${tie.strength}).`);
    return [begin, ...sentences].join(' ').slice(0, 2000);
  }
  const count = new Map<string, number>();
  for (const { sourceId, targetId } of graph.edges)
    for (const id of new Set<string>([sourceId, targetId])) count.set(id, (count.get(id) ?? 0) + 1);
  const most = [...count].sort(([, left], [, right]) => right - left).slice(0, 5);
  const named = most.map(([id, ties]) => `${nodes.get(id)?.caption ?? ''} (${ties})`).join(', ');
  return `${begin} Most ties: ${named}. The table lists them all.`.slice(0, 2000);
}
