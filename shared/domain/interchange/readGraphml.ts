/** GraphML, element by element: keys first, then nodes and edges with their data. */
import type { ReadItem } from './interchangeEntity.ts';
import { type GraphRecord, type GraphScope, newRecord, readGraphRecord } from './readGraph.ts';
import { GRAPH_CREATOR } from './writeGraphml.ts';
import type { XmlHandler } from './xml.ts';

const MAX_TEXT_CHARS = 1_000_000;
/** yEd writes what a node is called into its drawing. */
const DRAWN_LABELS = new Set(['NodeLabel', 'EdgeLabel']);

export function openGraphmlReader(scope: string, emit: (item: ReadItem) => void): XmlHandler {
  const names = new Map<string, string>();
  const graph: GraphScope = { scope, isOurs: false };
  const open: GraphRecord[] = [];
  let dataKey: string | null = null;
  let text = '';
  let row = 0;
  return {
    open(name, attributes) {
      if (name === 'key') names.set(attributes['id'] ?? '', attributes['attr.name'] ?? attributes['id'] ?? '');
      else if (name === 'node' || name === 'edge') {
        const record = newRecord(name);
        record.id = attributes['id'] ?? '';
        record.source = attributes['source'] ?? '';
        record.target = attributes['target'] ?? '';
        open.push(record);
      } else if (name === 'data') dataKey = attributes['key'] ?? '';
      if (name !== 'node' && name !== 'edge') text = '';
    },
    text(data) {
      if (text.length < MAX_TEXT_CHARS) text += data;
    },
    close(name) {
      const record = open.at(-1);
      if (name === 'desc' && !record && text.trim() === GRAPH_CREATOR) graph.isOurs = true;
      else if (record && DRAWN_LABELS.has(name)) {
        record.label ||= text.trim();
        text = '';
      } else if (record && name === 'data') {
        const declared = names.get(dataKey ?? '') ?? dataKey ?? '';
        if (declared !== '' && text.trim() !== '') record.data.push([declared, graph.isOurs ? text : text.trim()]);
        dataKey = null;
        text = '';
      } else if (name === 'node' || name === 'edge') {
        open.pop();
        row += 1;
        if (record) for (const item of readGraphRecord(row, record, graph)) emit(item);
      }
    },
  };
}
