/**
 * Checking identifiers by their form and check digit. Digits alone never tell what they identify: the kind is said by whoever
 * asks, or by the words around them, since some numbers pass the test of two kinds.
 */
import { isCas, isContainer, isImoCompany, isImoShip, isNmea, mod97 } from './checkDigits.ts';
import { IBAN_LENGTHS } from './ibanLengths.ts';
import { isBitcoin, isTron, judgeEthereum } from './wallets.ts';

export const identifierKinds = [
  'imo-ship',
  'imo-company',
  'mmsi',
  'container',
  'iban',
  'bic',
  'lei',
  'btc',
  'eth',
  'tron',
  'cas',
  'nmea-aivdm',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

export const identifierWords: Readonly<Record<IdentifierKind, string>> = {
  'imo-ship': 'IMO ship number',
  'imo-company': 'IMO company number',
  mmsi: 'MMSI',
  container: 'container number',
  iban: 'IBAN',
  bic: 'BIC',
  lei: 'LEI',
  btc: 'bitcoin address',
  eth: 'Ethereum-style address',
  tron: 'TRON address',
  cas: 'CAS number',
  'nmea-aivdm': 'AIS sentence',
};

export interface IdentifierVerdict {
  valid: boolean;
  /** Without prefix and separators, as it is compared. */
  normal: string;
  /** One sentence on what was checked, or what is wrong. */
  sentence: string;
}

/** Maritime identification digits that matter most here, by the register they stand for. */
const MIDS: Readonly<Record<string, string>> = {
  445: 'DPR Korea',
  440: 'Republic of Korea',
  441: 'Republic of Korea',
  412: 'China',
  413: 'China',
  414: 'China',
  477: 'Hong Kong',
  416: 'Taiwan',
  431: 'Japan',
  432: 'Japan',
  273: 'Russian Federation',
  457: 'Mongolia',
  511: 'Palau',
  514: 'Cambodia',
  515: 'Cambodia',
  518: 'Cook Islands',
  525: 'Indonesia',
  563: 'Singapore',
  564: 'Singapore',
  565: 'Singapore',
  566: 'Singapore',
  572: 'Tuvalu',
  574: 'Viet Nam',
  576: 'Vanuatu',
  577: 'Vanuatu',
  613: 'Cameroon',
  616: 'Comoros',
  620: 'Comoros',
  667: 'Sierra Leone',
  671: 'Togo',
  677: 'Tanzania',
  312: 'Belize',
  341: 'Saint Kitts and Nevis',
  351: 'Panama',
  352: 'Panama',
  353: 'Panama',
  354: 'Panama',
  355: 'Panama',
  356: 'Panama',
  357: 'Panama',
  370: 'Panama',
  371: 'Panama',
  372: 'Panama',
  373: 'Panama',
  374: 'Panama',
};

type Check = (normal: string) => string | { wrong: string };

const checks: Readonly<Record<IdentifierKind, { normal: (value: string) => string; check: Check }>> = {
  'imo-ship': {
    normal: value => value.replace(/^IMO\s*(?:No\.?|number)?\s*:?\s*/i, '').trim(),
    check: digits => {
      if (isImoShip(digits)) return 'The check digit of a ship’s number holds.';
      if (isImoCompany(digits)) return wrong('This is no ship’s number; as a company’s number its check digit holds.');
      return wrong(/^\d{7}$/.test(digits) ? 'The check digit does not hold.' : 'A ship’s number has seven digits.');
    },
  },
  'imo-company': {
    normal: value => value.replace(/^IMO\s*(?:company)?\s*(?:No\.?|number)?\s*:?\s*/i, '').trim(),
    check: digits => {
      if (!isImoCompany(digits))
        return wrong(
          /^\d{7}$/.test(digits) ? 'The check digit does not hold.' : 'A company’s number has seven digits.',
        );
      return isImoShip(digits)
        ? 'The check digit of a company’s number holds; that of a ship’s number does so too, by chance.'
        : 'The check digit of a company’s number holds.';
    },
  },
  mmsi: {
    normal: value => value.replace(/[^\d]/g, ''),
    check: digits => {
      if (!/^[2-7]\d{8}$/.test(digits)) return wrong('A ship’s MMSI has nine digits, the first from 2 to 7.');
      const register = MIDS[digits.slice(0, 3)];
      return `Nine digits of a ship${register ? `; ${digits.slice(0, 3)} stands for ${register}` : ''}. An MMSI has no check digit, and changes with the flag.`;
    },
  },
  container: {
    normal: value => value.replace(/[\s-]/g, '').toUpperCase(),
    check: code =>
      isContainer(code) ? 'The check digit (ISO 6346) holds.' : wrong('The check digit (ISO 6346) does not hold.'),
  },
  iban: {
    normal: value => value.replace(/[\s-]/g, '').toUpperCase(),
    check: code => {
      const length = IBAN_LENGTHS[code.slice(0, 2)];
      if (length === undefined) return wrong('No country that uses IBANs has this prefix.');
      if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(code) || code.length !== length)
        return wrong(`An IBAN of ${code.slice(0, 2)} has ${length} characters; this has ${code.length}.`);
      return mod97(code.slice(4) + code.slice(0, 4)) === 1
        ? 'The check digits hold.'
        : wrong('The check digits do not hold.');
    },
  },
  bic: {
    normal: value => value.replace(/\s/g, '').toUpperCase(),
    check: code =>
      /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(code)
        ? `The shape of a BIC, country ${code.slice(4, 6)}. It has no check digit, and words can have this shape.`
        : wrong('A BIC has four letters, a country and two or five further characters.'),
  },
  lei: {
    normal: value => value.replace(/[\s-]/g, '').toUpperCase(),
    check: code =>
      /^[A-Z0-9]{18}\d{2}$/.test(code) && mod97(code) === 1
        ? 'The check digits hold.'
        : wrong('The check digits do not hold.'),
  },
  btc: {
    normal: value => value.trim(),
    check: address =>
      isBitcoin(address)
        ? 'The checksum holds.'
        : wrong('This is no whole bitcoin address: its checksum does not hold.'),
  },
  eth: {
    normal: value => value.trim(),
    check: address => {
      const verdict = judgeEthereum(address);
      if (verdict === 'wrong')
        return wrong('The letters’ case does not match the checksum (EIP-55), or it is no address.');
      return verdict === 'checked'
        ? 'The checksum (EIP-55) holds. The address alone does not say on which chain.'
        : 'Written without a checksum. The address alone does not say on which chain.';
    },
  },
  tron: {
    normal: value => value.trim(),
    check: address =>
      isTron(address) ? 'The checksum holds.' : wrong('This is no whole TRON address: its checksum does not hold.'),
  },
  cas: {
    normal: value => value.replace(/^CAS\s*(?:No\.?|number)?\s*:?\s*/i, '').trim(),
    check: code => (isCas(code) ? 'The check digit holds.' : wrong('The check digit does not hold.')),
  },
  'nmea-aivdm': {
    normal: value => value.trim(),
    check: sentence =>
      isNmea(sentence) ? 'The checksum of the sentence holds.' : wrong('The checksum of the sentence does not hold.'),
  },
};

function wrong(sentence: string): { wrong: string } {
  return { wrong: sentence };
}

export function checkIdentifier(kind: IdentifierKind, value: string): IdentifierVerdict {
  const { normal, check } = checks[kind];
  const plain = normal(value.normalize('NFKC'));
  const verdict = check(plain);
  return typeof verdict === 'string'
    ? { valid: true, normal: plain, sentence: verdict }
    : { valid: false, normal: plain, sentence: verdict.wrong };
}
