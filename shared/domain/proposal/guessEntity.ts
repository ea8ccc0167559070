/**
 * What selected words may be, by rules and by the words around them: a name of which kind, or an identifier of which property.
 * Only an order for the list from which a person chooses. The kind of a number is read from the words beside it, never from its
 * digits.
 */
import { entityOf } from './entityOf.ts';
import { findIdentifiers } from './findIdentifiers.ts';
import { findOrganizations } from './findOrganizations.ts';
import { findPersons } from './findPersons.ts';
import { findPhones } from './findPhones.ts';
import { findVessels } from './findVessels.ts';
import { type FoundProposal, plainWords } from './proposal.ts';
import { settleOverlaps } from './settleOverlaps.ts';
import { scriptsIn } from './scripts.ts';

export interface SelectedWords {
  words: string;
  /** What stands before and behind them on the page. */
  before: string;
  after: string;
}

export interface EntityGuess {
  /** As it would be recorded: without prefix, title and separators. */
  value: string;
  property: string;
  /** Schemata for a new entity, the likely one first. */
  schemata: readonly string[];
  /** Why the first is first; '' where nothing tells. */
  note: string;
}

/** What is chosen between where the words tell nothing. */
const USUAL = ['Person', 'Company', 'Vessel', 'Organization', 'PublicBody'];
/** Such runs are no name: the page's words around them would be looked through for nothing. */
const MAX_NAME = 200;

export function guessEntity({ words, before, after }: SelectedWords): EntityGuess {
  const value = plainWords(words);
  const [start, end] = [before.length, before.length + words.length];
  if (value.length > MAX_NAME) return { value, property: 'name', schemata: USUAL, note: '' };
  const context = `${before}${words}${after}`;
  const scripts = scriptsIn(context);
  const found = settleOverlaps([
    ...findIdentifiers(context),
    ...findPhones(context),
    ...findVessels(context, scripts),
    ...findOrganizations(context, scripts),
    ...findPersons(context, scripts),
  ])
    .filter(one => covers(one, start, end, words))
    .sort((left, right) => nearness(left, start, end) - nearness(right, start, end))[0];
  if (!found) return guessByWords(value, before, context);
  const target = entityOf(found);
  if (!target) return guessByWords(value, before, context);
  const isName = target.property === 'name';
  return {
    value: found.value,
    property: target.property,
    schemata: isName ? withUsual(target.schemata) : target.schemata,
    note: found.note,
  };
}

/** The selection is the thing found, with a prefix or a title at most, or lies within its name. */
function covers(found: FoundProposal, start: number, end: number, words: string): boolean {
  if (found.start >= end || found.end <= start) return false;
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length;
  if (found.start <= start && found.end >= end)
    return found.kind === 'organization' && letters(words) * 2 >= letters(found.words)
      ? true
      : letters(words) >= letters(found.words) - 2;
  // `IMO 9000003` selected with its label, `MV FABULA HERON` with its prefix: the rest is short.
  return found.start >= start && found.end <= end && letters(words) - letters(found.words) <= 24;
}

function nearness(found: FoundProposal, start: number, end: number): number {
  return Math.abs(found.start - start) + Math.abs(found.end - end);
}

function withUsual(schemata: readonly string[]): string[] {
  return [...schemata, ...USUAL.filter(schema => !schemata.includes(schema))];
}

interface WordRule {
  pattern: RegExp;
  schema: string;
  note: string;
}

