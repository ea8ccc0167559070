/**
 * Dates between EDTF and CSL. CSL has year, month, day, a range, and "about"; where an EDTF date says more (uncertain or
 * approximate, an open end, a decade), it stands beside in `edtf`, so that coming back it is the same date.
 */
import { isEdtf } from '../../kernel/edtf.ts';
import type { CslDate } from './cslItem.ts';

const PLAIN = /^\d{4}(-\d\d){0,2}$/;
const MARK = /[?~%]$/;

export function cslDateOf(edtf: string): CslDate {
  const sides = edtf.split('/');
  const bare = sides.map(side => side.replace(MARK, ''));
  if (!bare.every(side => PLAIN.test(side))) return { literal: edtf, edtf };
  const parts = { 'date-parts': bare.map(side => side.split('-').map(Number)) };
  return sides.some(side => MARK.test(side)) ? { ...parts, circa: true, edtf } : parts;
}

/** The date as EDTF, or null where it says none that we can be sure of. */
export function edtfOfCsl(date: CslDate | null): string | null {
  if (date === null) return null;
  const { edtf } = date;
  if (edtf !== undefined && isEdtf(edtf)) return edtf;
  const parts = date['date-parts'];
  if (parts !== undefined) {
    const circa = date['circa'] !== undefined && date['circa'] !== false && date['circa'] !== 0 ? '~' : '';
    const sides = parts.map(sideOf);
    const text = sides.map(side => (side === null ? null : side === '..' ? side : side + circa)).join('/');
    return sides.length > 0 && !sides.includes(null) && isEdtf(text) ? text : null;
  }
  const words = (date.raw ?? date.literal ?? '').trim();
  return isEdtf(words) ? words : null;
}

/** `[0]` is how CSL writes an end that is open. */
function sideOf(parts: readonly (string | number)[]): string | null {
  const [year, month, day] = parts.map(part => Number(part));
  if (year === 0 && parts.length === 1) return '..';
  if (year === undefined || !Number.isInteger(year) || year < 1 || year > 9999) return null;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  // Zero, or nothing, stands where month or day are not known; 13–24 are seasons, which we do not keep.
  if (!month) return pad(year, 4);
  if (!Number.isInteger(month) || month > 12) return null;
  return day ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : `${pad(year, 4)}-${pad(month, 2)}`;
}
