/**
 * Times of ours are UTC instants; dates of the world are EDTF (ISO 8601-2 levels 0 and 1, the subset below),
 * because evidence says "about March 2021" and must not be made more exact than it is.
 */
import { z } from 'zod';

export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

export function toInstant(time: Date): Instant {
  return Instant.parse(time.toISOString());
}

const part = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?([?~%]?)$/;

function isPart(text: string): boolean {
  const match = part.exec(text);
  if (!match) return false;
  const [, year = '', month, day] = match;
  if (!month || !day || year.includes('X')) return !month || !year.includes('X');
  return Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** True for `2021`, `2021-03`, `2021-03-07`, `202X`, a trailing `?` `~` `%`, and intervals `a/b`, `a/..`, `../b`. */
export function isEdtf(text: string): boolean {
  const sides = text.split('/');
  if (sides.length === 1) return isPart(text);
  if (sides.length !== 2) return false;
  const [from = '', to = ''] = sides;
  return (from === '..' || isPart(from)) && (to === '..' || isPart(to)) && !(from === '..' && to === '..');
}

export const EdtfDate = z
  .string()
  .refine(isEdtf, { error: 'Write a date as 2021, 2021-03, 2021-03-07, or 2021-03~ for about' })
  .brand<'EdtfDate'>();
export type EdtfDate = z.infer<typeof EdtfDate>;

/** What people type ("26 November 2017", "c. March 2021", "26.11.2017") as EDTF, or null where it cannot be told. */
export function readDate(typed: string): EdtfDate | null {
  const text = typed.trim();
  if (text === '') return null;
  if (isEdtf(text)) return text as EdtfDate;
  const about = /^(?:c\.|ca\.?|circa|about)\s+/i.exec(text);
  const plain = about ? text.slice(about[0].length) : text;
  const edtf = readPlain(plain);
  if (!edtf) return null;
  const result = about ? `${edtf}~` : edtf;
  return isEdtf(result) ? (result as EdtfDate) : null;
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

function monthNumber(word: string): string | null {
  const at = months.findIndex(month => month.startsWith(word.toLowerCase()) && word.length >= 3);
  return at < 0 ? null : String(at + 1).padStart(2, '0');
}

function readPlain(text: string): string | null {
  if (isEdtf(text)) return text;
  const dayMonthYear = /^(\d{1,2})\s+([A-Za-z]+)\.?\s+(\d{4})$/.exec(text);
  if (dayMonthYear) {
    const month = monthNumber(dayMonthYear[2] ?? '');
    return month ? `${dayMonthYear[3]}-${month}-${(dayMonthYear[1] ?? '').padStart(2, '0')}` : null;
  }
  const monthYear = /^([A-Za-z]+)\.?\s+(\d{4})$/.exec(text);
  if (monthYear) {
    const month = monthNumber(monthYear[1] ?? '');
    return month ? `${monthYear[2]}-${month}` : null;
  }
  const eastAsian = /^(\d{4})[년年]\s*(?:(\d{1,2})[월月]\s*)?(?:(\d{1,2})[일日])?$/.exec(text);
  if (eastAsian) return joinParts(eastAsian[1], eastAsian[2], eastAsian[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted) return joinParts(dotted[3], dotted[2], dotted[1]);
  return null;
}

function joinParts(year?: string, month?: string, day?: string): string {
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
}

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
  const match = part.exec(text);
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
