/** What persons and their papers are known by. */
import { chinaRegion } from './chinaRegions.ts';
import { mod11Radix2 } from './checkDigits.ts';
import { compact, FORM_ONLY, type IdentifierRule, withoutLabel, wrong } from './rule.ts';

export const chineseResident: IdentifierRule = {
  normal: compact,
  check: code => {
    if (/^\d{15}$/.test(code)) {
      const birth = birthOf(`19${code.slice(6, 12)}`);
      return birth === null
        ? wrong('The birth date in it is no date.')
        : `${FORM_ONLY} Numbers of the old kind, with 15 digits, have no check digit. It carries the birth date ${birth}.`;
    }
    if (!/^\d{17}[\dX]$/.test(code))
      return wrong('A Chinese resident’s number has 17 digits and a check sign, a digit or X.');
    if (mod11Radix2(code.slice(0, 17)) !== code.charAt(17)) return wrong('The check sign (ISO 7064) does not hold.');
    const birth = birthOf(code.slice(6, 14));
    if (birth === null) return wrong('The check sign holds, but the birth date in it is no date.');
    const region = chinaRegion(code.slice(0, 6));
    const sex = Number(code.charAt(16)) % 2 === 1 ? 'male' : 'female';
    return `The check sign (ISO 7064) holds. It carries the birth date ${birth}, the sex ${sex}${region ? ` and the area ${region}` : ''}: compare them.`;
  },
};

/** `19640912` as a date; null where the calendar has no such day. */
function birthOf(digits: string): string | null {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  const made = new Date(Date.UTC(year, month - 1, day));
  const isDay = year > 1800 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return isDay ? made.toISOString().slice(0, 10) : null;
}

/** Beginnings seen on lists; nobody outside knows the rule by which the numbers are given. */
const SEEN_ON_DPRK_PASSPORTS = /^(?:(?:381|472|563|654|836)\d{6}|PS\d{9})$/;

export const passport: IdentifierRule = {
  normal: value => compact(withoutLabel(value, 'passport')),
  check: code => {
    if (!/^(?=.*\d)[A-Z0-9]{4,15}$/.test(code))
      return wrong('A passport’s number has four to fifteen digits and letters.');
    const seen = SEEN_ON_DPRK_PASSPORTS.test(code)
      ? ' Numbers of DPRK passports on public lists begin like this; the pattern is only observed.'
      : '';
    return `${FORM_ONLY} A passport’s number has no check digit of its own.${seen}`;
  },
};
