/**
 * Times of ours are UTC instants; dates of the world are EDTF (ISO 8601-2 levels 0 and 1, the subset below),
 * because evidence says "about March 2021" and must not be made more exact than it is.
 */
import { z } from 'zod';
import { type EdtfDate, edtfPart } from './edtf.ts';
import { readDateWords } from './readDateWords.ts';

export { EdtfDate, isEdtf } from './edtf.ts';

export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

export function toInstant(time: Date): Instant {
  return Instant.parse(time.toISOString());
}

/** What people type ("26 November 2017", "c. March 2021", "26.11.2017") as EDTF, or null where it cannot be told, or leaves a choice. */
export function readDate(typed: string): EdtfDate | null {
  const reading = readDateWords(typed);
  return reading.kind === 'date' ? reading.date : null;
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** An EDTF date in words: `26 November 2017`, `c. March 2021`, `2021 (uncertain)`, `March 2021 to June 2021`. */
export function describeDate(date: EdtfDate): string {
  const sides = date.split('/');
  if (sides.length === 2) {
    const [from = '', to = ''] = sides;
    if (from === '..') return `until ${describePart(to)}`;
    if (to === '..') return `from ${describePart(from)}`;
    return `${describePart(from)} to ${describePart(to)}`;
  }
  return describePart(date);
}

function describePart(text: string): string {
  const match = edtfPart.exec(text);
  if (!match) return text;
  const [, year = '', month, day, mark] = match;
  const name = month ? (months[Number(month) - 1] ?? '') : '';
  const monthName = name ? (name[0] ?? '').toUpperCase() + name.slice(1) : '';
  const years = year.endsWith('XX') ? `${year.slice(0, 2)}00s` : year.endsWith('X') ? `${year.slice(0, 3)}0s` : year;
  const words = [day ? String(Number(day)) : '', monthName, years].filter(Boolean).join(' ');
  if (mark === '~') return `c. ${words}`;
  if (mark === '?') return `${words} (uncertain)`;
  if (mark === '%') return `c. ${words} (uncertain)`;
  return words;
}

/** The day part of an instant, in words, UTC. */
export function describeInstantDay(at: Instant): string {
  return describePart(at.slice(0, 10));
}
