/**
 * FollowTheMoney as it is exchanged: entities one a line or in a list, with entities nested in their properties, with fields of
 * OpenSanctions beside them; and rows of single statements. What the model does not know is kept under its name.
 */
import { schemaOrThing } from '../ftm/index.ts';
import { readOurs } from './ftmOurs.ts';
import { FIELD_MARK, type InterchangeEntity, type InterchangeValue, type ReadItem } from './interchangeEntity.ts';
import { openJsonCutter } from './jsonPieces.ts';

const MAX_LINE_CHARS = 16 * 1024 * 1024;
const MAX_NESTING = 8;
type Json = Record<string, unknown>;

export async function* readFtm(pieces: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  let head = '';
  let take: ((text: string, isLast: boolean) => Iterable<ReadItem>) | null = null;
  for await (const piece of pieces) {
    if (take) yield* take(piece, false);
    else {
      head += piece;
      if (head.trimStart() === '') continue;
      take = head
        .replace(/^\uFEFF/, '')
        .trimStart()
        .startsWith('[')
        ? openList()
        : openLines();
      yield* take(head.replace(/^\uFEFF/, ''), false);
    }
  }
  if (take) yield* take('', true);
}

function openLines(): (text: string, isLast: boolean) => Iterable<ReadItem> {
  let waiting = '';
  let row = 0;
  return function* take(text, isLast) {
    const lines = (waiting + text).split('\n');
    waiting = lines.pop() ?? '';
    if (isLast) lines.push(waiting);
    for (const line of lines) {
      row += 1;
      if (line.trim() !== '') yield* readJson(row, line);
    }
    if (waiting.length <= MAX_LINE_CHARS) return;
    waiting = '';
    yield { row: row + 1, problem: `This line is longer than ${MAX_LINE_CHARS} characters; it was left out.` };
  };
}

function openList(): (text: string, isLast: boolean) => Iterable<ReadItem> {
  const cutter = openJsonCutter([]);
  let row = 0;
  return function* take(text, isLast) {
    for (const { json } of cutter.add(text)) {
      row += 1;
      yield* readJson(row, json);
    }
    if (isLast && !cutter.end())
      yield { row: row + 1, problem: 'The file breaks off: its last entity is not complete.' };
  };
}

function* readJson(row: number, text: string): Iterable<ReadItem> {
  let untrusted: unknown;
  try {
    untrusted = JSON.parse(text);
  } catch {
    yield { row, problem: 'This is no JSON object, so no entity was read.' };
    return;
  }
  yield* readFtmObject(row, untrusted);
}

/** The entity, those nested in it, or one statement of an entity. */
export function* readFtmObject(row: number, untrusted: unknown): Iterable<ReadItem> {
  if (!isObject(untrusted)) {
    yield { row, problem: 'This is no JSON object, so no entity was read.' };
    return;
  }
  const problem = problemOf(untrusted);
  if (problem !== null) yield { row, problem };
  else if (isStatement(untrusted)) yield { row, entity: ofStatement(untrusted) };
  else for (const entity of entitiesIn(untrusted, 0)) yield { row, entity };
}

function isStatement({ entity_id, prop, value }: Json): boolean {
  return wordOf(entity_id) !== '' && typeof prop === 'string' && value !== undefined;
}

function problemOf(given: Json): string | null {
  if (isStatement(given)) return typeof given['schema'] === 'string' ? null : 'This statement has no schema.';
  if (typeof given['schema'] !== 'string' || given['schema'] === '') return 'This entity has no schema.';
  if (wordOf(given['id']) === '') return 'This entity has no id, so it could not be found again.';
  const { properties } = given;
  return properties === undefined || isObject(properties) ? null : 'The properties of this entity are no object.';
}

/** `id` is the row that says only that the entity exists; its value is a checksum. */
function ofStatement(given: Json): InterchangeEntity {
  const values: InterchangeValue[] = [];
  const property = String(given['prop']);
  if (property !== 'id')
    values.push({
      property,
      value: wordOf(given['value']),
      original: wordOf(given['original_value']),
      language: wordOf(given['lang']),
    });
  for (const field of ['dataset', 'first_seen', 'last_seen', 'origin']) {
    const word = wordOf(given[field]);
    if (word !== '') values.push({ property: FIELD_MARK + field, value: word });
  }
  return { id: wordOf(given['entity_id']), schema: String(given['schema']), values };
}

function* entitiesIn(given: Json, nesting: number): Iterable<InterchangeEntity> {
  const schema = String(given['schema']);
  const properties = isObject(given['properties']) ? given['properties'] : {};
  const values: InterchangeValue[] = [];
  for (const [property, untrusted] of Object.entries(properties))
    for (const item of Array.isArray(untrusted) ? untrusted : [untrusted]) {
      if (isNested(item) && nesting < MAX_NESTING) {
        values.push({ property, value: wordOf(item['id']) });
        yield* entitiesIn(item, nesting + 1);
      } else values.push({ property, value: isObject(item) ? JSON.stringify(item) : wordOf(item) });
    }
  const ours = readOurs(given['probatum']);
  const entity = { id: wordOf(given['id']), schema, values: [...values, ...fieldsOf(given, values, ours !== null)] };
  yield ours === null ? entity : { ...entity, values: ours(entity.values) };
}

function isNested(item: unknown): item is Json {
  return isObject(item) && wordOf(item['id']) !== '' && typeof item['schema'] === 'string';
}

const READ_FIELDS = new Set(['id', 'schema', 'properties', 'probatum']);

/** Fields beside the properties. A caption that repeats a value, or that we wrote ourselves, says nothing new. */
function fieldsOf(given: Json, values: readonly InterchangeValue[], isOurs: boolean): InterchangeValue[] {
  return Object.entries(given).flatMap(([name, untrusted]) => {
    if (READ_FIELDS.has(name) || untrusted === undefined) return [];
    if (name === 'caption' && (isOurs || values.some(({ value }) => value === untrusted))) return [];
    return [{ property: FIELD_MARK + name, value: fieldText(untrusted) }];
  });
}

/** A field as text that tells its type: plain words as they are, anything else as JSON. */
export function fieldText(untrusted: unknown): string {
  if (typeof untrusted !== 'string') return JSON.stringify(untrusted);
  return untrusted === '' || parsedField(untrusted) !== untrusted ? JSON.stringify(untrusted) : untrusted;
}

export function parsedField(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function wordOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a property that only we have, and that other readers of the model would refuse. */
export function isOurProperty(schema: string, property: string): boolean {
  return schemaOrThing(schema).properties.get(property)?.isOurs === true;
}
