/** Latitude and longitude in columns of their own: of an event, the two halves are one position. */
import { isA } from '../ftm/index.ts';
import type { InterchangeValue } from './interchangeEntity.ts';
import { fixOf } from './placed.ts';

const HALVES = ['latitude', 'longitude'];

export function isHalfPosition(schema: string, property: string): boolean {
  return isA(schema, 'Event') && HALVES.includes(property);
}

/** What cannot be joined stands as written, and is told. */
export function joinHalves(
  schema: string,
  values: readonly InterchangeValue[],
): { values: InterchangeValue[]; problem: string | null } {
  const halves = values.filter(({ property }) => isHalfPosition(schema, property));
  if (halves.length === 0) return { values: [...values], problem: null };
  const [north, east] = HALVES.map(half => halves.filter(({ property }) => property === half));
  const fix = north?.length === 1 && east?.length === 1 ? fixOf(east[0]?.value, north[0]?.value) : null;
  if (!fix)
    return {
      values: [...values],
      problem: `“${halves.map(({ value }) => value).join(', ')}” is no position on the globe in decimal degrees; it is kept as written.`,
    };
  const { latitude, longitude } = fix;
  const position: InterchangeValue = {
    property: 'position',
    value: `${latitude}, ${longitude}`,
    original: `${north?.[0]?.value}, ${east?.[0]?.value}`,
    detail: { position: { latitude, longitude, datum: 'not stated', notation: 'decimal degrees' } },
  };
  return { values: [...values.filter(one => !halves.includes(one)), position], problem: null };
}
