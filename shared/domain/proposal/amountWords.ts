/** Numbers as papers write them: thousands apart, millions in words, and the steps of 10^4 of Korean, Chinese and Japanese. */

/** A number of the usual form; group it where it is used. */
export const numberForm =
  "(?:\\d{1,3}(?:[,’' \\u00a0\\u202f]\\d{3})+(?:\\.\\d{1,4})?|\\d{1,3}(?:\\.\\d{3}){2,}(?:,\\d{1,2})?|\\d+(?:[.,]\\d{1,6})?)";
export const westernScale =
  '(?:thousand|million|billion|trillion|mln|mn|bn|тыс\\.?|тысяч\\p{Ll}{0,2}|млн\\.?|миллион\\p{Ll}{0,3}|млрд\\.?|миллиард\\p{Ll}{0,3}|millions?|milliards?|millones|Millionen|Mio\\.?)';
/** `3억 5천만`, `1.2亿`, `300万`: parts that are added. */
export const easternForm =
  '(?:(?:\\d[\\d,]*(?:\\.\\d+)?)\\s?[천백千百]?\\s?[만억조万萬億亿兆](?:\\s?(?:\\d[\\d,]*(?:\\.\\d+)?)\\s?[천백千百]?\\s?[만억万萬億亿]){0,3}(?:\\s?\\d[\\d,]*)?)';

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:thousand|тыс)/iu, 1e3],
  [/^(?:trillion)/iu, 1e12],
  [/^(?:billion|bn|млрд|миллиард|milliard)/iu, 1e9],
  [/^(?:mill|mln|mn|mio|млн|миллион)/iu, 1e6],
];
const MYRIADS: Readonly<Record<string, number>> = {
  만: 1e4,
  万: 1e4,
  萬: 1e4,
  억: 1e8,
  億: 1e8,
  亿: 1e8,
  조: 1e12,
  兆: 1e12,
};
const WITHIN: Readonly<Record<string, number>> = { 천: 1e3, 千: 1e3, 백: 1e2, 百: 1e2 };

export interface ReadNumber {
  amount: number;
  /** What was computed, in words; '' for plain digits. */
  note: string;
}

/** Null where the digits may be read in two ways: `1.500` and `1,500` are thousands in one country and decimals in another. */
export function readWestern(digits: string, scale = ''): ReadNumber | null {
  const amount = readDigits(digits, scale !== '');
  if (amount === null) return null;
  if (scale === '') return { amount, note: '' };
  const times = SCALES.find(([pattern]) => pattern.test(scale))?.[1] ?? 1;
  const whole = exact(amount * times);
  return { amount: whole, note: `As printed “${digits} ${scale}”, computed.` };
}

function readDigits(digits: string, isScaled: boolean): number | null {
  const plain = digits.replace(/[\s\u00a0\u202f’']/gu, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) && !(isScaled && /^\d{1,3},\d{3}$/.test(plain)))
    return Number(plain.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  if (/^\d+\.\d+$/.test(plain)) return !isScaled && /^[1-9]\d{0,2}\.\d{3}$/.test(plain) ? null : Number(plain);
  return /^\d+,\d+$/.test(plain) && !/^\d+,\d{3}$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

const part = /(\d[\d,]*(?:\.\d+)?)\s?([천백千百]?)\s?([만억조万萬億亿兆]?)/gu;

export function readEastern(words: string): ReadNumber | null {
  let amount = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const [, digits = '', within = '', myriad = ''] of words.matchAll(part)) {
    const times = (WITHIN[within] ?? 1) * (MYRIADS[myriad] ?? 1);
    // The steps go down; what goes up is two numbers beside each other.
    if (times >= last) return null;
    last = times;
    amount += Number(digits.replaceAll(',', '')) * times;
  }
  const whole = exact(amount);
  return { amount: whole, note: `“${words.trim()}” in steps of 10,000, computed.` };
}

/** Binary fractions leave a speck behind the last digit. */
function exact(amount: number): number {
  return Number(amount.toPrecision(15));
}
