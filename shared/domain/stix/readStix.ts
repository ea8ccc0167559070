/**
 * STIX bundles, 2.1 and what is like it, object by object: ours come back as they left, foreign ones become entities and ties that keep
 * their JSON. What is no object is told, and costs no other.
 */
import { openJsonCutter, PieceTooLong } from '../interchange/jsonPieces.ts';
import type { ReadItem } from '../interchange/interchangeEntity.ts';
import { readFtmObject } from '../interchange/readFtm.ts';
import { COMPANIONS } from './mapping.ts';
import { isKnownMarking } from './marking.ts';
import { nativeDigest } from './nativeDigest.ts';
import { readObject, valuesOfObject } from './readObject.ts';
import { typeOfId } from './stixIds.ts';
import {
  ENTITY_EXTENSION,
  LooseObject,
  OWN_TYPE,
  type StixObject,
  TYPES_EXTENSION,
  UntrustedExtension,
} from './stixObject.ts';

export async function* readStix(open: () => AsyncIterable<string>): AsyncGenerator<ReadItem> {
  const companions = new Map<string, StixObject[]>();
  const made = new Set<string>();
  for await (const { json } of objectsIn(open)) {
    const object = json === null ? null : parseObject(json);
    if (typeof object === 'string' || object === null) continue;
    if (COMPANIONS.has(object.type)) keepCompanion(companions, object);
    const { made: id } = extensionOf(object) ?? {};
    if (id !== undefined) made.add(id);
  }
  let rows = 0;
  for await (const { row, json } of objectsIn(open)) {
    rows = row;
    const object = json === null ? BROKEN : parseObject(json);
    if (typeof object === 'string') yield { row, problem: object };
    else if (!COMPANIONS.has(object.type) && !made.has(object.id)) yield* readOne(row, object, companions);
  }
  if (rows === 0) yield { row: 1, problem: 'This bundle holds no objects.' };
}

const BROKEN = 'The file breaks off, or an object is longer than any of its kind; it and what follows were left out.';

/** `json` is null where the file breaks off. */
async function* objectsIn(open: () => AsyncIterable<string>): AsyncGenerator<{ row: number; json: string | null }> {
  const cutter = openJsonCutter(['objects']);
  let row = 0;
  try {
    for await (const piece of open())
      for (const { json } of cutter.add(piece)) {
        row += 1;
        yield { row, json };
      }
  } catch (error) {
    if (!(error instanceof PieceTooLong)) throw error;
    yield { row: row + 1, json: null };
    return;
  }
  if (!cutter.end()) yield { row: row + 1, json: null };
}

/** The object, or why it is none. */
function parseObject(json: string): StixObject | string {
  let untrusted: unknown;
  try {
    untrusted = JSON.parse(json);
  } catch {
    return 'This is no JSON object.';
  }
  const parsed = LooseObject.safeParse(untrusted);
  if (!parsed.success) return 'This object has no type or no id, so it could not be found again.';
  const { id, type } = parsed.data;
  const named = typeOfId(id);
  if (named === null) return `“${id.slice(0, 80)}” is no id of STIX; the object was left out.`;
  if (named !== type)
    return `“${id}” is the id of a ${named}, and the object says that it is a ${type.slice(0, 60)}; it was left out.`;
  return parsed.data as StixObject;
}

function keepCompanion(companions: Map<string, StixObject[]>, object: StixObject): void {
  if (isKnownMarking(object.id) || object.id === ENTITY_EXTENSION || object.id === TYPES_EXTENSION) return;
  const key = object.type === 'language-content' ? String(object['object_ref']) : object.id;
  const kept = companions.get(key) ?? [];
  if (!kept.some(one => JSON.stringify(one) === JSON.stringify(object))) companions.set(key, [...kept, object]);
}

function* readOne(row: number, object: StixObject, companions: ReadonlyMap<string, StixObject[]>): Iterable<ReadItem> {
  const ours = extensionOf(object);
  if (ours?.ftm !== undefined) {
    yield* readFtmObject(row, ours.ftm);
    // Our notes on what is not ours say nothing that the extension does not.
    if (object.type === 'note' || ours.native === nativeDigest(object)) return;
    const { id, schema } = ours.ftm;
    if (
      typeof id === 'string' &&
      typeof schema === 'string' &&
      object.type !== 'relationship' &&
      object.type !== OWN_TYPE
    )
      yield {
        row,
        entity: { id, schema, values: valuesOfObject(object).values.filter(({ property }) => property !== 'topics') },
      };
    yield {
      row,
      problem: `“${object.id}” was changed after it was exported; what was added was taken in beside what it said.`,
    };
    return;
  }
  if (ours?.derived !== undefined) {
    if (ours.derived === 'finding')
      yield {
        row,
        problem: `“${String(object['name'])}” is a finding, and findings travel in archives; it was not taken in.`,
      };
    return;
  }
  const { entity, problems } = readObject(object, companionsOf(object, companions));
  for (const problem of problems) yield { row, problem };
  yield { row, entity };
}

function extensionOf(object: StixObject) {
  const extensions = object['extensions'];
  if (extensions === null || typeof extensions !== 'object' || Array.isArray(extensions)) return null;
  const parsed = UntrustedExtension.safeParse((extensions as Record<string, unknown>)[ENTITY_EXTENSION]);
  return parsed.success ? parsed.data : null;
}

/** Markings and definitions that it names, and translations of it. */
function companionsOf(object: StixObject, companions: ReadonlyMap<string, StixObject[]>): StixObject[] {
  if (companions.size === 0) return [];
  const named = [
    object.id,
    ...texts(object['object_marking_refs']),
    ...(Array.isArray(object['granular_markings'])
      ? object['granular_markings'].flatMap(one => texts([(one as Record<string, unknown> | null)?.['marking_ref']]))
      : []),
    ...Object.keys(
      object['extensions'] !== null && typeof object['extensions'] === 'object' ? object['extensions'] : {},
    ),
  ];
  return [...new Set(named)].flatMap(id => companions.get(id) ?? []);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
}
