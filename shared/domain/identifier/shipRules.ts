/** What ships and their companies are known by. */
import { isImoCompany, isImoShip, isNmea } from './checkDigits.ts';
import { administrationOfCallSign, administrationOfMmsi } from './radioAdministrations.ts';
import { FORM_ONLY, type IdentifierRule, type Outcome, trimmed, withoutLabel, wrong } from './rule.ts';

const NO_NUMBER = '0000000 stands for “not available”; it is nobody’s number.';

export const imoShip: IdentifierRule = {
  normal: value => withoutLabel(value, 'IMO'),
  check: digits => {
    if (digits === '0000000') return wrong(NO_NUMBER);
    if (isImoShip(digits)) return 'The check digit of a ship’s number holds.';
    if (isImoCompany(digits)) return wrong('This is no ship’s number; as a company’s number its check digit holds.');
    return wrong(/^\d{7}$/.test(digits) ? 'The check digit does not hold.' : 'A ship’s number has seven digits.');
  },
};

export const imoCompany: IdentifierRule = {
  normal: value => withoutLabel(value, 'IMO(?:\\s+(?:company|owner|registered owner))?'),
  check: digits => {
    if (digits === '0000000') return wrong(NO_NUMBER);
    if (!isImoCompany(digits))
      return wrong(/^\d{7}$/.test(digits) ? 'The check digit does not hold.' : 'A company’s number has seven digits.');
    return isImoShip(digits)
      ? 'The check digit of a company’s number holds; that of a ship’s number does so too, by chance.'
      : 'The check digit of a company’s number holds.';
  },
};

/** Nine digits that are no ship's, by how they begin. */
const OTHER_STATIONS: readonly (readonly [string, string])[] = [
  ['00', 'a coast station'],
  ['0', 'a group of ships'],
  ['111', 'a search and rescue aircraft'],
  ['8', 'a hand-held radio'],
  ['970', 'a search and rescue transmitter'],
  ['972', 'a man-overboard device'],
  ['974', 'an emergency beacon'],
  ['98', 'a craft of a parent ship'],
  ['99', 'an aid to navigation'],
];

export const mmsi: IdentifierRule = {
  normal: value => withoutLabel(value, 'MMSI').replace(/[\s.-]/g, ''),
  check: digits => {
    if (/^[2-7]\d{8}$/.test(digits)) {
      const register = administrationOfMmsi(digits);
      const says = register ? `; ${digits.slice(0, 3)} stands for ${register}` : '';
      return `Nine digits of a ship${says}. ${FORM_ONLY} An MMSI has no check digit, and changes with the flag.`;
    }
    const other = /^\d{9}$/.test(digits) && OTHER_STATIONS.find(([start]) => digits.startsWith(start));
    return wrong(
      other
        ? `Nine digits that begin with ${other[0]} are of ${other[1]}, not of a ship.`
        : 'A ship’s MMSI has nine digits, the first from 2 to 7.',
    );
  },
};

export const callSign: IdentifierRule = {
  normal: value =>
    withoutLabel(value, 'call\\s?sign')
      .replace(/[\s./-]/g, '')
      .toUpperCase(),
  check: sign => {
    if (!/^[A-Z0-9]{4,7}$/.test(sign)) return wrong('A ship’s call sign has four to seven letters and digits.');
    // Two digits, 0 and 1 among the first two, and Q at the start are never allotted.
    if (!/^(?:[A-PR-Z][A-Z2-9]|[2-9][A-Z])/.test(sign))
      return wrong(`No series of call signs begins with ${sign.slice(0, 2)}.`);
    return callSignSentence(sign);
  },
};

function callSignSentence(sign: string): Outcome {
  const { name, note } = administrationOfCallSign(sign) ?? {
    name: 'an administration outside the list shipped here',
    note: '',
  };
  const says = `${sign.slice(0, 2)} is allotted to ${name}.${note === '' ? '' : ` ${note}`}`;
  return `${says} ${FORM_ONLY} A call sign has no check digit, and changes with the flag.`;
}

export const aisSentence: IdentifierRule = {
  normal: trimmed,
  check: sentence =>
    isNmea(sentence)
      ? 'The checksum of the sentence holds. It tells that it was copied whole, not that what it says is true.'
      : wrong('The checksum of the sentence does not hold.'),
};