/** Where no rule for a page's text finds it: the selection itself was a person's choice, so that less is enough. */
const WORD_RULES: readonly WordRule[] = [
  {
    pattern:
      /ministry|department of|committee|embassy|bureau|customs|administration|authority|registry|coast guard|navy|министерств|посольств|комитет|외무성|외교부|대사관|위원회|세관|部$|大使馆|大使館|委员会|委員會|海关|海關/iu,
    schema: 'PublicBody',
    note: 'It is called an office of a state.',
  },
  {
    pattern: /\bbank\b|банк|은행|银行|銀行/iu,
    schema: 'Company',
    note: 'It is called a bank.',
  },
  {
    pattern:
      /(?:\b(?:co|ltd|llc|inc|corp|gmbh|plc|s\.?a|limited|company|corporation|trading|shipping|lines|group|enterprises?|holdings?|shipyard|yard|shipbuilding|shipbrokers?|maritime|marine|agency|brothers|sons)\b\.?)|(?:ООО|ОАО|ЗАО|ПАО|компани)|회사|상사|총국|주식회사|㈜|公司|集团|集團|株式会社|商社/iu,
    schema: 'Company',
    note: 'The word for a company is in it.',
  },
  {
    pattern:
      /\b(?:university|institute|academy|association|foundation|party|union|army|corps)\b|университет|институт|대학|연구소|협회|大学|大學|研究所|协会|協會/iu,
    schema: 'Organization',
    note: 'The word for an organisation is in it.',
  },
  {
    pattern: /^(?:m\/?v|m\/?t|s\/s)\.? |\d+\s?호$|호$|[号號轮輪丸]$|^(?=.*\p{Lu}{3})[\p{Lu}\d .'’-]+ \d{1,4}$/u,
    schema: 'Vessel',
    note: 'The form of a ship’s name.',
  },
  {
    pattern: /\b(?:street|road|avenue|building|floor|room)\b|улица|ул\.|проспект|[시구동로길] ?\d|路\d*号|路\d*號|街/iu,
    schema: 'Address',
    note: 'The words of an address are in it.',
  },
];

/** The label of a form or a table, which has no colon there. */
const LABEL_RULES: readonly WordRule[] = [
  {
    pattern:
      /(?:name of (?:the )?(?:ship|vessel)|(?:ship|vessel)(?:’s|'s)? name|former names?|\b(?:ship|vessel|tanker|barge)s?|선명|선박명|船名|название судна|судно)[\s:：“"«(]*$/iu,
    schema: 'Vessel',
    note: 'The label of a ship stands before it.',
  },
  {
    pattern:
      /(?:(?:company|firm)(?:’s|'s)? name|name of (?:the )?company|registered owner|ship ?owner|\bowners?|operator|manager|shipper|consignee|notify party|buyer|seller|charterer|insurer|beneficiary bank|회사명|상호|公司名称|公司名稱|会社名|компания)[\s:：“"«(]*$/iu,
    schema: 'Company',
    note: 'The label of a company stands before it.',
  },
  {
    pattern:
      /(?:(?:full |given |family )?name of (?:the )?(?:director|master|holder|signatory)|\b(?:director|master|captain|secretary|shareholder|signatory|signed(?: by)?)|full name|성명|이름|대표|선장|姓名|氏名|法定代表人|船长|директор|капитан|ФИО)[\s:：“"«(]*$/iu,
    schema: 'Person',
    note: 'The label of a person stands before it.',
  },
];

/** Two words or more in capitals, among words of shipping: names of ships are printed so. A surname in capitals stands beside one that is not. */
const CAPITALS = /^\p{Lu}[\p{Lu}\d'’-]+(?: [\p{Lu}\d'’-]+)+$/u;
const SHIPPING =
  /\b(?:vessel|ship|tanker|bulk ?carrier|bill of lading|B\/L|position list|laycan|demurrage|bunkers?|ship-to-ship|master|sailed|voyage|berth|cargo|crew|flag|IMO|AIS|charter(?:er|ers| party)?|freight|port of)\b|선박|유조선|선장|船|судн|танкер/iu;
const SHIP_IN_CAPITALS: WordRule = {
  pattern: CAPITALS,
  schema: 'Vessel',
  note: 'In capitals, as names of ships are, among words of shipping.',
};

function guessByWords(value: string, before: string, context: string): EntityGuess {
  const rule =
    WORD_RULES.find(({ pattern }) => pattern.test(value)) ??
    LABEL_RULES.find(({ pattern }) => value !== '' && pattern.test(before)) ??
    (CAPITALS.test(value) && SHIPPING.test(context) ? SHIP_IN_CAPITALS : undefined);
  const name = rule?.schema === 'Vessel' ? value.replace(/^(?:m\/?v|m\/?t|s\/s)\.? /iu, '') : value;
  if (rule?.schema === 'Address') return { value, property: 'full', schemata: ['Address'], note: rule.note };
  return {
    value: name,
    property: 'name',
    schemata: withUsual(rule ? [rule.schema] : []),
    note: rule?.note ?? '',
  };
}
