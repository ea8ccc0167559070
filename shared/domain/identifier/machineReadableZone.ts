/** The machine-readable zone of a passport (ICAO 9303, form TD3): two lines of 44 signs, five check digits. */
import { mrzCheckDigit } from './checkDigits.ts';
import { type IdentifierRule, wrong } from './rule.ts';

const LINE = 44;

interface Field {
  words: string;
  value: string;
  /** As printed; a filler stands for an empty field's digit. */
  digit: string;
}

export const mrz: IdentifierRule = {
  normal: value => value.replace(/\s/g, '').toUpperCase(),
  check: zone => {
    const lines = linesOf(zone);
    if (lines === null)
      return wrong(
        'The zone of a passport has two lines of 44 capitals, digits and <; the second alone can be checked too.',
      );
    const failed = fieldsOf(lines.second).filter(field => !digitHolds(field));
    const says = `${nameOf(lines.first)}${dataOf(lines.second)}`;
    if (failed.length > 0)
      return wrong(`Check digits that do not hold: ${failed.map(field => field.words).join(', ')}. It reads: ${says}`);
    return `All check digits hold: the zone was read rightly, which does not make the passport genuine. It reads: ${says}`;
  },
};

function linesOf(zone: string): { first: string; second: string } | null {
  if (!/^[A-Z0-9<]+$/.test(zone)) return null;
  if (zone.length === LINE && !/^P[A-Z<]/.test(zone)) return { first: '', second: zone };
  if (zone.length !== 2 * LINE || !zone.startsWith('P')) return null;
  return { first: zone.slice(0, LINE), second: zone.slice(LINE) };
}

function fieldsOf(line: string): Field[] {
  const field = (words: string, from: number, to: number): Field => ({
    words,
    value: line.slice(from, to),
    digit: line.charAt(to),
  });
  return [
    field('document number', 0, 9),
    field('birth date', 13, 19),
    field('date of expiry', 21, 27),
    field('personal number', 28, 42),
    {
      words: 'the whole line',
      value: line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43),
      digit: line.charAt(43),
    },
  ];
}

function digitHolds({ value, digit }: Field): boolean {
  // An empty personal number may have a filler for its check digit.
  return mrzCheckDigit(value) === digit || (digit === '<' && /^<+$/.test(value));
}

function nameOf(line: string): string {
  if (line === '') return '';
  const [family = '', given = ''] = line.slice(5).split('<<');
  const name = [family, given].map(plain).filter(Boolean).join(', ');
  return `${name}; issued by ${plain(line.slice(2, 5))}; `;
}

function dataOf(line: string): string {
  const personal = plain(line.slice(28, 42));
  const parts = [
    `document ${plain(line.slice(0, 9))}`,
    `nationality ${plain(line.slice(10, 13))}`,
    `born ${shortDate(line.slice(13, 19))}`,
    `sex ${plain(line.charAt(20)) || 'not stated'}`,
    `expires ${shortDate(line.slice(21, 27))}`,
    ...(personal === '' ? [] : [`personal number ${personal}`]),
  ];
  return `${parts.join(', ')}. Years have two digits only.`;
}

/** `740812` as `’74-08-12`; parts that are not known are printed as fillers. */
function shortDate(digits: string): string {
  return `’${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4)}`.replaceAll('<', '?');
}

function plain(field: string): string {
  return field.replace(/<+/g, ' ').trim();
}
