/** FollowTheMoney entities, one a line, as a sheet in which names, numbers and every other property can be found. */
import type { Extractor } from '../extractor.ts';
import { openDecodedStream } from '../text/encodingStream.ts';
import { mapName } from './map/mapRows.ts';
import { openSheetPages, pageScale } from './sheet/sheetPages.ts';

const HEADINGS = ['ID', 'Schema', 'Caption', 'Properties', 'Problem'];
const BYTES_PER_ENTITY = 300;
const MAX_LINE_CHARS = 16 * 1024 * 1024;
const TOLD_LINES = 10;
/** What an entity is called, in the order in which its schemas prefer them. */
const CAPTIONS = ['name', 'label', 'title', 'caption', 'number', 'registrationNumber', 'publicKey', 'email'];

export const extractEntityLines: Extractor = async context => {
  const { source, limits, fileName, warn } = context;
  const { encoding, pieces } = await openDecodedStream(source, context.encoding);
  if (encoding.warning !== undefined) warn(encoding.warning);
  const scale = pageScale(source.sizeBytes / BYTES_PER_ENTITY, source.sizeBytes, limits.maxPages);
  const pages = openSheetPages(context, { name: mapName(fileName) || 'Entities', isHidden: false }, scale);
  const malformed: number[] = [];
  let problems = 0;
  let row = 0;
  let line = 0;
  let entities = 0;

  const put = (cells: string[]) => {
    pages.add({ row, cells: cells.map((text, column) => ({ column, text })).filter(cell => cell.text !== '') });
    row += 1;
  };
  const take = (text: string) => {
    line += 1;
    if (text.trim() === '') return;
    const cells = readEntity(text);
    if (cells !== null) {
      entities += 1;
      put(cells);
      return;
    }
    problems += 1;
    if (malformed.length < TOLD_LINES) malformed.push(line);
    put(['', '', '', text.slice(0, 2000), `Line ${line} is not an entity.`]);
  };

  put(HEADINGS);
  let waiting = '';
  for await (const piece of pieces()) {
    const lines = (waiting + piece).split('\n');
    waiting = lines.pop() ?? '';
    for (const text of lines) take(text);
    if (waiting.length > MAX_LINE_CHARS) {
      take(waiting);
      waiting = '';
    }
    await pages.flush();
  }
  if (waiting !== '') take(waiting);
  await pages.end();
  if (problems > 0)
    warn(
      `${problems} lines are not entities and were left as they stand: line ${malformed.join(', ')}${problems > TOLD_LINES ? ' and others' : ''}.`,
    );
  return {
    engine: 'probatum-entities',
    engineVersion: '1',
    metadata: {
      encoding: encoding.name,
      entities: String(entities),
      malformedLines: problems > 0 ? String(problems) : undefined,
    },
  };
};

/** Null where the line is not an entity. */
function readEntity(text: string): string[] | null {
  let untrusted: unknown;
  try {
    untrusted = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return null;
  }
  if (typeof untrusted !== 'object' || untrusted === null) return null;
  const { id, schema, caption, properties } = untrusted as Record<string, unknown>;
  if (typeof schema !== 'string' || typeof properties !== 'object' || properties === null) return null;
  const values = new Map(Object.entries(properties).map(([key, value]) => [key, valuesOf(value)]));
  const name = typeof caption === 'string' ? caption : CAPTIONS.map(key => values.get(key)?.[0]).find(Boolean);
  const words = [...values].filter(([, list]) => list.length > 0).map(([key, list]) => `${key}: ${list.join(', ')}`);
  return [typeof id === 'string' || typeof id === 'number' ? String(id) : '', schema, name ?? '', words.join('; ')];
}

/** Values are lists; an entity in the place of a value shows by its own caption or identifier. */
function valuesOf(untrusted: unknown): string[] {
  const list = Array.isArray(untrusted) ? untrusted : [untrusted];
  return list.flatMap((value: unknown) => {
    if (typeof value === 'string') return value === '' ? [] : [value];
    if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
    if (typeof value !== 'object' || value === null) return [];
    const { caption, id } = value as Record<string, unknown>;
    return typeof caption === 'string' ? [caption] : typeof id === 'string' ? [id] : [JSON.stringify(value)];
  });
}
