/** Amounts of money: a number with its currency before or behind it. `USD 1200000`, with what was computed said beside. */
import { easternForm, numberForm, type ReadNumber, readEastern, readWestern, westernScale } from './amountWords.ts';
import { type FoundProposal, proposalAt } from './proposal.ts';

const CODES =
  'USD|EUR|GBP|JPY|CNY|RMB|CNH|KRW|KPW|HKD|SGD|TWD|NTD|RUB|CHF|AUD|CAD|MYR|THB|IDR|VND|INR|AED|NGN|SYP|IRR|TRY|USDT|USDC|BTC|ETH|XRP|TRX';
const SIGNS: Readonly<Record<string, string>> = {
  US$: 'USD',
  'U.S.$': 'USD',
  USD$: 'USD',
  HK$: 'HKD',
  S$: 'SGD',
  NT$: 'TWD',
  A$: 'AUD',
  C$: 'CAD',
  $: 'dollars',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'yen or yuan',
  '￥': 'yen or yuan',
  '₩': 'won',
  '₽': 'RUB',
  '₮': 'USDT',
  RMB: 'CNY',
  CNH: 'CNY',
  NTD: 'TWD',
};
/** Currencies by their words, the particular ones first. */
const WORDS: readonly (readonly [string, string])[] = [
  ['(?:US|U\\.S\\.|American) dollars?', 'USD'],
  ['Hong Kong dollars?', 'HKD'],
  ['Singapore dollars?', 'SGD'],
  ['долл(?:ар\\p{Ll}{0,3}|\\.)? США', 'USD'],
  ['dollars?', 'dollars'],
  ['euros?', 'EUR'],
  ['евро', 'EUR'],
  ['roubles?|rubles?|рубл\\p{Ll}{1,2}|руб\\.', 'RUB'],
  ['юан\\p{Ll}{1,2}', 'CNY'],
  ['долл(?:ар\\p{Ll}{0,3}|\\.)', 'dollars'],
  ['Chinese yuan|yuan|renminbi', 'CNY'],
  ['Korean won|South Korean won', 'KRW'],
  ['North Korean won', 'KPW'],
  ['yen', 'JPY'],
];
const EAST: readonly (readonly [string, string])[] = [
  ['미국?\\s?달러|미불|불', 'USD'],
  ['달러', 'dollars'],
  ['위안', 'CNY'],
  ['유로', 'EUR'],
  ['엔', 'JPY'],
  ['루블', 'RUB'],
  ['원(?![가-힣]{2})', 'won'],
  ['美元|美金', 'USD'],
  ['人民币|人民幣', 'CNY'],
  ['港元|港币|港幣', 'HKD'],
  ['欧元|歐元', 'EUR'],
  ['日元', 'JPY'],
  ['卢布', 'RUB'],
  ['韩元|韓元', 'KRW'],
  ['朝元', 'KPW'],
  ['元', 'yuan or other'],
  ['円', 'JPY'],
];
const AMBIGUOUS: Readonly<Record<string, string>> = {
  dollars: 'Which dollar is not said.',
  won: 'Which won is not said.',
  'yen or yuan': 'The sign stands for yen and for yuan.',
  'yuan or other': 'Which currency is not said.',
};

const signs = Object.keys(SIGNS)
  .sort((left, right) => right.length - left.length)
  .map(sign => sign.replace(/[$.]/g, '\\$&'))
  .join('|');
const codeBefore = new RegExp(
  `(?<![\\p{L}\\p{N}$])(?<code>${CODES}|${signs}) ?(?<number>${numberForm})(?:[ -]?(?<scale>${westernScale}|[MKBk](?![\\p{L}])))?(?![\\p{L}\\d])(?![.,]\\d)`,
  'gu',
);
const codeBehind = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?<number>${numberForm}) ?(?<scale>${westernScale})?[ ]?(?<code>${CODES}|€|₽|₩|${WORDS.map(([words]) => words).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);
const eastern = new RegExp(
  `(?<![\\p{N}.,])(?:(?<sign>[$¥￥₩€]|USD ?|US\\$ ?|RMB ?)?(?<number>${easternForm}|\\d[\\d,]*(?:\\.\\d{1,2})?)\\s?(?:여\\s?|余\\s?)?(?<code>${EAST.map(([words]) => words).join('|')})?)`,
  'gu',
);

export function findAmounts(text: string, hasEastern: boolean): FoundProposal[] {
  const found: FoundProposal[] = [];
  for (const pattern of [codeBefore, codeBehind])
    for (const match of text.matchAll(pattern)) {
      const { code = '', number = '', scale = '' } = match.groups ?? {};
      const read = readWestern(number, SHORT[scale] ?? scale);
      if (read !== null) found.push(amount(match.index, match[0], currencyOf(code), read));
    }
  if (hasEastern)
    for (const match of text.matchAll(eastern)) {
      const { sign = '', number = '', code } = match.groups ?? {};
      const isStepped = /[만억조万萬億亿兆]/u.test(number);
      // Digits with a sign alone are found above; a number in steps without currency may be a number of anything.
      if (code === undefined && !(isStepped && sign !== '')) continue;
      // `원` and `元` behind a small number are floors, rooms and suffixes.
      if (!isStepped && /^(?:원|元|불|엔)$/u.test(code ?? '') && Number(number.replaceAll(',', '')) < 100) continue;
      const read = readEastern(number);
      if (read === null || read.amount === 0) continue;
      const note = isStepped ? read : { ...read, note: '' };
      found.push(amount(match.index, match[0], code === undefined ? currencyOf(sign.trim()) : currencyOf(code), note));
    }
  return found;
}

const SHORT: Readonly<Record<string, string>> = { M: 'million', K: 'thousand', k: 'thousand', B: 'billion' };

function amount(start: number, words: string, currency: string, read: ReadNumber): FoundProposal {
  const trimmed = words.trimEnd();
  const note = [read.note, AMBIGUOUS[currency] ?? ''].filter(Boolean).join(' ');
  return proposalAt({ kind: 'amount', sort: 'amount', note }, start, trimmed, `${currency} ${read.amount}`);
}

const byWords = [...WORDS, ...EAST].map(([words, code]) => [new RegExp(`^(?:${words})$`, 'iu'), code] as const);

function currencyOf(code: string): string {
  return SIGNS[code] ?? byWords.find(([pattern]) => pattern.test(code))?.[1] ?? code;
}
