/**
 * Invented words in three scripts, ordered from common to rare. Drawing a rank evenly on a logarithmic scale gives the
 * long tail of natural text (Zipf's law): a few words on nearly every page, most words on hardly any.
 */
import { seededRandom } from './seededRandom.ts';

export const latinCount = 50_000;
const koreanCount = 4_000;
const hanCount = 2_000;

const onsets = 'b br c ch d dr f g gr h k l m n p pr r s sh st t tr v w'.split(' ');
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea'];
const codas = ['', '', '', 'n', 'r', 's', 't', 'l', 'm'];
const particles = ['', '', '은', '을', '의', '에서', '으로', '과'];

export interface WordStock {
  readonly latin: readonly string[];
  /** Two syllables each, before their particle. */
  readonly korean: readonly string[];
  readonly han: readonly string[];
}

export function makeWordStock(): WordStock {
  const random = seededRandom(1718);
  const pick = <Item>(from: readonly Item[]): Item => from[Math.floor(random() * from.length)] as Item;
  const hangul = () => String.fromCharCode(0xac00 + Math.floor(random() * 11_172));
  return {
    latin: distinct(latinCount, rank => {
      const syllables = 1 + Math.min(2, Math.floor(Math.log10(rank + 1) * 0.35 + random()));
      return Array.from({ length: syllables }, () => pick(onsets) + pick(vowels) + pick(codas)).join('');
    }),
    korean: distinct(koreanCount, () => hangul() + hangul()),
    han: distinct(hanCount, () => String.fromCharCode(0x4e00 + Math.floor(random() * 20_000))),
  };
}

function distinct(count: number, make: (rank: number) => string): string[] {
  const made = new Set<string>();
  while (made.size < count) made.add(make(made.size));
  return [...made];
}

/** A word by its rank, common ones far oftener. */
export function drawWord(words: readonly string[], random: () => number): string {
  return words[Math.floor(words.length ** random()) - 1] ?? '';
}

export function withParticle(word: string, random: () => number): string {
  return word + (particles[Math.floor(random() * particles.length)] ?? '');
}
