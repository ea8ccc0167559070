/** How wide the columns of a table are that nobody laid out: by what stands in them, in whole parts of a hundred. */

const WHOLE = 100;
/** A narrower column breaks words; a wider one than this takes the room from all others. */
const NARROWEST_CHARACTERS = 6;
const WIDEST_CHARACTERS = 60;
/** Enough rows to see what a column holds. */
const ROWS_LOOKED_AT = 500;

export function columnShares(labels: readonly string[], rows: readonly (readonly string[])[]): number[] {
  if (labels.length === 0) return [];
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  const weights = labels.map((label, at) => {
    const lengths = looked.map(row => Math.min((row[at] ?? '').length, WIDEST_CHARACTERS));
    const typical = lengths.reduce((sum, length) => sum + length, 0) / Math.max(lengths.length, 1);
    return Math.max(NARROWEST_CHARACTERS, Math.min(label.length, WIDEST_CHARACTERS), typical);
  });
  return wholeParts(weights);
}

/** Each gets one part at least; what is over goes where most was cut off. */
function wholeParts(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const free = WHOLE - weights.length;
  const exact = weights.map(weight => 1 + (free * weight) / sum);
  const parts = exact.map(Math.floor);
  const order = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((left, right) => right.rest - left.rest || left.at - right.at);
  let left = WHOLE - parts.reduce((total, part) => total + part, 0);
  for (const { at } of order) {
    if (left === 0) break;
    parts[at] = (parts[at] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}
