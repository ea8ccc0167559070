/** What cargo, goods and devices are known by. */
import { containerRemainder, isCas, isContainer, isLuhn, vinCheckSign } from './checkDigits.ts';
import { compact, FORM_ONLY, type IdentifierRule, withoutLabel, wrong } from './rule.ts';

export const container: IdentifierRule = {
  normal: compact,
  check: code => {
    if (!/^[A-Z]{4}\d{7}$/.test(code))
      return wrong('A container number has four letters, six digits and a check digit.');
    if (!/^[A-Z]{3}[UJZ]/.test(code)) return wrong('The fourth letter of a container number is U, J or Z.');
    if (!isContainer(code)) return wrong('The check digit (ISO 6346) does not hold.');
    return containerRemainder(code) === 10
      ? 'The check digit (ISO 6346) holds. It stands for a remainder of 10, which is discouraged: 0 is also right for others.'
      : 'The check digit (ISO 6346) holds.';
  },
};

export const cas: IdentifierRule = {
  normal: value => withoutLabel(value, 'CAS(?:\\s*RN)?'),
  check: code => {
    if (isCas(code)) return 'The check digit holds.';
    return wrong(
      /^[1-9]\d{1,6}-\d{2}-\d$/.test(code)
        ? 'The check digit does not hold.'
        : 'A CAS number has two to seven digits, two digits and a check digit, with hyphens between.',
    );
  },
};

export const vin: IdentifierRule = {
  normal: value => compact(withoutLabel(value, 'VIN')),
  check: code => {
    if (!/^[0-9A-Z]{17}$/.test(code)) return wrong('A vehicle identification number has 17 letters and digits.');
    if (/[IOQ]/.test(code)) return wrong('The letters I, O and Q do not occur in a vehicle identification number.');
    const wanted = vinCheckSign(code);
    if (wanted === code.charAt(8)) return 'The check at position 9 holds; it is mandatory only for North America.';
    // The first sign tells where the maker is: 1 to 5 are North America.
    return /^[1-5]/.test(code)
      ? wrong(
          `Position 9 would have to be ${wanted}: numbers that begin with 1 to 5 are of North America, where the check is mandatory.`,
        )
      : `${FORM_ONLY} The check at position 9 does not hold, but it is mandatory only for North America.`;
  },
};

export const imei: IdentifierRule = {
  normal: value => withoutLabel(value, 'IMEI').replace(/[\s./-]/g, ''),
  check: digits => {
    if (/^0+$/.test(digits)) return wrong('Zeros alone are no device’s number.');
    if (/^\d{16}$/.test(digits))
      return `${FORM_ONLY} Sixteen digits end with a software version in place of the check digit.`;
    if (!/^\d{15}$/.test(digits)) return wrong('An IMEI has fifteen digits, the last a check digit.');
    return isLuhn(digits) ? 'The check digit (Luhn) holds.' : wrong('The check digit (Luhn) does not hold.');
  },
};

const LAST_CHAPTER = 97;
/** Kept free by the convention. */
const RESERVED_CHAPTER = 77;

export const hsCode: IdentifierRule = {
  normal: value => withoutLabel(value, 'HS(?:\\s*code)?').replace(/[\s.-]/g, ''),
  check: digits => {
    if (/^\d{1,5}$/.test(digits))
      return wrong('A whole code has six to ten digits; fewer name a chapter or a heading.');
    if (!/^\d{6,10}$/.test(digits)) return wrong('An HS code has six to ten digits.');
    const chapter = Number(digits.slice(0, 2));
    if (chapter < 1 || chapter === RESERVED_CHAPTER) return wrong(`There is no chapter ${digits.slice(0, 2)}.`);
    const national =
      digits.length > 6 || chapter > LAST_CHAPTER ? ' What goes beyond chapter 97 or six digits is national.' : '';
    return `${FORM_ONLY} An HS code has no check digit, and what it covers depends on the revision.${national}`;
  },
};
