/**
 * Where two texts differ, by words, and by characters in scripts without spaces. White space does not count.
 *
 * First the words that stand once in each text and in the same order in both are found (patience diff), which holds long
 * texts together cheaply; what lies between two of them is compared by Myers' algorithm (1986) as long as it has few
 * differences, and else counts as replaced whole. So the work is bounded however unlike the texts are.
 */

export type DiffRun =
  /** Both sides, since their white space may differ. */
  { kind: 'same'; left: string; right: string } | { kind: 'changed'; left: string; right: string };

export interface TextDiff {
  /** Joined by side they give the texts back, as far as they were compared. */
  runs: DiffRun[];
  /** False where the texts are longer than is compared. */
  isWhole: boolean;
}

/** About a hundred pages a side; more is not read side by side in one go. */
export const MOST_DIFF_TOKENS = 60_000;
/** Between two anchors; Myers' work and memory grow with its square. */
const MOST_EDITS = 400;

interface Token {
  /** With the white space that follows. */
  text: string;
  key: string;
}

export function diffTexts(left: string, right: string, mostTokens = MOST_DIFF_TOKENS): TextDiff {
  const [a, b] = [tokensOf(left, mostTokens), tokensOf(right, mostTokens)];
  const [before, after] = numbered(a.tokens, b.tokens);
  const pairs: [number, number][] = [];
  align({ before, after }, { fromA: 0, toA: before.length, fromB: 0, toB: after.length }, pairs);
  return { runs: toRuns(a.tokens, b.tokens, pairs), isWhole: a.isWhole && b.isWhole };
}

const TOKEN =
  /([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|[\p{L}\p{N}\p{M}]+?(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])|[\p{L}\p{N}\p{M}]+|[^\s])\s*/gu;

function tokensOf(text: string, most: number): { tokens: Token[]; isWhole: boolean } {
  const tokens: Token[] = [];
  const start = text.length - text.trimStart().length;
  TOKEN.lastIndex = start;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    if (tokens.length === most) {
      TOKEN.lastIndex = 0;
      return { tokens, isWhole: false };
    }
    const lead = tokens.length === 0 ? text.slice(0, start) : '';
    tokens.push({ text: lead + match[0], key: match[1] ?? '' });
  }
  return { tokens, isWhole: true };
}

/** Equal words get equal numbers. */
function numbered(left: readonly Token[], right: readonly Token[]): [Uint32Array, Uint32Array] {
  const numbers = new Map<string, number>();
  const numberOf = ({ key }: Token): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  return [Uint32Array.from(left, numberOf), Uint32Array.from(right, numberOf)];
}

