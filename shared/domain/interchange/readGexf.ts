/** GEXF, element by element: attributes first, then nodes and edges with their values and spells. */
import type { ReadItem } from './interchangeEntity.ts';
import { type GraphRecord, type GraphScope, newRecord, readGraphRecord } from './readGraph.ts';
import { GRAPH_CREATOR } from './writeGraphml.ts';
import type { XmlHandler } from './xml.ts';

export function openGexfReader(scope: string, emit: (item: ReadItem) => void): XmlHandler {
  const names = { node: new Map<string, string>(), edge: new Map<string, string>() };
  const graph: GraphScope = { scope, isOurs: false };
  const open: GraphRecord[] = [];
  let declaring: 'node' | 'edge' = 'node';
  let text = '';
  let row = 0;
  return {
    open(name, attributes) {
      text = '';
      const record = open.at(-1);
      if (name === 'attributes') declaring = attributes['class'] === 'edge' ? 'edge' : 'node';
      else if (name === 'attribute')
        names[declaring].set(attributes['id'] ?? '', attributes['title'] ?? attributes['id'] ?? '');
      else if (name === 'node' || name === 'edge') open.push(recordOf(name, attributes));
      else if (name === 'attvalue' && record) {
        const id = attributes['for'] ?? attributes['id'] ?? '';
        const value = attributes['value'] ?? '';
        if (value.trim() !== '') record.data.push([names[record.kind].get(id) ?? id, value]);
      } else if (name === 'spell' && record) {
        record.start ||= attributes['start'] ?? '';
        record.end ||= attributes['end'] ?? '';
      }
    },
    text(data) {
      if (open.length === 0 && text.length < 1000) text += data;
    },
    close(name) {
      if (name === 'creator') graph.isOurs = text.trim() === GRAPH_CREATOR;
      if (name !== 'node' && name !== 'edge') return;
      const record = open.pop();
      row += 1;
      if (record) for (const item of readGraphRecord(row, record, graph)) emit(item);
    },
  };
}

function recordOf(kind: GraphRecord['kind'], attributes: Readonly<Record<string, string>>): GraphRecord {
  return {
    ...newRecord(kind),
    id: attributes['id'] ?? '',
    source: attributes['source'] ?? '',
    target: attributes['target'] ?? '',
    label: attributes['label'] ?? '',
    start: attributes['start'] ?? attributes['startopen'] ?? '',
    end: attributes['end'] ?? attributes['endopen'] ?? '',
  };
}
