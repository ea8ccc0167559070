/** Coordinates in the notation that a reader chose. Rounded once, in the smallest unit, so that no 60 is ever printed. */
import { writeMgrs, writeUtm } from './gridReference.ts';
import { type Position, wrapLongitude } from './position.ts';

export const WRITTEN_NOTATIONS = ['dm', 'dms', 'decimal', 'mgrs', 'utm'] as const;
export type WrittenNotation = (typeof WRITTEN_NOTATIONS)[number];

export const notationWords: Record<WrittenNotation, string> = {
  dm: 'Degrees and minutes',
  dms: 'Degrees, minutes, seconds',
  decimal: 'Decimal degrees',
  mgrs: 'MGRS',
  utm: 'UTM',
};

/** Figures after the point; each about two metres or less. */
const FIGURES: Record<'dm' | 'dms' | 'decimal', number> = { dm: 3, dms: 1, decimal: 5 };

/** `38°45.500′N 125°12.000′E`. Where a grid does not reach, degrees and minutes. */
export function writeCoordinates(position: Position, notation: WrittenNotation, figures?: number): string {
  const { latitude, longitude: given } = position;
  const longitude = wrapLongitude(given);
  switch (notation) {
    case 'mgrs':
      return writeMgrs({ latitude, longitude }) ?? writeCoordinates(position, 'dm');
    case 'utm':
      return writeUtm({ latitude, longitude }) ?? writeCoordinates(position, 'dm');
    case 'decimal':
    case 'dm':
    case 'dms': {
      const after = figures ?? FIGURES[notation];
      return `${writeAngle(latitude, 'NS', notation, after)} ${writeAngle(longitude, 'EW', notation, after)}`;
    }
  }
}

function writeAngle(value: number, letters: 'NS' | 'EW', notation: 'decimal' | 'dm' | 'dms', figures: number): string {
  const size = Math.abs(value);
  const scale = 10 ** figures;
  const perDegree = notation === 'decimal' ? 1 : notation === 'dm' ? 60 : 3600;
  const units = Math.round(size * perDegree * scale);
  const letter = value < 0 && units > 0 ? letters[1] : letters[0];
  const wide = letters === 'NS' ? 2 : 3;
  const last = (amount: number) => (amount / scale).toFixed(figures).padStart(figures > 0 ? figures + 3 : 2, '0');
  if (notation === 'decimal') return `${(units / scale).toFixed(figures)}°${letter}`;
  const degrees = String(Math.floor(units / (perDegree * scale))).padStart(wide, '0');
  const rest = units % (perDegree * scale);
  if (notation === 'dm') return `${degrees}°${last(rest)}′${letter}`;
  const minutes = String(Math.floor(rest / (60 * scale))).padStart(2, '0');
  return `${degrees}°${minutes}′${last(rest % (60 * scale))}″${letter}`;
}
