/**
 * Puts the printed name of a confidential source wherever its real one stands in what leaves the vault. A last net, beside
 * the rule that only printed names are written: people type names into titles and narratives, and sentences quote them.
 */
import { printedSourceName, type Source } from '../source.ts';

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
    return this.#patterns.some(({ pattern }) => pattern.test(text.normalize('NFC')));
  }

  conceal(text: string): string {
    if (!this.finds(text)) return text;
    return this.#patterns.reduce((words, { pattern, printed }) => words.replace(new RegExp(pattern, `${pattern.flags}g`), () => printed), text.normalize('NFC'));
  }

  /** The same value with every string in it concealed; keys stay. */
  concealIn<Value>(value: Value): Value {
    if (this.isEmpty) return value;
    return this.#walk(value) as Value;
  }

  #walk(value: unknown): unknown {
    if (typeof value === 'string') return this.conceal(value);
    if (Array.isArray(value)) return value.map(item => this.#walk(item));
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, codedKeys.has(key) ? item : this.#walk(item)]));
    }
    return value;
  }
}

/** Fields of closed lists and ids, where a source called "A" or "claim" must not change what they say. */
const codedKeys = new Set(['type', 'kind', 'status', 'stage', 'bearing', 'reliability', 'computed', 'format', 'language', 'languages', 'tone', 'standard', 'handlingMark', 'mediaType', 'id', 'sha256', 'shape', 'word']);

/** The whole name, in any spacing; in any case of letters too, unless it is so short that it is a word of its own. */
function namePattern(name: string): RegExp {
  const words = name.trim().normalize('NFC').split(/\s+/).map(word => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const bounded = /^[\p{L}\p{N}]/u.test(name) && !joined(name.trim().at(0)) ? '(?<![\\p{L}\\p{N}])' : '';
  const ended = /[\p{L}\p{N}]$/u.test(name.trim()) && !joined(name.trim().at(-1)) ? '(?![\\p{L}\\p{N}])' : '';
  return new RegExp(`${bounded}${words.join('\\s+')}${ended}`, name.trim().length < 4 ? 'u' : 'iu');
}

/** Scripts that write words together, or hang particles on names. */
function joined(character: string | undefined): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character ?? '');
}
