/**
 * Puts the printed name of a confidential source wherever its real one stands in what leaves the vault. A last net, beside
 * the rule that only printed names are written: people type names into titles and narratives, and sentences quote them.
 */
import { printedSourceName, type Source } from '../source.ts';
import { mapStrings } from './mapStrings.ts';

export type Concealed = Pick<Source, 'name' | 'confidential' | 'codeName'>;

interface Pattern {
  pattern: RegExp;
  printed: string;
}

export class NameConcealer {
  readonly #patterns: Pattern[];

  constructor(sources: readonly Concealed[]) {
    this.#patterns = sources
      .filter(source => source.confidential && source.name.trim() !== '')
      // The longest first, so that a name within another does not break it.
      .sort((left, right) => right.name.length - left.name.length)
      .map(source => ({ pattern: namePattern(source.name), printed: printedSourceName(source) }));
  }

  /** True where nobody asked for confidence: nothing needs to be searched. */
  get isEmpty(): boolean {
    return this.#patterns.length === 0;
  }

  /** True if a real name stands in this text. */
  finds(text: string): boolean {
    if (this.isEmpty) return false;
    const composed = text.normalize('NFC');
    return this.#patterns.some(({ pattern }) => pattern.test(composed));
  }

  conceal(text: string): string {
    if (!this.finds(text)) return text;
    return this.#patterns.reduce(
      (words, { pattern, printed }) => words.replace(new RegExp(pattern, `${pattern.flags}g`), () => printed),
      text.normalize('NFC'),
    );
  }

  /** The same value with every string in it concealed; keys stay. */
  concealIn<Value>(value: Value): Value {
    return this.isEmpty ? value : mapStrings(value, text => this.conceal(text), codedKeys);
  }
}

/** Fields of closed lists and ids, where a source called "A" or "claim" must not change what they say. */
const codedKeys = new Set([
  'type',
  'kind',
  'status',
  'stage',
  'bearing',
  'reliability',
  'computed',
  'format',
  'language',
  'languages',
  'tone',
  'standard',
  'handlingMark',
  'mediaType',
  'method',
  'id',
  'sha256',
  'figureId',
  'tableId',
  'numeral',
  'shape',
  'word',
]);

/** Scripts that write words together, or hang particles on names: beside them there is no end of a word to look for. */
const together = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';
const letter = `(?!${together})[\\p{L}\\p{N}]`;
const between = '[^\\p{L}\\p{N}]{0,3}';

/**
 * The whole name in any spacing, as in `hollis_quennerby.pdf`, and with the family name first; in any case of letters,
 * unless it is so short that it would be found in words of every day.
 */
function namePattern(name: string): RegExp {
  const words = name.trim().normalize('NFC').split(/\s+/).map(wordPattern);
  const orders = words.length === 2 ? [words, [...words].reverse()] : [words];
  const before = `(?<!${letter})`;
  const after = `(?!${letter})`;
  const bounded = orders
    .map(order => order.join(between))
    .map(order => `${startsOfWord(order) ? before : ''}${order}${endsOfWord(order) ? after : ''}`);
  return new RegExp(bounded.join('|'), name.trim().length < 4 ? 'u' : 'iu');
}

/** `Jean-Pierre` also as `Jean Pierre` and `jean_pierre`; a word without letters (`***`) as it stands. */
function wordPattern(word: string): string {
  const parts = word.split(/[^\p{L}\p{N}\p{M}]+/u).filter(part => part !== '');
  // Subtle: a hyphen must not be escaped, the `u` flag refuses it.
  return parts.length > 0 ? parts.join(between) : word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

const startsOfWord = (name: string): boolean => new RegExp(`^${letter}`, 'u').test(name);
const endsOfWord = (name: string): boolean => new RegExp(`${letter}$`, 'u').test(name);
