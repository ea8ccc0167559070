/** PNG's rows out of its inflated stream: collected, and their filters taken back. */

export interface Unfilter {
  /** What is left over once the taker wants no more rows; null while it does. */
  add(piece: Uint8Array): Uint8Array | null;
}

/** @param take is given each row, and answers whether it wants another; the row is reused. */
export function openUnfilter(rowBytes: number, pixelBytes: number, take: (row: Uint8Array) => boolean): Unfilter {
  let row = new Uint8Array(rowBytes);
  let above = new Uint8Array(rowBytes);
  let filter = 0;
  /** -1: the filter's own byte comes next. */
  let filled = -1;

  function add(piece: Uint8Array): Uint8Array | null {
    let at = 0;
    while (at < piece.byteLength) {
      if (filled < 0) {
        filter = piece[at] ?? 0;
        at += 1;
        filled = 0;
      }
      const step = Math.min(rowBytes - filled, piece.byteLength - at);
      row.set(piece.subarray(at, at + step), filled);
      filled += step;
      at += step;
      if (filled < rowBytes) break;
      unfilter(row, above, filter, pixelBytes);
      filled = -1;
      const wantsMore = take(row);
      [row, above] = [above, row];
      if (!wantsMore) return piece.subarray(at);
    }
    return null;
  }

  return { add };
}

function unfilter(row: Uint8Array, above: Uint8Array, filter: number, back: number): void {
  if (filter === 0) return;
  for (let at = 0; at < row.length; at += 1) {
    const left = at >= back ? (row[at - back] ?? 0) : 0;
    const up = above[at] ?? 0;
    const value = row[at] ?? 0;
    if (filter === 1) row[at] = value + left;
    else if (filter === 2) row[at] = value + up;
    else if (filter === 3) row[at] = value + ((left + up) >> 1);
    else if (filter === 4) row[at] = value + paeth(left, up, at >= back ? (above[at - back] ?? 0) : 0);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
