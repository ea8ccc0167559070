/** What banks, accounts and legal entities of the financial world are known by. */
import { valuesOfType } from '../ftm/index.ts';
import { mod97 } from './checkDigits.ts';
import { IBAN_LENGTHS } from './ibanLengths.ts';
import { compact, FORM_ONLY, type IdentifierRule, withoutLabel, wrong } from './rule.ts';

export const iban: IdentifierRule = {
  normal: value => compact(withoutLabel(value, 'IBAN')),
  check: code => {
    const length = IBAN_LENGTHS[code.slice(0, 2)];
    if (length === undefined)
      return wrong('No country that uses IBANs has this prefix; plain account numbers are usual elsewhere.');
    if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(code) || code.length !== length)
      return wrong(`An IBAN of ${code.slice(0, 2)} has ${length} characters; this has ${code.length}.`);
    // Check digits are 02 to 98; 00, 01 and 99 leave the same remainder and are not issued.
    if (/^..(?:00|01|99)/.test(code) || mod97(code.slice(4) + code.slice(0, 4)) !== 1)
      return wrong('The check digits do not hold.');
    return 'The check digits hold.';
  },
};

export const bic: IdentifierRule = {
  normal: value => withoutLabel(value, '(?:SWIFT(?:\\s*/\\s*BIC)?|BIC)(?=[\\s:.])').replace(/\s/g, '').toUpperCase(),
  check: code => {
    if (!/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(code))
      return wrong('A BIC has four letters, a country and two or five further characters.');
    const country = code.slice(4, 6);
    if (!Object.hasOwn(valuesOfType('country'), country.toLowerCase()))
      return wrong(`${country} is no country, so this is no BIC.`);
    return `The shape of a BIC, country ${country}. ${FORM_ONLY} It has no check digit, and words can have this shape.`;
  },
};

export const lei: IdentifierRule = {
  normal: value => compact(withoutLabel(value, 'LEI(?=[\\s:.])')),
  check: code => {
    if (!/^[A-Z0-9]{18}\d{2}$/.test(code)) return wrong('An LEI has 18 letters and digits and two check digits.');
    return mod97(code) === 1 ? 'The check digits hold.' : wrong('The check digits do not hold.');
  },
};
