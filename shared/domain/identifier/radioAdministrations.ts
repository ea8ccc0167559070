/** Whose register a MMSI or a call sign points to. It tells what the station says of itself, not what it is. */
import data from '../../data/radioAdministrations.json';

interface Administration {
  name: string;
  digits: readonly string[];
  /** First and last pair of signs of each series. */
  series: readonly (readonly [string, string])[];
  /** On its call signs; '' where there is nothing to add. */
  note: string;
}

const administrations: readonly Administration[] = data.administrations.map(row => {
  const [name, digits, series, note = ''] = row as [string, string[], string[], string?];
  return { name, digits, series: series.map(seriesOf), note };
});

function seriesOf(text: string): readonly [string, string] {
  const [first = text, last = first] = text.split('-');
  return [first, last];
}

/** Null where the digits are not of our selection. */
export function administrationOfMmsi(mmsi: string): string | null {
  return administrations.find(({ digits }) => digits.includes(mmsi.slice(0, 3)))?.name ?? null;
}

/** Null where the series is not of our selection. */
export function administrationOfCallSign(sign: string): Pick<Administration, 'name' | 'note'> | null {
  const pair = sign.slice(0, 2);
  // One pair's first sign is the same throughout a series, so the order of the alphabet decides.
  return administrations.find(({ series }) => series.some(([a, b]) => isWithin(pair, a, b))) ?? null;
}

function isWithin(pair: string, first: string, last: string): boolean {
  return pair[0] === first[0] && pair >= first && pair <= last;
}
