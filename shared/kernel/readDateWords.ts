/**
 * Dates as papers and lists print them, read no more exactly than they are written: one EDTF date, several where the words
 * leave a choice, or none and why.
 */
import { readEra } from './dateEras.ts';
import { type EdtfDate, isEdtf } from './edtf.ts';
import { readPlainDate } from './readPlainDate.ts';

export type DateReading =
  /** `note` is '' where there is nothing to add. */
  | { kind: 'date'; date: EdtfDate; note: string }
  /** Two or more, none better than another. */
  | { kind: 'alternatives'; dates: EdtfDate[]; note: string }
  | { kind: 'unread'; why: string };

const NOT_READ = 'It is not read as a date.';
/** Whatever is longer is prose; each hyphen in it would be tried as the middle of a range. */
const LONGEST = 160;

export function readDateWords(written: string): DateReading {
  const trimmed = written.trim();
  if (isEdtf(trimmed)) return one(trimmed, '');
  const text = plainText(trimmed);
  if (text === '') return unread('Nothing is written.');
  if (text.length > LONGEST) return unread(NOT_READ);
  if (/^(?:unknown|not known|n\/?a|none|-+|\?+|不明|不详|不詳|미상|неизвестно)$/iu.test(text))
    return unread('It says that the date is not known.');
  if (/음력|农历|農曆|陰曆|阴历|旧暦|\blunar\b/iu.test(text))
    return unread('A date of the lunar calendar is not converted.');
  return readList(text) ?? readRange(text) ?? readBound(text) ?? readSingle(text);
}

function one(date: string, note: string): DateReading {
  return isEdtf(date) ? { kind: 'date', date: date as EdtfDate, note } : unread(NOT_READ);
}

function unread(why: string): DateReading {
  return { kind: 'unread', why };
}

/** One form for wide signs, dashes and spaces; without a stop at the end and the day of the week. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[〜∼]/g, '~')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=[\p{L}\p{N})])[.;,]$/u, '')
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? (?=\S)/i, '')
    .trim();
}

/** `a) 1964 b) 28.8.1962`, `(1) 1964 (2) 1965`. */
const LETTERS = /(?:^|[\s,;]+)\(?(?:[a-h]|\d)\)\s*/i;
/** `1964; 1965`, `1964 or 1965`, `1964 / 1965`: nothing but a list. */
const OR = /\s*;\s*|\s+(?:or|oder|ou|или|또는|혹은)\s+|\s*(?:或|または)\s*|\s\/\s/iu;
/** A list only where all between is a date: `1964, 1965`, but not `November 26, 2017`. */
const AND = /\s*[,、]\s*|\s+(?:and|und|et|y|и|및)\s+|\s*和\s*/iu;

function readList(text: string): DateReading | null {
  const isLettered = /^\(?(?:a|1)\)\s*\S/i.test(text);
  const parts = text.split(isLettered ? LETTERS : OR).filter(Boolean);
  if (isLettered || parts.length > 1) {
    const readings = parts.map(readDateWords);
    const failed = readings.findIndex(reading => reading.kind === 'unread');
    return failed < 0 ? listed(readings) : unread(`“${parts[failed]?.trim()}” in it is not read as a date.`);
  }
  const joined = text.split(AND).filter(Boolean);
  if (joined.length < 2) return null;
  const readings = joined.map(readDateWords);
  return readings.some(reading => reading.kind === 'unread') ? null : listed(readings);
}

function listed(readings: readonly DateReading[]): DateReading {
  return choice(readings.flatMap(datesOf), 'Several dates are given, and none is said to be better.');
}

function datesOf(reading: DateReading): string[] {
  if (reading.kind === 'unread') return [];
  return reading.kind === 'date' ? [reading.date] : reading.dates;
}

/** The same date twice is no choice. */
function choice(dates: readonly string[], note: string): DateReading {
  const different = [...new Set(dates)].filter(isEdtf) as EdtfDate[];
  const [only] = different;
  return different.length === 1 && only !== undefined
    ? one(only, '')
    : { kind: 'alternatives', dates: different, note };
}

const RANGES: readonly RegExp[] = [
  /^(?:between|zwischen|entre|между) (.+?) (?:and|und|et|y|и) (.+)$/iu,
  /^(?:from |von |с )?(.+?) (?:to|until|till|through|bis|по|au|al) (.+)$/iu,
  /^(.+?)(?:부터|から|至)\s*(.+?)(?:까지|まで)?$/u,
];

function readRange(text: string): DateReading | null {
  // 1967-69; where the two digits could be a month, isEdtf has taken them as one before.
  const short = /^((?:1[89]|20)\d{2})\s?[-/~]\s?(\d{2})$/.exec(text);
  if (short && Number(short[2]) > Number(short[1]?.slice(2)))
    return one(`${short[1]}/${short[1]?.slice(0, 2)}${short[2]}`, '');
  const worded = RANGES.flatMap(pattern => {
    const match = pattern.exec(text);
    return match ? [[match[1] ?? '', match[2] ?? ''] as const] : [];
  });
  // A hyphen also stands within dates, so each is tried.
  const signed = [...text.matchAll(/[-~]/g)].map(({ index }) => [text.slice(0, index), text.slice(index + 1)] as const);
  for (const [left, right] of [...worded, ...signed]) {
    const [from, to] = [readSingle(left), readSingle(right)];
    if (from.kind !== 'date' || to.kind !== 'date' || from.date.includes('/') || to.date.includes('/')) continue;
    if (startOf(from.date) > startOf(to.date)) return unread('The end is before the start.');
    return one(`${from.date}/${to.date}`, [from.note, to.note].filter(Boolean).join(' '));
  }
  return null;
}

