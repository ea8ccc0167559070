/** Samples of 1, 2, 4 or 8 bits, the first in the highest bits, a row at a time. */
export function unpackBits(
  row: Uint8Array,
  depth: number,
  count: number,
  to: Uint8Array,
  toSample: (value: number) => number,
): void {
  const mask = (1 << depth) - 1;
  const samples = Uint8Array.from({ length: mask + 1 }, (_, value) => Math.round(toSample(value)));
  for (let at = 0; at < count; at += 1) {
    const bit = at * depth;
    to[at] = samples[((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & mask] ?? 0;
  }
}
