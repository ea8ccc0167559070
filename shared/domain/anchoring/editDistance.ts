// Approximate search after Myers (1999) in Hyyrö's block form: 32 rows of the distance table at a time in one integer.

interface BlockTable {
  readonly rows: Map<number, Int32Array>;
  readonly blocks: number;
  readonly lastRow: number;
}

function tableOf(pattern: string): BlockTable {
  const blocks = Math.ceil(pattern.length / 32);
  const rows = new Map<number, Int32Array>();
  for (let row = 0; row < pattern.length; row += 1) {
    const code = pattern.charCodeAt(row);
    let bits = rows.get(code);
    if (!bits) {
      bits = new Int32Array(blocks);
      rows.set(code, bits);
    }
    const block = row >> 5;
    bits[block] = (bits[block] ?? 0) | (1 << (row & 31));
  }
  return { rows, blocks, lastRow: 1 << ((pattern.length - 1) & 31) };
}

/**
 * For each place in the text the smallest number of edits with which the pattern ends there: begun anywhere, or, if
 * `fixedStart`, at the beginning of the text.
 */
export function editDistances(pattern: string, text: string, fixedStart: boolean): Uint32Array {
  const { rows, blocks, lastRow } = tableOf(pattern);
  const nothing = new Int32Array(blocks);
  const plus = new Int32Array(blocks).fill(-1);
  const minus = new Int32Array(blocks);
  const distances = new Uint32Array(text.length);
  let distance = pattern.length;
  for (let column = 0; column < text.length; column += 1) {
    const bits = rows.get(text.charCodeAt(column)) ?? nothing;
    // What comes in from the row above: nothing where the pattern may begin anywhere, one more edit where it may not.
    let carry = fixedStart ? 1 : 0;
    for (let block = 0; block < blocks; block += 1) {
      const vp = plus[block] ?? 0;
      const vn = minus[block] ?? 0;
      const falling = carry < 0 ? 1 : 0;
      const same = (bits[block] ?? 0) | falling;
      const verticalSame = (bits[block] ?? 0) | vn;
      const across = ((((same & vp) + vp) | 0) ^ vp) | same;
      let hp = vn | ~(across | vp);
      let hn = vp & across;
      const edge = block === blocks - 1 ? lastRow : 1 << 31;
      const rising = carry > 0 ? 1 : 0;
      carry = (hp & edge) !== 0 ? 1 : (hn & edge) !== 0 ? -1 : 0;
      hp = (hp << 1) | rising;
      hn = (hn << 1) | falling;
      plus[block] = hn | ~(verticalSame | hp);
      minus[block] = hp & verticalSame;
    }
    distance += carry;
    distances[column] = distance;
  }
  return distances;
}

/** How much of `wanted` stands at the end of `found` (which may begin with other things), from 0 to 1. */
export function likenessAtEnd(wanted: string, found: string): number {
  if (wanted.length === 0) return 1;
  if (found.length === 0) return 0;
  const distances = editDistances(wanted, found, false);
  return Math.max(0, 1 - (distances[distances.length - 1] ?? wanted.length) / wanted.length);
}

export function reversed(text: string): string {
  let back = '';
  for (let at = text.length - 1; at >= 0; at -= 1) back += text[at];
  return back;
}