/** Comparable by its letters: years, months and days are of fixed width. */
function startOf(date: string): string {
  return date.replace(/[?~%]$/, '').replaceAll('X', '0');
}

interface Bound {
  pattern: RegExp;
  /** Which side is given. */
  side: 'from' | 'to';
  /** By how many units the bound lies beside what is written: "before 2017" ends with 2016. */
  step: -1 | 0 | 1;
}
const BOUNDS: readonly Bound[] = [
  { side: 'to', step: -1, pattern: /^(?:before|prior to|vor|avant) (.+)$/iu },
  { side: 'to', step: 0, pattern: /^(?:until|till|up to|no later than|not later than|by|bis|до|по|jusqu'en) (.+)$/iu },
  { side: 'to', step: 0, pattern: /^(.+?)\s?(?:이전|까지|以前|まで)$/u },
  { side: 'from', step: 1, pattern: /^(?:after|nach|après|после) (.+)$/iu },
  { side: 'from', step: 0, pattern: /^(?:since|from|no earlier than|not before|seit|с|depuis|desde) (.+)$/iu },
  { side: 'from', step: 0, pattern: /^(.+?)\s?(?:이후|부터|以降|以来|から)$/u },
];

/** `until 2017`, `before March 2017`, `2017년 이후`: open on one side. */
function readBound(text: string): DateReading | null {
  for (const { pattern, side, step } of BOUNDS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const reading = readSingle(match[1] ?? '');
    if (reading.kind !== 'date') return reading.kind === 'unread' ? reading : unread(reading.note);
    const bound = step === 0 ? reading.date : besideDate(reading.date, step);
    if (bound === null) return unread(NOT_READ);
    return one(side === 'to' ? `../${bound}` : `${bound}/..`, reading.note);
  }
  return null;
}

/** The year, month or day next to one; null where it is uncertain which that is. */
function besideDate(date: string, step: -1 | 1): string | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (!match) return null;
  const [, year = '', month, day] = match;
  const beside = new Date(
    Date.UTC(
      Number(year) + (month === undefined ? step : 0),
      Number(month ?? 1) - 1 + (month !== undefined && day === undefined ? step : 0),
      Number(day ?? 1) + (day === undefined ? 0 : step),
    ),
  );
  return beside.toISOString().slice(0, date.length);
}

const ABOUT_BEFORE =
  /^(?:c\.?(?=\s?\d|\s)|ca\.?|circa|about|around|approx(?:\.|imately)?|some time in|um|etwa|gegen|vers|env(?:\.|iron)?|hacia|около|ок\.|примерно|약|대략|約|大约|大約|~)\s*/iu;
const ABOUT_AFTER =
  /\s*(?:頃|ごろ|ころ|경(?!\p{L})|쯤|前後|左右|[([]?(?:approx(?:\.|imately)?|circa|ca\.?|about)[)\]]?)$/iu;
const PERHAPS_BEFORE = /^(?:possibly|probably|perhaps|maybe|vermutlich|peut-être|возможно|아마)\s+/iu;
const PERHAPS_AFTER = /\s*(?:\(\?\)|\?|[([](?:possibly|probably|uncertain|unconfirmed)[)\]])$/iu;
/** EDTF level 1 has no word for these; what is left is true, and less exact. */
const PART_OF =
  /^(?:early|mid|middle of|late|beginning of|end of|anfang|mitte|ende|début|fin|начало|конец)[\s-]+(?:of\s+)?(?:the\s+)?/iu;

function readSingle(given: string): DateReading {
  // The Russian word for year is only a suffix.
  let text = given.trim().replace(/(?<=\d)\s?(?:г\.?|года?)$/u, '');
  const take = (pattern: RegExp) => {
    const rest = text.replace(pattern, '');
    const isTaken = rest !== text;
    text = rest.trim();
    return isTaken;
  };
  const isAbout = [take(ABOUT_BEFORE), take(ABOUT_AFTER)].some(Boolean);
  const isPerhaps = [take(PERHAPS_BEFORE), take(PERHAPS_AFTER)].some(Boolean);
  const isPart = take(PART_OF);
  take(/^(?:in|on|on or about|the year|year|im jahr|en|в)\s+(?=\S)/iu);
  const mark = isAbout && isPerhaps ? '%' : isAbout ? '~' : isPerhaps ? '?' : '';
  const reading = readCounted(text);
  if (reading.kind === 'unread') return reading;
  const note = isPart ? `${reading.note} Which part of it is meant cannot be kept.`.trim() : reading.note;
  const marked = datesOf(reading).map(date => (mark === '' ? date : `${date.replace(/[?~%]$/, '')}${mark}`));
  return reading.kind === 'date' ? one(marked[0] ?? '', note) : choice(marked, note);
}

/** Years of another count first, then of ours. */
function readCounted(text: string): DateReading {
  if (/^\d{1,3}\s*(?:[년年]|$)|^\d{3}\s*[-/.]/u.test(text))
    return unread(
      'Its years may be counted from another beginning (Juche, Minguo, a reign), and it does not say which.',
    );
  const eras = readEra(text);
  if (!Array.isArray(eras)) return unread(eras.why);
  if (eras.length === 0) return readPlainDate(text);
  const dates = eras.flatMap(era => datesOf(readPlainDate(era.text)));
  if (dates.length < eras.length) return unread(NOT_READ);
  return eras.length === 1
    ? one(dates[0] ?? '', eras[0]?.note ?? '')
    : choice(dates, eras.map(era => era.note).join(' '));
}
