/**
 * Near copies: a sketch of a text that is alike where texts are alike, and how alike two sketches or two pictures are.
 * Likeness is a machine's proposal; that one exhibit is a copy of another, a person decides.
 *
 * The sketch is MinHash in one permutation (Li, Owen and Zhang 2012) over runs of four tokens: a run's hash falls into one
 * of 64 bins, each bin keeps its least. Bins that stay empty, as in short texts, borrow from others in an order that is the
 * same for every text (Shrivastava 2017). The share of equal values estimates the Jaccard likeness of the sets of runs.
 */
import { pictureDistance } from './pictureHash.ts';
import { foldText } from './text/index.ts';

export const SKETCH_VALUES = 64;
/** Below it, two texts share most of their runs by accident or none by a single word. */
const FEWEST_TOKENS = 50;
const RUN_TOKENS = 4;
const EMPTY_BIN = 0xffffffff;

export interface TextSketch {
  /** Pages in any pieces; a word never reaches over two of them. */
  add(text: string): void;
  /** 64 unsigned 32-bit numbers, or null where there is too little text to tell. */
  result(): number[] | null;
}

export function openTextSketch(): TextSketch {
  const bins = new Uint32Array(SKETCH_VALUES).fill(EMPTY_BIN);
  let tokens = 0;
  // The hashes of the last four tokens, the newest last.
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;

  function addToken(hash: number): void {
    first = second;
    second = third;
    third = fourth;
    fourth = hash;
    tokens += 1;
    if (tokens < RUN_TOKENS) return;
    let run = Math.imul(first, 0x9e3779b1) ^ rotated(second, 7);
    run = Math.imul(run, 0x85ebca6b) ^ rotated(third, 13);
    run = Math.imul(run, 0xc2b2ae35) ^ fourth;
    run = mixed(run);
    const bin = run >>> 26;
    const value = Math.imul(run ^ 0x5bd1e995, 0x27d4eb2f) >>> 0;
    if (value < (bins[bin] ?? 0)) bins[bin] = value;
  }

  return {
    add: text => eachToken(/[\u1100-\u11ff]/.test(text) ? text.normalize('NFC') : text, addToken),
    result: () => (tokens < FEWEST_TOKENS ? null : lentOut(bins)),
  };
}

/** Each empty bin takes what the first full one holds in an order of its own. */
function lentOut(bins: Uint32Array): number[] | null {
  if (bins.every(value => value === EMPTY_BIN)) return null;
  return Array.from(bins, (value, bin) => {
    for (let turn = 1; value === EMPTY_BIN; turn += 1) {
      value = bins[mixed(Math.imul(bin + 1, 0x9e3779b1) + Math.imul(turn, 0x85ebca6b)) >>> 26] ?? EMPTY_BIN;
    }
    return value;
  });
}

const SEPARATOR = 1;
const WORD = 2;
/** Written without spaces: one token a character. */
const ALONE = 3;
const IGNORED = 4;
const unitKinds = new Uint8Array(0x10000);
const unitHashes = new Uint32Array(0x10000);

const SEED = 0x811c9dc5;
const HYPHEN = 0x2d;

/**
 * Folds and splits as the search index does, unit by unit and without building the folded text: this runs on every page of
 * every import, and what the two see differently (ligatures over several words, say) is too rare to change a likeness.
 */
function eachToken(text: string, add: (hash: number) => void): void {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = unitKinds[unit] || learnUnit(unit);
    if (kind === WORD) hash = Math.imul((hash || SEED) ^ (unitHashes[unit] ?? 0), 0x01000193) | 1;
    else if (kind === SEPARATOR) {
      // A word that was broken at the end of a line is one word.
      if (unit === HYPHEN && text.charCodeAt(at + 1) === 0x0a) at += 1;
      else if (hash !== 0) {
        add(mixed(hash));
        hash = 0;
      }
    } else if (kind === ALONE) {
      if (hash !== 0) add(mixed(hash));
      hash = 0;
      add(mixed(unitHashes[unit] ?? 0));
    }
  }
  if (hash !== 0) add(mixed(hash));
}

const ALONE_SCRIPTS =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{sc=Hangul}\p{sc=Yi}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

function learnUnit(unit: number): number {
  const kind = kindOfUnit(unit);
  unitKinds[unit] = kind;
  return kind;
}

