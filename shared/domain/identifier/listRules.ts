/** References by which the United Nations and the European Union name what they list and enact. */
import { FORM_ONLY, type IdentifierRule, wrong } from './rule.ts';

const LISTED: Readonly<Record<string, string>> = { i: 'a person', e: 'an entity', v: 'a vessel' };

export const unReference: IdentifierRule = {
  normal: value => {
    const match = /^([A-Z]{2})([IEV])\s*\.\s*(\d{3,4})$/i.exec(value.trim().replace(/\.$/, ''));
    return match ? `${match[1]?.toUpperCase()}${match[2]?.toLowerCase()}.${match[3]}` : value.trim();
  },
  check: code => {
    const match = /^([A-Z]{2})([iev])\.\d{3,4}$/.exec(code);
    if (!match) return wrong('A reference of a UN list has two letters, i, e or v, a point and three digits: KPi.001.');
    const list = match[1] === 'KP' ? 'the list under resolution 1718' : `the list with the letters ${match[1]}`;
    return `The shape of the reference of ${LISTED[match[2] ?? '']} on ${list}. ${FORM_ONLY} Look the number up in the list.`;
  },
};

export const euReference: IdentifierRule = {
  normal: value => value.trim().replace(/\s+/g, ' '),
  check: code => {
    const end = `${FORM_ONLY} There is no check digit.`;
    if (/^EU\.\d{1,6}\.\d{1,3}$/i.test(code))
      return `The shape of a number in the EU’s financial sanctions list. ${end}`;
    const act =
      /^(?:(?:Council )?(?:Implementing )?(?:Regulation|Decision) )?(?:\((EU|CFSP|EC)\) )?(?:No\.? )?(\d{1,4})\/(\d{2,4})(?:\/(?:CFSP|EU|EC))?$/i;
    const match = act.exec(code);
    if (!match || ![match[2], match[3]].some(part => /^(?:19|20)\d{2}$/.test(part ?? '')))
      return wrong('A reference of the EU is written (EU) 2017/1509, (CFSP) 2016/849 or, in the list, EU.123.45.');
    return `The shape of a legal act of the EU. ${end}`;
  },
};
