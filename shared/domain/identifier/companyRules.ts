/** What companies are registered under. */
import { chinaRegion } from './chinaRegions.ts';
import { isInn, isOgrn, isUscc } from './checkDigits.ts';
import { compact, FORM_ONLY, type IdentifierRule, withoutLabel, wrong } from './rule.ts';

export const uscc: IdentifierRule = {
  normal: value => compact(withoutLabel(value, 'USCC(?=[\\s:.])')),
  check: code => {
    if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code))
      return wrong(
        'A unified social credit code has 18 digits and letters, without I, O, S, V and Z; six digits are an area.',
      );
    if (!isUscc(code)) return wrong('The check sign (mod 31) does not hold.');
    const region = chinaRegion(code.slice(2, 8));
    return `The check sign (mod 31) holds.${region ? ` Registered in ${region}.` : ''}`;
  },
};

export const inn: IdentifierRule = {
  normal: value => compact(withoutLabel(value, 'INN|ИНН')),
  check: digits => {
    if (!/^(?:\d{10}|\d{12})$/.test(digits))
      return wrong('A Russian INN has ten digits (organisation) or twelve (person).');
    // Zeros satisfy every weight; no office has the number 00.
    if (digits.startsWith('00') || !isInn(digits)) return wrong('The check digits do not hold.');
    return digits.length === 10
      ? 'The check digit of an organisation’s number holds.'
      : 'Both check digits of a person’s number hold.';
  },
};

export const ogrn: IdentifierRule = {
  normal: value => compact(withoutLabel(value, 'OGRN(?:IP)?|ОГРН(?:ИП)?')),
  check: digits => {
    if (!/^(?:\d{13}|\d{15})$/.test(digits))
      return wrong('A Russian OGRN has 13 digits (organisation) or 15 (sole trader).');
    if (digits.startsWith('0') || !isOgrn(digits)) return wrong('The check digit does not hold.');
    const holder = digits.length === 13 ? 'an organisation' : 'a sole trader';
    return `The check digit holds: ${holder}, entered in the register in ’${digits.slice(1, 3)}.`;
  },
};

export const hongKongCompany: IdentifierRule = {
  normal: value => compact(withoutLabel(value, 'CR')),
  check: code => {
    if (!/^(?:F?\d{4,7}|\d{8})$/.test(code))
      return wrong(
        'A Hong Kong company number has up to seven digits (after F for one from abroad), or eight of the business register.',
      );
    return `${FORM_ONLY} A Hong Kong company number has no check digit.`;
  },
};

/** What two letters at the start stand for in the British register. */
const UK_REGISTERS: Readonly<Record<string, string>> = {
  SC: 'Scotland',
  NI: 'Northern Ireland',
  OC: 'a limited liability partnership',
  SO: 'a limited liability partnership in Scotland',
  NC: 'a limited liability partnership in Northern Ireland',
  LP: 'a limited partnership',
  SL: 'a limited partnership in Scotland',
  NL: 'a limited partnership in Northern Ireland',
  FC: 'a company from abroad',
  OE: 'an entity from abroad that owns land',
};

export const ukCompany: IdentifierRule = {
  // Leading zeros are often left out.
  normal: value => {
    const code = compact(withoutLabel(value, '(?:company|CRN)(?=[\\s:.])'));
    return /^\d{5,7}$/.test(code) ? code.padStart(8, '0') : code;
  },
  check: code => {
    if (!/^(?:\d{8}|[A-Z]{2}\d{6}|R0\d{6}|[A-Z]{2}\d{5}R)$/.test(code))
      return wrong('A British company number has eight digits, or two letters and six digits.');
    const register = UK_REGISTERS[code.slice(0, 2)];
    return `${FORM_ONLY} A British company number has no check digit.${register ? ` ${code.slice(0, 2)} stands for ${register}.` : ''}`;
  },
};
