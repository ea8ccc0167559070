/** GEXF 1.3 for Gephi: attributes with their types, and spells where a day is known exactly. */
import { attributeTypes, graphEdges, graphNodes, type GraphNode } from './graph.ts';
import type { LeavingEntities } from './interchangeEntity.ts';
import { GRAPH_CREATOR } from './writeGraphml.ts';
import { XML_HEAD, xmlAttributes } from './xml.ts';

export function* writeGexf(source: LeavingEntities): Generator<string> {
  const nodeTypes = attributeTypes(graphNodes(source));
  const edgeTypes = attributeTypes(graphEdges(source));
  yield `${XML_HEAD}<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<meta><creator>${GRAPH_CREATOR}</creator></meta>\n`;
  yield '<graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="directed">\n';
  yield* declarations('node', nodeTypes);
  yield* declarations('edge', edgeTypes);
  yield '<nodes>\n';
  for (const node of graphNodes(source))
    yield `<node${xmlAttributes({ id: node.id, label: node.label })}>${spells(node)}${attvalues(node, nodeTypes)}</node>\n`;
  yield '</nodes>\n<edges>\n';
  for (const edge of graphEdges(source)) {
    const { id, source: from, target, label, isDirected } = edge;
    const type = isDirected ? undefined : 'undirected';
    yield `<edge${xmlAttributes({ id, source: from, target, label, type })}>${spells(edge)}${attvalues(edge, edgeTypes)}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function* declarations(kind: 'node' | 'edge', types: ReadonlyMap<string, string>): Generator<string> {
  yield `<attributes class="${kind}">\n`;
  for (const [name, type] of types) yield `<attribute${xmlAttributes({ id: name, title: name, type })}/>\n`;
  yield '</attributes>\n';
}

function attvalues({ attributes }: GraphNode, types: ReadonlyMap<string, string>): string {
  const values = [...attributes].filter(([name]) => types.has(name));
  return `<attvalues>${values.map(([name, value]) => `<attvalue${xmlAttributes({ for: name, value })}/>`).join('')}</attvalues>`;
}

function spells({ from, to }: GraphNode): string {
  if (from === null && to === null) return '';
  return `<spells><spell${xmlAttributes({ start: from ?? undefined, end: to ?? undefined })}/></spells>`;
}