interface Sides {
  before: Uint32Array;
  after: Uint32Array;
}
interface Span {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

/** Appends the pairs of equal tokens in order. Spans are worked off in a list, not by recursion. */
function align(sides: Sides, whole: Span, pairs: [number, number][]): void {
  const { before, after } = sides;
  const open: (Span | [number, number])[] = [whole];
  for (let next = open.pop(); next; next = open.pop()) {
    if (Array.isArray(next)) {
      pairs.push(next);
      continue;
    }
    let { fromA, toA, fromB, toB } = next;
    while (fromA < toA && fromB < toB && before[fromA] === after[fromB]) pairs.push([fromA++, fromB++]);
    const ends: [number, number][] = [];
    while (fromA < toA && fromB < toB && before[toA - 1] === after[toB - 1]) ends.push([--toA, --toB]);
    const span = { fromA, toA, fromB, toB };
    // The last put in is taken out first.
    for (const end of ends) open.push(end);
    if (fromA === toA || fromB === toB) continue;
    const anchors = anchorsOf(sides, span);
    if (anchors.length === 0) {
      for (const pair of shortestEdit(sides, span).reverse()) open.push(pair);
      continue;
    }
    const between: (Span | [number, number])[] = [];
    let [a, b] = [fromA, fromB];
    for (const anchor of anchors) {
      between.push({ fromA: a, toA: anchor[0], fromB: b, toB: anchor[1] }, anchor);
      [a, b] = [anchor[0] + 1, anchor[1] + 1];
    }
    between.push({ fromA: a, toA, fromB: b, toB });
    for (const part of between.reverse()) open.push(part);
  }
}

/** The longest row of tokens that stand once on each side and in the same order on both. */
function anchorsOf({ before, after }: Sides, { fromA, toA, fromB, toB }: Span): [number, number][] {
  const inAfter = new Map<number, number>();
  for (let b = fromB; b < toB; b += 1) {
    const token = after[b] ?? 0;
    inAfter.set(token, inAfter.has(token) ? -1 : b);
  }
  const counts = new Map<number, number>();
  for (let a = fromA; a < toA; a += 1) counts.set(before[a] ?? 0, (counts.get(before[a] ?? 0) ?? 0) + 1);
  const once: [number, number][] = [];
  for (let a = fromA; a < toA; a += 1) {
    const b = inAfter.get(before[a] ?? 0);
    if (b !== undefined && b >= 0 && counts.get(before[a] ?? 0) === 1) once.push([a, b]);
  }
  return longestRising(once);
}

/** Patience sorting: piles by their top, each card remembering the top of the pile before. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [at, [, b]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = at;
  }
  const row: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair) row.push(pair);
  }
  return row.reverse();
}

/** Myers' shortest edit script as pairs of equal tokens; none where it would take too many edits. */
function shortestEdit({ before, after }: Sides, { fromA, toA, fromB, toB }: Span): [number, number][] {
  const [lengthA, lengthB] = [toA - fromA, toB - fromB];
  const most = Math.min(MOST_EDITS, lengthA + lengthB);
  const offset = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach.slice());
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && (reach[offset + k - 1] ?? 0) < (reach[offset + k + 1] ?? 0));
      let x = down ? (reach[offset + k + 1] ?? 0) : (reach[offset + k - 1] ?? 0) + 1;
      while (x < lengthA && x - k < lengthB && before[fromA + x] === after[fromB + x - k]) x += 1;
      reach[offset + k] = x;
      if (x >= lengthA && x - k >= lengthB) return walkBack(trace, { lengthA, lengthB, offset, fromA, fromB });
    }
  }
  return [];
}

interface Walk {
  lengthA: number;
  lengthB: number;
  offset: number;
  fromA: number;
  fromB: number;
}

function walkBack(trace: readonly Int32Array[], { lengthA, lengthB, offset, fromA, fromB }: Walk): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [lengthA, lengthB];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = trace[edits] ?? new Int32Array(0);
    const k = x - y;
    const down = k === -edits || (k !== edits && (reach[offset + k - 1] ?? 0) < (reach[offset + k + 1] ?? 0));
    const fromK = down ? k + 1 : k - 1;
    const startX = edits === 0 ? 0 : (reach[offset + fromK] ?? 0);
    const startY = edits === 0 ? 0 : startX - fromK;
    while (x > startX && y > startY) pairs.push([fromA + --x, fromB + --y]);
    [x, y] = [startX, startY];
  }
  return pairs.reverse();
}

function toRuns(left: readonly Token[], right: readonly Token[], pairs: readonly [number, number][]): DiffRun[] {
  const runs: DiffRun[] = [];
  const add = (kind: DiffRun['kind'], before: string, after: string) => {
    if (before === '' && after === '') return;
    const last = runs.at(-1);
    if (last?.kind === kind) {
      last.left += before;
      last.right += after;
    } else runs.push({ kind, left: before, right: after });
  };
  const words = (tokens: readonly Token[], from: number, to: number) =>
    tokens
      .slice(from, to)
      .map(token => token.text)
      .join('');
  let [a, b] = [0, 0];
  for (const [pairA, pairB] of pairs) {
    add('changed', words(left, a, pairA), words(right, b, pairB));
    add('same', left[pairA]?.text ?? '', right[pairB]?.text ?? '');
    [a, b] = [pairA + 1, pairB + 1];
  }
  add('changed', words(left, a, left.length), words(right, b, right.length));
  return runs;
}

/** How many places differ, for a line of words above the panes. */
export function countChanges({ runs }: TextDiff): number {
  return runs.filter(run => run.kind === 'changed').length;
}
