/** KML, placemark by placemark, as events and addresses. What it refers to elsewhere is never loaded. */
import type { ReadItem } from './interchangeEntity.ts';
import { type Fix, fixOf, MOST_FIXES, placedEntity } from './placed.ts';
import { readFtmObject } from './readFtm.ts';
import { FTM_DATA } from './writeKml.ts';
import type { XmlHandler } from './xml.ts';

const MAX_TEXT_CHARS = 8_000_000;

interface OpenMark {
  id: string;
  said: Map<string, string>;
  data: [string, string][];
  fixes: Fix[];
  wrong: number;
  whens: string[];
}

export function openKmlReader(scope: string, emit: (item: ReadItem) => void): XmlHandler {
  let mark: OpenMark | null = null;
  let dataName = '';
  let text = '';
  let row = 0;
  const parents: string[] = [];
  return {
    open(name, attributes) {
      parents.push(name);
      text = '';
      if (name === 'Placemark')
        mark = { id: attributes['id'] ?? '', said: new Map(), data: [], fixes: [], wrong: 0, whens: [] };
      else if (name === 'Data' || name === 'SimpleData') dataName = attributes['name'] ?? '';
    },
    text(piece) {
      if (text.length < MAX_TEXT_CHARS) text += piece;
    },
    close(name) {
      parents.pop();
      const words = text.trim();
      text = '';
      if (!mark) return;
      if (name === 'Placemark') {
        row += 1;
        for (const item of finish(row, mark, scope)) emit(item);
        mark = null;
      } else if (name === 'coordinates') addTuples(mark, words.split(/\s+/), ',');
      else if (name === 'coord') addTuples(mark, [words], /\s+/);
      else if (name === 'when' && parents.includes('Track')) mark.whens.push(words);
      else if (name === 'SimpleData' || (name === 'value' && parents.includes('Data'))) {
        if (words !== '') mark.data.push([dataName || 'value', words]);
      } else if (words !== '' && !parents.includes('Style') && !mark.said.has(name)) mark.said.set(name, words);
    },
  };
}

/** `longitude,latitude,altitude`; a track parts them by spaces. */
function addTuples(mark: OpenMark, tuples: readonly string[], sign: string | RegExp): void {
  for (const tuple of tuples) {
    if (tuple === '') continue;
    const [east, north] = tuple.split(sign);
    const fix = fixOf(east, north);
    if (fix) mark.fixes.push(fix);
    else mark.wrong += 1;
  }
}

function* finish(row: number, mark: OpenMark, scope: string): Iterable<ReadItem> {
  const ours = mark.data.find(([name]) => name === FTM_DATA)?.[1];
  const parsed = ours === undefined ? null : parsedOrNull(ours);
  if (parsed !== null) {
    yield* readFtmObject(row, parsed);
    return;
  }
  if (mark.wrong > 0) yield { row, problem: `${mark.wrong} of its points are no positions on the globe.` };
  if (mark.fixes.length === 0) {
    if (mark.wrong === 0) yield { row, problem: 'This placemark has no place.' };
    return;
  }
  if (mark.fixes.length > MOST_FIXES) {
    yield {
      row,
      problem: `This line has ${mark.fixes.length} points, more than a track of ${MOST_FIXES}; it was left out.`,
    };
    return;
  }
  const said = (name: string) => mark.said.get(name) ?? '';
  const fixes = mark.fixes.map((fix, at) => (mark.whens[at] ? { ...fix, at: mark.whens[at] } : fix));
  const entity = placedEntity({
    id: `${scope}#${mark.id || row}`,
    name: said('name'),
    description: said('description')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' '),
    fixes,
    on: said('when'),
    from: said('begin'),
    to: said('end'),
    properties: [
      ...mark.data,
      ...['address', 'phoneNumber'].flatMap((name): [string, string][] => (said(name) ? [[name, said(name)]] : [])),
    ],
  });
  yield { row, entity };
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
