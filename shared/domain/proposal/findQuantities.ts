/** Quantities of goods, distances and sizes of ships, with their unit. What a unit may mean otherwise is left out unless ships are about. */
import { easternForm, numberForm, readEastern, readWestern, westernScale } from './amountWords.ts';
import { type FoundProposal, proposalAt } from './proposal.ts';

/** As written → as recorded. */
const UNITS: readonly (readonly [string, string])[] = [
  ['metric tons?|metric tonnes?|tonnes?|M/?T|MTS?|mts?|тонн\\p{Ll}{0,2}', 't'],
  ['long tons?', 'long ton'],
  ['short tons?', 'short ton'],
  ['tons?', 'tons'],
  ['barrels?|bbls?|баррел\\p{Ll}{1,3}', 'bbl'],
  ['cubic met(?:re|er)s?|m3|m³|cbm|CBM|м3|м³', 'm³'],
  ['kilograms?|kilogrammes?|kgs?|KGS?|кг', 'kg'],
  ['nautical miles?|морск\\p{Ll}{2} мил\\p{Ll}{1,2}', 'nm'],
  ['litres?|liters?', 'L'],
  ['gallons?', 'gal'],
  ['DWT|dwt|deadweight tons?|deadweight tonnes?', 'dwt'],
  ['TEUs?', 'TEU'],
  ['knots?|kts', 'kn'],
  ['gross tons?|gross tonnage|GRT|GT', 'GT'],
];
const EAST: readonly (readonly [string, string])[] = [
  ['톤', 't'],
  ['배럴', 'bbl'],
  ['입방메터|입방미터|세제곱미터', 'm³'],
  ['킬로그램|킬로그람', 'kg'],
  ['해리', 'nm'],
  ['리터', 'L'],
  ['公吨|公噸|吨|噸|トン', 't'],
  ['桶|バレル', 'bbl'],
  ['立方米|立方公尺', 'm³'],
  ['公斤|千克', 'kg'],
  ['海里|浬', 'nm'],
];
const western = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-])(?<number>${numberForm})(?:[ -]?(?<scale>${westernScale}))?[ -]?(?:of )?(?<unit>${UNITS.map(([words]) => words).join('|')})(?![\\p{L}\\p{N}/])`,
  'gu',
);
const eastern = new RegExp(
  `(?<![\\p{N}.,])(?<number>${easternForm}|\\d[\\d,]*(?:\\.\\d{1,3})?)\\s?(?:여\\s?|余\\s?)?(?<unit>${EAST.map(([words]) => words).join('|')})`,
  'gu',
);
/** Elsewhere these are nanometres and other things. */
const maritime = /(?<![\p{L}\p{N}.,/-])(?<number>\d{1,4}(?:[.,]\d{1,2})?) ?(?:nm|NM|nmi)(?![\p{L}\p{N}])/gu;
const ABOUT_SHIPS = /\b(?:vessel|ship|port|nautical|AIS|tanker|offshore|MMSI|IMO|coast)\b/i;

export function findQuantities(text: string, hasEastern: boolean): FoundProposal[] {
  const found: FoundProposal[] = [];
  for (const match of text.matchAll(western)) {
    const { number = '', scale = '', unit = '' } = match.groups ?? {};
    const read = readWestern(number, scale);
    const [, recorded] = unitOf(UNITS_READ, unit);
    if (read === null || read.amount === 0 || (recorded === 'GT' && read.amount < 20)) continue;
    const note = [read.note, recorded === 'tons' ? 'Which ton is not said.' : ''].filter(Boolean).join(' ');
    found.push(quantity(match.index, match[0], read.amount, recorded, note));
  }
  if (ABOUT_SHIPS.test(text))
    for (const match of text.matchAll(maritime)) {
      const read = readWestern(match.groups?.['number'] ?? '');
      if (read !== null) found.push(quantity(match.index, match[0], read.amount, 'nm', ''));
    }
  if (hasEastern)
    for (const match of text.matchAll(eastern)) {
      const { number = '', unit = '' } = match.groups ?? {};
      const read = readEastern(number);
      if (read === null || read.amount === 0) continue;
      const isStepped = /[만억조万萬億亿兆]/u.test(number);
      found.push(quantity(match.index, match[0], read.amount, unitOf(EAST_READ, unit)[1], isStepped ? read.note : ''));
    }
  return found;
}

const toPatterns = (units: readonly (readonly [string, string])[]) =>
  units.map(([words, unit]) => [new RegExp(`^(?:${words})$`, 'u'), unit] as const);
const UNITS_READ = toPatterns(UNITS);
const EAST_READ = toPatterns(EAST);

function unitOf(units: readonly (readonly [RegExp, string])[], written: string): readonly [RegExp | null, string] {
  return units.find(([pattern]) => pattern.test(written)) ?? [null, written];
}

function quantity(start: number, words: string, amount: number, unit: string, note: string): FoundProposal {
  return proposalAt({ kind: 'quantity', sort: 'quantity', note }, start, words, `${amount} ${unit}`);
}
