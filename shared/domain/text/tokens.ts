// Where one search token ends and the next begins. FTS5's unicode61 sees only what `toIndexText` writes, so that this file
// alone decides: words for scripts with spaces, single characters for those without.

import { foldText } from './foldText.ts';

/** Tokens as ranges of the folded text: two typed arrays rather than a million small objects. */
export interface TokenSpans {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const WORD = /[\p{L}\p{N}\p{Co}]/u;
const MARK = /\p{M}/u;
/** Scripts written without spaces (and Hangul, whose particles hang on to the word): one token a character or cluster. */
const ALONE =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{sc=Hangul}\p{sc=Yi}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

const SEPARATOR_CLASS = 1;
const WORD_CLASS = 2;
const ALONE_CLASS = 3;
const MARK_CLASS = 4;
const unitClasses = new Uint8Array(0x10000);

function classOf(code: number): number {
  if (code > 0xffff) return classify(code);
  let kind = unitClasses[code] ?? 0;
  if (kind === 0) {
    kind = classify(code);
    unitClasses[code] = kind;
  }
  return kind;
}

function classify(code: number): number {
  const char = String.fromCodePoint(code);
  if (MARK.test(char)) return MARK_CLASS;
  if (!WORD.test(char)) return SEPARATOR_CLASS;
  return ALONE.test(char) ? ALONE_CLASS : WORD_CLASS;
}

/** Whether a token is a character of a script without spaces, rather than a word. */
export function standsAlone(token: string): boolean {
  return classOf(token.codePointAt(0) ?? 0) === ALONE_CLASS;
}

/** The tokens of a text that has been folded already. */
export function splitTokens(folded: string): TokenSpans {
  const starts = new Uint32Array(folded.length);
  const ends = new Uint32Array(folded.length);
  let count = 0;
  let open = SEPARATOR_CLASS;
  for (let at = 0; at < folded.length; ) {
    const unit = folded.charCodeAt(at);
    const code = unit >= 0xd800 && unit <= 0xdbff ? (folded.codePointAt(at) ?? unit) : unit;
    const next = at + (code > 0xffff ? 2 : 1);
    const kind = classOf(code);
    const goesOn = open !== SEPARATOR_CLASS && (kind === MARK_CLASS || (kind === WORD_CLASS && open === WORD_CLASS));
    if (goesOn) {
      ends[count - 1] = next;
    } else if (kind === WORD_CLASS || kind === ALONE_CLASS) {
      starts[count] = at;
      ends[count] = next;
      count += 1;
      open = kind;
    } else {
      open = SEPARATOR_CLASS;
    }
    at = next;
  }
  return { count, starts: starts.subarray(0, count), ends: ends.subarray(0, count) };
}

/** The tokens of a text as folded strings. */
export function indexTokens(text: string): string[] {
  const { folded } = foldText(text);
  const { count, starts, ends } = splitTokens(folded);
  return Array.from({ length: count }, (_, at) => folded.slice(starts[at], ends[at]));
}

/** What goes into (or is asked of) an FTS5 table made with `tokenize = "unicode61 remove_diacritics 0"`. */
export function toIndexText(text: string): string {
  return asIndexed(indexTokens(text).join(' '));
}

const KEPT_MARKS = /\p{M}/gu;
/** Private-use characters are token characters to unicode61; every BMP mark has its own place there. */
const PRIVATE_USE = 0xf0000;

/**
 * Folded tokens as unicode61 keeps them whole. It takes vowel signs (Devanagari, Thai, Khmer) for separators, which would
 * make one word of many; so each mark travels as a private-use character. Astral marks are rare and are left out.
 */
export function asIndexed(tokens: string): string {
  return tokens.replace(KEPT_MARKS, mark => {
    const code = mark.codePointAt(0) ?? 0;
    return code > 0xfffd ? '' : String.fromCodePoint(PRIVATE_USE + code);
  });
}
