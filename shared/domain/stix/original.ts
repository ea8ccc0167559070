/** A foreign object is kept whole beside what was read from it, so that it leaves again word for word; a long one in several parts. */
import { FIELD_MARK, type InterchangeValue } from '../interchange/interchangeEntity.ts';
import { LooseObject, type StixObject } from './stixObject.ts';

const FIELD = `${FIELD_MARK}stix`;
const WITH_FIELD = `${FIELD_MARK}stixWith`;
/** A value holds 65,000 characters. */
const PART_CHARS = 60_000;

export function isOriginalField(property: string): boolean {
  return property === WITH_FIELD || /^@stix\d*$/.test(property);
}

export function originalValues(object: StixObject, companions: readonly StixObject[]): InterchangeValue[] {
  const json = JSON.stringify(object);
  const values: InterchangeValue[] = [];
  for (let from = 0; from < json.length; from += PART_CHARS)
    values.push({
      property: from === 0 ? FIELD : `${FIELD}${from / PART_CHARS + 1}`,
      value: json.slice(from, from + PART_CHARS),
    });
  return [...values, ...companions.map(one => ({ property: WITH_FIELD, value: JSON.stringify(one) }))];
}

/** The latest version of it; null where the entity did not come from STIX. */
export function originalOf(id: string, values: readonly InterchangeValue[]): StixObject | null {
  const whole = values.filter(({ property }) => property === FIELD).flatMap(({ value }) => parsed(value) ?? []);
  const parts = values
    .filter(({ property }) => /^@stix\d*$/.test(property))
    .sort((left, right) => partNumber(left.property) - partNumber(right.property));
  const joined = parts.length > 1 ? parsed(parts.map(({ value }) => value).join('')) : null;
  const versions = [...whole, ...(joined ? [joined] : [])].filter(one => one.id === id);
  return (
    versions.sort((left, right) => String(right['modified'] ?? '').localeCompare(String(left['modified'] ?? '')))[0] ??
    null
  );
}

export function companionsOf(values: readonly InterchangeValue[]): StixObject[] {
  return values.filter(({ property }) => property === WITH_FIELD).flatMap(({ value }) => parsed(value) ?? []);
}

function partNumber(property: string): number {
  return Number(property.slice(FIELD.length) || 1);
}

function parsed(json: string): StixObject | null {
  try {
    const object = LooseObject.safeParse(JSON.parse(json));
    return object.success ? (object.data as StixObject) : null;
  } catch {
    return null;
  }
}
