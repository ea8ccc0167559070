/**
 * A cell's words as a value of a property: dates, countries, positions and quantities in the form in which they are compared, with
 * the words as printed beside it. What cannot be read is kept as written, and told.
 */
import { checkValue } from '../entity/checkValue.ts';
import { schemaOrThing } from '../ftm/index.ts';
import { readQuantity } from '../entity/quantity.ts';
import { typeOfProperty } from '../entity/valueKey.ts';
import { readCoordinates } from '../geo/index.ts';
import type { InterchangeValue } from './interchangeEntity.ts';

export interface ReadWords {
  value: InterchangeValue;
  /** One sentence on what could not be read; null where there is nothing to say. */
  problem: string | null;
}

const NORMALISED = new Set(['date', 'country']);
const MAX_TOLD_CHARS = 60;

export function readWords(schema: string, property: string, words: string): ReadWords {
  const text = words.trim();
  const type = typeOfProperty(schema, property);
  if (type === 'position') return readPosition(schema, property, text);
  if (type === 'quantity') {
    const quantity = readQuantity(text);
    return { value: { property, value: text, ...(quantity ? { detail: { quantity } } : {}) }, problem: null };
  }
  if (!NORMALISED.has(type)) return { value: { property, value: text }, problem: null };
  const check = checkValue(schema, property, text);
  if (check === null) return { value: { property, value: text }, problem: null };
  if (!check.valid)
    return {
      value: { property, value: text },
      problem: `${told(text)} in ${labelOf(schema, property)}: ${check.sentence}`,
    };
  const original = check.normal === text ? '' : text;
  return { value: { property, value: check.normal, original }, problem: null };
}

function readPosition(schema: string, property: string, text: string): ReadWords {
  const read = readCoordinates(text);
  const [only, ...others] = read?.readings ?? [];
  if (!only || others.length > 0)
    return {
      value: { property, value: text },
      problem: `${told(text)} in ${labelOf(schema, property)} ${only ? `can be read in several ways. ${read?.question ?? ''}` : 'is no position that can be read; it is kept as written.'}`,
    };
  const { latitude, longitude, notation } = only;
  return {
    value: { property, value: text, detail: { position: { latitude, longitude, datum: 'not stated', notation } } },
    problem: null,
  };
}

function told(text: string): string {
  return `“${text.length > MAX_TOLD_CHARS ? `${text.slice(0, MAX_TOLD_CHARS)}…` : text}”`;
}

function labelOf(schema: string, property: string): string {
  return `“${schemaOrThing(schema).properties.get(property)?.label ?? property}”`;
}
