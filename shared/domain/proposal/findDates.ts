/** Dates as people write them, in the languages and calendars that the field meets. What cannot be told is said so. */
import { isEdtf } from '../../kernel/dates.ts';
import type { FoundProposal } from './proposal.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'января', 'январь', 'janvier', 'enero', 'januar'],
  ['february', 'feb', 'февраля', 'февраль', 'février', 'febrero', 'februar'],
  ['march', 'mar', 'марта', 'март', 'mars', 'marzo', 'märz'],
  ['april', 'apr', 'апреля', 'апрель', 'avril', 'abril'],
  ['may', 'мая', 'май', 'mai', 'mayo'],
  ['june', 'jun', 'июня', 'июнь', 'juin', 'junio', 'juni'],
  ['july', 'jul', 'июля', 'июль', 'juillet', 'julio', 'juli'],
  ['august', 'aug', 'августа', 'август', 'août', 'agosto'],
  ['september', 'sept', 'sep', 'сентября', 'сентябрь', 'septembre', 'septiembre'],
  ['october', 'oct', 'октября', 'октябрь', 'octobre', 'octubre', 'oktober'],
  ['november', 'nov', 'ноября', 'ноябрь', 'novembre', 'noviembre'],
  ['december', 'dec', 'декабря', 'декабрь', 'décembre', 'diciembre', 'dezember'],
];
const monthOf = new Map(MONTHS.flatMap((names, at) => names.map(name => [name, at + 1] as const)));
const month = `(?<month>${[...monthOf.keys()].sort((left, right) => right.length - left.length).join('|')})\\.?`;
const day = '(?<day>[0-3]?\\d)';
const year = '(?<year>(?:1[89]|20)\\d{2})';
/** Not within a longer number or word. */
const before = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';

/** Years of the DPRK's calendar, and of Taiwan's, begin with 1912; the same offset, so only the word tells which. */
const JUCHE_OFFSET = 1911;

interface Groups {
  day?: string;
  month?: string;
  year?: string;
  first?: string;
  second?: string;
  juche?: string;
}

const PATTERNS: readonly RegExp[] = [
  // 26 November 2017, 26th Nov. 2017, 26 ноября 2017, 26 de noviembre de 2017
  new RegExp(
    `${before}${day}(?:st|nd|rd|th|er|\\.)?\\s+(?:de\\s+|of\\s+)?${month},?\\s+(?:de\\s+)?${year}${after}`,
    'giu',
  ),
  // November 26, 2017
  new RegExp(`${before}${month}\\s+${day}(?:st|nd|rd|th)?,\\s*${year}${after}`, 'giu'),
  // 2017-11-26, 2017/11/26, 2017.11.26
  new RegExp(`${before}${year}(?<sign>[-/.])(?<first>[01]?\\d)\\k<sign>(?<second>[0-3]?\\d)${after}`, 'gu'),
  // 26.11.2017, 26/11/2017: which is the day may be unclear
  new RegExp(`${before}(?<first>[0-3]?\\d)(?<sign>[-/.])(?<second>[0-3]?\\d)\\k<sign>${year}${after}`, 'gu'),
  // 2017년 11월 26일, 2017年11月26日
  new RegExp(`${year}\\s?[년年]\\s?(?<first>[01]?\\d)\\s?[월月](?:\\s?(?<second>[0-3]?\\d)\\s?[일日])?`, 'gu'),
  // 주체106(2017)년 11월 26일, Juche 106
  /주체\s?(?<juche>\d{1,3})\s?(?:\(\d{4}\))?\s?년(?:\s?(?<first>[01]?\d)월(?:\s?(?<second>[0-3]?\d)일)?)?/gu,
  new RegExp(`${before}Juche\\s(?<juche>\\d{1,3})(?:\\s\\(\\d{4}\\))?${after}`, 'giu'),
  // November 2017, ноябрь 2017
  new RegExp(`${before}${month}\\s+${year}${after}`, 'giu'),
];

export function findDates(text: string): FoundProposal[] {
  const found: FoundProposal[] = [];
  for (const [at, pattern] of PATTERNS.entries()) {
    for (const match of text.matchAll(pattern)) {
      const read = readGroups(match.groups ?? {}, at);
      if (read === null) continue;
      const start = match.index;
      found.push({ kind: 'date', start, end: start + match[0].length, words: match[0], sort: 'date', ...read });
    }
  }
  return found;
}

const DAY_FIRST_PATTERN = 3;

function readGroups(groups: Groups, pattern: number): Pick<FoundProposal, 'value' | 'note'> | null {
  if (groups.juche !== undefined) {
    const value = joined(Number(groups.juche) + JUCHE_OFFSET, Number(groups.first ?? 0), Number(groups.second ?? 0));
    return value === null ? null : { value, note: `Juche ${groups.juche} is ${Number(groups.juche) + JUCHE_OFFSET}.` };
  }
  const of = Number(groups.year);
  if (groups.month !== undefined) {
    const value = joined(of, monthOf.get(groups.month.toLowerCase()) ?? 0, Number(groups.day ?? 0));
    return value === null ? null : { value, note: '' };
  }
  const [first, second] = [Number(groups.first ?? 0), Number(groups.second ?? 0)];
  if (pattern !== DAY_FIRST_PATTERN) {
    const value = joined(of, first, second);
    return value === null ? null : { value, note: '' };
  }
  if (first > 12 || first === second) {
    const value = joined(of, second, first);
    return value === null ? null : { value, note: '' };
  }
  if (second > 12) {
    const value = joined(of, first, second);
    return value === null ? null : { value, note: 'Written with the month first.' };
  }
  const [dayFirst, monthFirst] = [joined(of, second, first), joined(of, first, second)];
  if (dayFirst === null || monthFirst === null) return null;
  // Only the year is certain; a guess here has sent inquiries astray.
  return { value: String(of), note: `It may be ${dayFirst} or ${monthFirst}: which number is the day cannot be told.` };
}

/** Month and day 0 where they are not given; null where the calendar has no such day. */
function joined(of: number, monthNumber: number, dayNumber: number): string | null {
  if (monthNumber > 12 || (monthNumber === 0 && dayNumber !== 0)) return null;
  const parts = [String(of).padStart(4, '0')];
  if (monthNumber > 0) parts.push(String(monthNumber).padStart(2, '0'));
  if (dayNumber > 0) parts.push(String(dayNumber).padStart(2, '0'));
  const value = parts.join('-');
  return isEdtf(value) ? value : null;
}
