/**
 * The forms in which a value of an entity may stand in a text. Names by their folded words, also without what papers leave out
 * (`Co., Ltd`, `MV`) and with a person's family name on the other side; numbers without their separators.
 */
import { isA } from '../ftm/index.ts';
import { indexTokens } from '../text/index.ts';

export interface MentionForms {
  /** Folded words with one blank between them. */
  phrases: string[];
  /** Letters and digits only. */
  compact: string | null;
}

export interface ComparedValue {
  schema: string;
  value: string;
  /** As statements keep it: `n:` and folded words, `i:` and the number alone. */
  key: string;
}

const NONE: MentionForms = { phrases: [], compact: null };

export function mentionForms({ schema, value, key }: ComparedValue): MentionForms {
  switch (key[0]) {
    case 'n':
      return { phrases: nameForms(schema, key.slice(2).split(' ')), compact: null };
    case 'a':
      return { phrases: longEnough(key.slice(2).split(' '), MIN_ADDRESS_WORDS), compact: null };
    case 'e':
      return { phrases: longEnough(indexTokens(value), 2), compact: null };
    case 'i':
    case 'p': {
      const compact = key.slice(2).toLowerCase();
      return isTelling(compact) ? { phrases: [], compact } : NONE;
    }
    default:
      return NONE;
  }
}

const MIN_ADDRESS_WORDS = 3;

function longEnough(tokens: readonly string[], least: number): string[] {
  return tokens.length < least ? [] : [tokens.join(' ')];
}

/** A short number stands in every second text: a year, a house, a page. */
function isTelling(compact: string): boolean {
  const digits = compact.replace(/\D/g, '').length;
  if (compact.length > 128 || digits < 3) return false;
  return digits === compact.length ? digits >= 7 : compact.length >= 6;
}

const LEGAL_FORMS = new Set(
  'co ltd limited inc incorporated corp llc llp plc gmbh ag sa bv nv jsc ojsc cjsc pjsc pte pty sdn bhd srl sarl spa oy ab as kk fze dmcc ооо оао зао пао ао ooo zao oao'.split(
    ' ',
  ),
);
const SHIP_PREFIXES: readonly (readonly string[])[] = [['mv'], ['mt'], ['m', 'v'], ['m', 't'], ['s', 's'], ['т', 'х']];
const UNSPACED_FORMS: readonly string[] = ['有限责任公司', '股份有限公司', '有限公司', '株式会社', '주식회사'];
const MIN_SINGLE_WORD = 4;
/** What is left of a name must still be one. */
const MIN_LEFT = 6;
/** So many words of a name may change their order. */
const MAX_PERSON_WORDS = 4;
/** A name longer than that is a sentence; phrases are looked up by their number of words. */
export const MAX_PHRASE_WORDS = 30;

function nameForms(schema: string, tokens: readonly string[]): string[] {
  const forms = new Set<string>();
  const add = (some: readonly string[]) => {
    if (some.length <= MAX_PHRASE_WORDS && isName(some)) forms.add(some.join(' '));
  };
  add(tokens);
  if (isA(schema, 'Vessel')) add(withoutPrefix(tokens));
  else if (isA(schema, 'Person')) {
    if (tokens.length >= 2 && tokens.length <= MAX_PERSON_WORDS && tokens.every(token => !UNSPACED.test(token))) {
      add([...tokens.slice(1), ...tokens.slice(0, 1)]);
      add([...tokens.slice(-1), ...tokens.slice(0, -1)]);
    }
  } else {
    const plain = withoutForms(tokens);
    if (plain.join('').length >= MIN_LEFT || plain.length === tokens.length) add(plain);
  }
  return [...forms];
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** One word of a few letters is too many other things; so is one character of Korean or Chinese. */
function isName(tokens: readonly string[]): boolean {
  const [first = ''] = tokens;
  if (tokens.length === 1) return !UNSPACED.test(first) && first.length >= MIN_SINGLE_WORD && !/^\d+$/.test(first);
  return tokens.length > 1 && tokens.join('').length >= 2 && tokens.some(token => !/^\d+$/.test(token));
}

function withoutPrefix(tokens: readonly string[]): readonly string[] {
  const prefix = SHIP_PREFIXES.find(words => words.every((word, at) => tokens[at] === word));
  return prefix ? tokens.slice(prefix.length) : tokens;
}

function withoutForms(tokens: readonly string[]): readonly string[] {
  let [from, to] = [0, tokens.length];
  while (to > from + 1 && LEGAL_FORMS.has(tokens[to - 1] ?? '')) to -= 1;
  while (from < to - 1 && LEGAL_FORMS.has(tokens[from] ?? '')) from += 1;
  for (const form of UNSPACED_FORMS) {
    const characters = [...form];
    if (to - from - characters.length < 3) continue;
    if (characters.every((one, at) => tokens[to - characters.length + at] === one))
      return tokens.slice(from, to - characters.length);
    if (characters.every((one, at) => tokens[from + at] === one)) return tokens.slice(from + characters.length, to);
  }
  return tokens.slice(from, to);
}