function kindOfUnit(unit: number): number {
  // Halves of a pair stand for themselves: a rare ideograph is then a word of two units, and the same one everywhere.
  const isHalf = unit >= 0xd800 && unit <= 0xdfff;
  const char = String.fromCharCode(unit);
  const folded = isHalf ? char : foldText(char).folded;
  if (/^\p{M}+$/u.test(char) || (folded === '' && !isHalf)) return IGNORED;
  if (!isHalf && !/[\p{L}\p{N}]/u.test(folded)) return SEPARATOR;
  let hash = SEED;
  for (let at = 0; at < folded.length; at += 1) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193);
  unitHashes[unit] = hash >>> 0;
  return !isHalf && ALONE_SCRIPTS.test(folded) ? ALONE : WORD;
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 0 to 1: the estimated share of runs of words that two texts have in common. */
export function textLikeness(left: readonly number[], right: readonly number[]): number {
  let equal = 0;
  for (let at = 0; at < SKETCH_VALUES; at += 1) if (left[at] === right[at]) equal += 1;
  return equal / SKETCH_VALUES;
}

/** From here on two texts are proposed as near copies. At 64 values the estimate is good to about 6 in a hundred. */
export const LEAST_TEXT_LIKENESS = 0.5;

const BANDS = 16;
const BAND_VALUES = SKETCH_VALUES / BANDS;

/**
 * Keys under which a sketch is looked up: who shares one has four values in a row in common. Of texts that are alike to
 * 80 % practically all share a key, to 70 % 99 in a hundred, to 50 % two in three, to 20 % one in forty.
 * The scope keeps cases apart without a column of its own. Each key is a safe integer of 48 bits.
 */
export function sketchKeys(sketch: readonly number[], scope: string): number[] {
  const seed = scopeHash(scope);
  return Array.from({ length: BANDS }, (_, band) => {
    let low = mixed(seed + band + 1);
    let high = mixed(seed ^ Math.imul(band + 1, 0x9e3779b1));
    for (let at = 0; at < BAND_VALUES; at += 1) {
      const value = sketch[band * BAND_VALUES + at] ?? 0;
      low = mixed(low ^ value);
      high = mixed(Math.imul(high, 0x01000193) ^ value);
    }
    return (high & 0xffff) * 0x1_0000_0000 + low;
  });
}

/** The 64 bits of a picture's perceptual hash as four slices of 16. */
function slicesOf(hash: string): number[] {
  return [0, 4, 8, 12].map(at => Number.parseInt(hash.slice(at, at + 4), 16));
}

export const PICTURE_HASH_BITS = 64;
/** From here on two pictures are not proposed: unrelated ones differ in about half the bits. */
export const MOST_PICTURE_DISTANCE = 10;

/** The hash of a blank page, or nearly: it is like every other blank page, which tells nothing. */
export function isTellingPicture(hash: string): boolean {
  const bits = pictureDistance(hash, '0'.repeat(16));
  return bits >= 5 && bits <= PICTURE_HASH_BITS - 5;
}

export const pictureLikeness = (distance: number): number => 1 - distance / PICTURE_HASH_BITS;

/** One key for each slice. */
export function pictureKeys(hash: string, scope: string): number[] {
  return slicesOf(hash).map((slice, at) => pictureKey(slice, at, scope));
}

/**
 * Keys that find every picture within the distance: ten differing bits on four slices leave one slice with two at most, so
 * each slice is looked up with none, one and two bits turned, 137 keys a slice.
 */
export function pictureKeysNearby(hash: string, scope: string): number[] {
  return slicesOf(hash).flatMap((slice, at) => turnedBits.map(turned => pictureKey(slice ^ turned, at, scope)));
}

function pictureKey(slice: number, at: number, scope: string): number {
  return (at + 4) * 0x1_0000_0000_0000 + (scopeHash(scope) & 0xffff_ffff) * 0x1_0000 + slice;
}

const bits = Array.from({ length: 16 }, (_, bit) => 1 << bit);
const turnedBits = [0, ...bits, ...bits.flatMap((bit, at) => bits.slice(at + 1).map(other => bit | other))];

function scopeHash(scope: string): number {
  let hash = SEED;
  for (let at = 0; at < scope.length; at += 1) hash = Math.imul(hash ^ scope.charCodeAt(at), 0x01000193);
  return mixed(hash);
}
