/** GraphML, as yEd, Gephi, Cytoscape and NetworkX read it: one key an attribute, declared with its type before the first node. */
import { attributeTypes, graphEdges, graphNodes, type GraphEdge, type GraphNode } from './graph.ts';
import type { LeavingEntities } from './interchangeEntity.ts';
import { XML_HEAD, xmlAttributes, xmlText } from './xml.ts';

/** Stands in the files, so that we know our own way of writing several values in one attribute. */
export const GRAPH_CREATOR = 'Probatum';

export function* writeGraphml(source: LeavingEntities): Generator<string> {
  const nodeKeys = keysOf('n', attributeTypes(graphNodes(source)));
  const edgeKeys = keysOf('e', attributeTypes(withLabels(graphEdges(source))));
  yield `${XML_HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n<desc>${GRAPH_CREATOR}</desc>\n`;
  yield* declarations('node', nodeKeys);
  yield* declarations('edge', edgeKeys);
  yield '<graph id="G" edgedefault="directed">\n';
  for (const node of graphNodes(source))
    yield `<node${xmlAttributes({ id: node.id })}>${dataOf(node, nodeKeys)}</node>\n`;
  for (const edge of withLabels(graphEdges(source))) {
    const { id, source: from, target, isDirected } = edge as GraphEdge;
    yield `<edge${xmlAttributes({ id, source: from, target, directed: isDirected ? undefined : 'false' })}>${dataOf(edge, edgeKeys)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

/** GraphML has no label of its own for an edge. */
function* withLabels(edges: Iterable<GraphEdge>): Generator<GraphEdge> {
  for (const edge of edges) yield { ...edge, attributes: new Map([['label', edge.label], ...edge.attributes]) };
}

interface Key {
  id: string;
  type: 'string' | 'double';
}

function keysOf(letter: string, types: ReadonlyMap<string, Key['type']>): Map<string, Key> {
  return new Map([...types].map(([name, type], at) => [name, { id: `${letter}${at}`, type }]));
}

function* declarations(kind: 'node' | 'edge', keys: ReadonlyMap<string, Key>): Generator<string> {
  for (const [name, { id, type }] of keys)
    yield `<key${xmlAttributes({ id, for: kind, 'attr.name': name, 'attr.type': type })}/>\n`;
}

function dataOf({ attributes }: GraphNode, keys: ReadonlyMap<string, Key>): string {
  return [...attributes]
    .map(([name, value]) => `<data${xmlAttributes({ key: keys.get(name)?.id })}>${xmlText(value)}</data>`)
    .join('');
}
