/**
 * All names and numbers that the vault knows, arranged so that a page is looked through once: by the first word of a name, by the
 * first characters of a number. Grows only; whether a statement still stands is asked by whoever uses what was found.
 */
import { settleOverlaps } from '../proposal/index.ts';
import { foldText, originalRange, splitTokens } from '../text/index.ts';
import { standsAlone } from './mentionEdges.ts';
import { type ComparedValue, MAX_PHRASE_WORDS, mentionForms } from './mentionForms.ts';

export interface KnownValue extends ComparedValue {
  statementId: string;
  entityId: string;
}

export interface FoundMention {
  /** UTF-16 offsets in the page's text. */
  start: number;
  end: number;
  words: string;
  statementId: string;
  entityId: string;
}

/** How the value is written tells how it must be written in the text. */
type Case = 'any' | 'capital' | 'capitals';

interface Entry {
  statementId: string;
  entityId: string;
  written: Case;
}

/** A number in at most so many pieces: an IBAN has nine. */
const MAX_PIECES = 10;
const FIRST_CHARACTERS = 2;

export class MentionIndex {
  readonly #phrases = new Map<string, Entry | Entry[]>();
  /** First word → how many words the names that begin with it have, as bits. */
  readonly #lengths = new Map<string, number>();
  readonly #numbers = new Map<string, Entry | Entry[]>();
  readonly #numberStarts = new Set<string>();
  #longestNumber = 0;

  add(known: KnownValue): void {
    const { phrases, compact } = mentionForms(known);
    const entry: Entry = {
      statementId: known.statementId,
      entityId: known.entityId,
      written: known.key.startsWith('n:') ? caseOf(known.value) : 'any',
    };
    for (const phrase of phrases) {
      const blank = phrase.indexOf(' ');
      const first = blank < 0 ? phrase : phrase.slice(0, blank);
      const words = blank < 0 ? 1 : phrase.split(' ').length;
      put(this.#phrases, phrase, entry);
      this.#lengths.set(first, (this.#lengths.get(first) ?? 0) | (1 << words));
    }
    if (compact === null) return;
    for (const number of /^\d{7}$/.test(compact) ? [compact, `imo${compact}`] : [compact]) {
      put(this.#numbers, number, entry);
      this.#numberStarts.add(number.slice(0, FIRST_CHARACTERS));
      this.#longestNumber = Math.max(this.#longestNumber, number.length);
    }
  }

  /** In the order of the text; of what lies within another the longer one, and several entities where they share the words. */
  find(text: string): FoundMention[] {
    const folded = foldText(text);
    const { count, starts, ends } = splitTokens(folded.folded);
    const tokens: string[] = new Array(count);
    for (let at = 0; at < count; at += 1) tokens[at] = folded.folded.slice(starts[at], ends[at]);
    const found: FoundMention[] = [];
    const keep = (from: number, to: number, entries: Entry | Entry[]) => {
      const { start, end } = originalRange(folded, starts[from] ?? 0, ends[to - 1] ?? 0);
      const words = text.slice(start, end);
      if (!standsAlone(text, start, end)) return;
      for (const { statementId, entityId, written } of Array.isArray(entries) ? entries : [entries])
        if (isWritten(words, written)) found.push({ start, end, words, statementId, entityId });
    };
    for (let at = 0; at < count; at += 1) {
      this.#phrasesAt(tokens, at, keep);
      this.#numbersAt(tokens, at, folded.folded, starts, ends, keep);
    }
    return settle(found);
  }

  #phrasesAt(
    tokens: readonly string[],
    at: number,
    keep: (from: number, to: number, entries: Entry | Entry[]) => void,
  ): void {
    const lengths = this.#lengths.get(tokens[at] ?? '');
    if (lengths === undefined) return;
    let phrase = '';
    for (let words = 1; words <= MAX_PHRASE_WORDS && lengths >> words > 0 && at + words <= tokens.length; words += 1) {
      phrase = words === 1 ? (tokens[at] ?? '') : `${phrase} ${tokens[at + words - 1]}`;
      if ((lengths & (1 << words)) === 0) continue;
      const entries = this.#phrases.get(phrase);
      if (entries !== undefined) keep(at, at + words, entries);
    }
  }

  #numbersAt(
    tokens: readonly string[],
    at: number,
    folded: string,
    starts: Uint32Array,
    ends: Uint32Array,
    keep: (from: number, to: number, entries: Entry | Entry[]) => void,
  ): void {
    const first = tokens[at] ?? '';
    if (!this.#numberStarts.has(first.slice(0, FIRST_CHARACTERS)) && first.length >= FIRST_CHARACTERS) return;
    let number = '';
    for (let pieces = 0; pieces < MAX_PIECES && at + pieces < tokens.length; pieces += 1) {
      const next = at + pieces;
      if (pieces > 0 && !isSmallGap(folded.slice(ends[next - 1], starts[next]))) return;
      number += tokens[next];
      if (number.length > this.#longestNumber) return;
      const entries = this.#numbers.get(number);
      if (entries !== undefined) keep(at, next + 1, entries);
    }
  }
}

function put(map: Map<string, Entry | Entry[]>, key: string, entry: Entry): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, entry);
  else if (Array.isArray(there)) there.push(entry);
  else map.set(key, [there, entry]);
}

/** What may stand between the pieces of a number. */
function isSmallGap(gap: string): boolean {
  return gap.length <= 2 && !/[\r\n,;]/.test(gap);
}

function caseOf(value: string): Case {
  if (!/\p{Lu}/u.test(value)) return 'any';
  return /\p{Ll}/u.test(value) || /\s/.test(value.trim()) ? 'capital' : 'capitals';
}

/** "Hope" is a name and "hope" none; a ship called HOPE is not meant by "Hope". */
function isWritten(words: string, written: Case): boolean {
  if (written === 'any') return true;
  return written === 'capitals' ? !/\p{Ll}/u.test(words) : /^[^\p{L}]*\p{Lu}/u.test(words);
}

/** An entity that has the words for two values is met once. */
function settle(found: readonly FoundMention[]): FoundMention[] {
  const ranges = new Map<string, { start: number; end: number; mentions: FoundMention[] }>();
  for (const one of found) {
    const key = `${one.start} ${one.end}`;
    const range = ranges.get(key);
    if (!range) ranges.set(key, { start: one.start, end: one.end, mentions: [one] });
    else if (range.mentions.every(other => other.entityId !== one.entityId)) range.mentions.push(one);
  }
  return settleOverlaps([...ranges.values()]).flatMap(range => range.mentions);
}
