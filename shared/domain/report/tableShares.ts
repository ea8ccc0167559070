/** How wide the columns of a table are that nobody laid out: by what stands in them, in whole parts of a hundred. */

const WHOLE = 100;
/** A part is about as wide as a character of a table in print; the space between columns takes two. */
const SPACE_CHARACTERS = 2;
/** Longer words are broken, or one of them would take the room from all others. */
const LONGEST_WORD = 16;
const LONGEST_CELL = 120;
/** Enough rows to see what a column holds. */
const ROWS_LOOKED_AT = 500;
/** Scripts that break between any two characters. */
const BREAKS_ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Each column has room for its longest word where there is room for all; what is over goes where most is written. */
export function columnShares(labels: readonly string[], rows: readonly (readonly string[])[]): number[] {
  if (labels.length === 0) return [];
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  const cellsOf = (at: number) => looked.map(row => row[at] ?? '');
  const needed = labels.map((label, at) => longestWord([label, ...cellsOf(at)]) + SPACE_CHARACTERS);
  const sum = total(needed);
  if (sum >= WHOLE) return wholeParts(needed.map(width => (WHOLE * width) / sum));
  const written = labels.map((label, at) => typicalLength([label, ...cellsOf(at)]));
  const over = WHOLE - sum;
  return wholeParts(needed.map((width, at) => width + (over * (written[at] ?? 0)) / total(written)));
}

function longestWord(cells: readonly string[]): number {
  const words = cells.flatMap(cell => cell.replace(BREAKS_ANYWHERE, ' ').split(/[\s/–—-]+/u));
  return Math.min(LONGEST_WORD, Math.max(1, ...words.map(word => word.length)));
}

function typicalLength(cells: readonly string[]): number {
  return Math.max(1, total(cells.map(cell => Math.min(cell.length, LONGEST_CELL))) / cells.length);
}

/** They make a hundred and stay so; no column has none. What is over goes where most was cut off. */
function wholeParts(exact: readonly number[]): number[] {
  const parts = exact.map(width => Math.max(1, Math.floor(width)));
  const order = exact
    .map((width, at) => ({ at, rest: width - Math.floor(width) }))
    .sort((left, right) => right.rest - left.rest || left.at - right.at);
  let left = WHOLE - total(parts);
  for (let turn = 0; left !== 0; turn = (turn + 1) % order.length) {
    const at = order[turn]?.at ?? 0;
    const step = Math.sign(left);
    if ((parts[at] ?? 0) + step < 1) continue;
    parts[at] = (parts[at] ?? 0) + step;
    left -= step;
  }
  return parts;
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}
