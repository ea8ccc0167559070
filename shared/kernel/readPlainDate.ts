/** One date of our calendar, in figures or with a month's name, without words like "about" or "until". */
import { type EdtfDate, isEdtf } from './edtf.ts';
import { monthOf } from './monthNames.ts';
import type { DateReading } from './readDateWords.ts';

const NOT_READ: DateReading = { kind: 'unread', why: 'It is not read as a date.' };
const NO_SUCH_DAY: DateReading = { kind: 'unread', why: 'The calendar has no such day.' };
/** How forms print a day or month that nobody knows. */
const UNKNOWN = '(?:0{1,2}|dd|mm|jj|tt|дд|мм|xx|__|--|\\?{1,2}|\\*\\*)';

export function readPlainDate(given: string): DateReading {
  const text = given.trim();
  if (isEdtf(text)) return { kind: 'date', date: text as EdtfDate, note: '' };
  return (
    readDecade(text) ??
    readNamedMonth(text) ??
    readEastAsian(text) ??
    readYearFirst(text) ??
    readYearLast(text) ??
    NOT_READ
  );
}

/** `1960s`, `1970年代`. */
function readDecade(text: string): DateReading | null {
  const match = /^(?:the )?(\d{3})0(?:'?s|er|年代|년대|-е)$/iu.exec(text);
  return match ? dateOf(`${match[1]}X`) : null;
}

/** `26 November 2017`, `26th of Nov. 2017`, `26-Nov-2017`, `November 26, 2017`, `November 2017`, `26 de noviembre de 2017`. */
function readNamedMonth(text: string): DateReading | null {
  const plain = text.replace(/\s(?:of|de)\s/giu, ' ');
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]?(\p{L}{3,})\.?,?[\s-]?(\d{4})$/u.exec(plain);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^(\p{L}{3,})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})$/u.exec(plain);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  const monthOnly = /^(\p{L}{3,})\.?,?[\s-](\d{4})$/u.exec(plain) ?? null;
  if (monthOnly) return named(monthOnly[2], monthOnly[1]);
  const yearFirst = /^(\d{4}),?[\s-](\p{L}{3,})\.?(?:[\s-](\d{1,2}))?$/u.exec(plain);
  return yearFirst ? named(yearFirst[1], yearFirst[2], yearFirst[3]) : null;
}

function named(year?: string, month?: string, day?: string): DateReading | null {
  const found = monthOf(month ?? '');
  return found === null ? null : dateOf(joined(year, String(found), day));
}

/** `2017년 11월 26일`, `1970年`, `1970年5月生`. */
function readEastAsian(text: string): DateReading | null {
  const match = /^(\d{4})\s*[년年](?:\s*(\d{1,2})\s*[월月](?:\s*(\d{1,2})\s*[일日])?)?\s*(?:생|生|出生)?$/u.exec(text);
  return match ? dateOf(joined(match[1], match[2], match[3])) : null;
}

/** `2017/11/26`, `2017. 11. 26`, `1972-00-00`. */
function readYearFirst(text: string): DateReading | null {
  const pattern = new RegExp(
    `^(\\d{4})\\s?([-/.])\\s?(\\d{1,2}|${UNKNOWN})(?:\\s?\\2\\s?(\\d{1,2}|${UNKNOWN}))?$`,
    'iu',
  );
  const match = pattern.exec(text);
  if (!match) return null;
  const [, year, , month, day] = match;
  return withUnknown(year, month, day);
}

/** `26.11.2017`, `dd/mm/1972`, `11/1972`. With slashes or hyphens, which number is the day may be unclear. */
function readYearLast(text: string): DateReading | null {
  const monthYear = /^(\d{1,2})\s?[-/.]\s?(\d{4})$/.exec(text);
  if (monthYear) return dateOf(joined(monthYear[2], monthYear[1]));
  const pattern = new RegExp(`^(\\d{1,2}|${UNKNOWN})\\s?([-/. ])\\s?(\\d{1,2}|${UNKNOWN})\\s?\\2\\s?(\\d{4})$`, 'iu');
  const match = pattern.exec(text);
  if (match) {
    const [, first = '', sign, second = '', year] = match;
    if (isUnknown(first) || isUnknown(second)) return withUnknown(year, second, first);
    return sign === '.' ? dateOf(joined(year, second, first)) : dayOrMonth(year ?? '', first, second);
  }
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/.test(text))
    return { kind: 'unread', why: 'The century is not written, so the year cannot be told.' };
  return null;
}

/** Only the year is certain where both numbers could be the month; a guess here has sent inquiries astray. */
function dayOrMonth(year: string, first: string, second: string): DateReading {
  const dates = [joined(year, second, first), joined(year, first, second)].filter(isEdtf) as EdtfDate[];
  const [one, other] = dates;
  if (one === undefined) return NO_SUCH_DAY;
  if (other !== undefined && one !== other)
    return { kind: 'alternatives', dates, note: 'Which number is the day cannot be told.' };
  return { kind: 'date', date: one, note: Number(second) > 12 ? 'Written with the month first.' : '' };
}

function isUnknown(part: string): boolean {
  return !/^\d+$/.test(part) || Number(part) === 0;
}

/** Without what is not known; a day of an unknown month tells nothing that EDTF can hold here. */
function withUnknown(year?: string, month = '', day = ''): DateReading {
  if (isUnknown(month)) {
    const isDayKnown = day !== '' && !isUnknown(day);
    return dateOf(
      year ?? '',
      isDayKnown ? 'The month is not known, so the day is not kept.' : 'Day and month are not known.',
    );
  }
  if (day !== '' && isUnknown(day)) return dateOf(joined(year, month), 'The day is not known.');
  return dateOf(joined(year, month, day));
}

function joined(year?: string, month?: string, day?: string): string {
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
}

function dateOf(date: string, note = ''): DateReading {
  return isEdtf(date) ? { kind: 'date', date: date as EdtfDate, note } : NO_SUCH_DAY;
}
