/** LZW as TIFF has it: codes of 9 to 12 bits, the first bits highest, growing one code early. */

const CLEAR = 256;
const END = 257;
const MAX_CODES = 4096;

/** Fills `to` as far as the codes go; the rest keeps its zeros. */
export function unpackLzw(packed: Uint8Array, to: Uint8Array): void {
  const prefix = new Uint16Array(MAX_CODES);
  const suffix = new Uint8Array(MAX_CODES);
  const lengths = new Uint16Array(MAX_CODES);
  for (let code = 0; code < CLEAR; code += 1) {
    suffix[code] = code;
    lengths[code] = 1;
  }
  let next = END + 1;
  let bits = 9;
  let previous = -1;
  let filled = 0;
  let buffer = 0;
  let held = 0;
  for (const byte of packed) {
    buffer = ((buffer << 8) | byte) & 0xffffff;
    held += 8;
    if (held < bits) continue;
    held -= bits;
    const code = (buffer >> held) & ((1 << bits) - 1);
    if (code === END || filled >= to.byteLength) return;
    if (code === CLEAR) {
      next = END + 1;
      bits = 9;
      previous = -1;
      continue;
    }
    if (previous < 0) {
      if (code > END) return;
      to[filled] = code;
      filled += 1;
    } else {
      if (code > next || next > MAX_CODES) return;
      const isNew = code === next;
      const length = isNew ? (lengths[previous] ?? 0) + 1 : (lengths[code] ?? 0);
      const first = writeString(isNew ? previous : code, isNew ? length - 1 : length, filled);
      if (isNew && filled + length - 1 < to.byteLength) to[filled + length - 1] = first;
      filled += length;
      if (next < MAX_CODES) {
        prefix[next] = previous;
        suffix[next] = first;
        lengths[next] = (lengths[previous] ?? 0) + 1;
        next += 1;
      }
      if (next >= (1 << bits) - 1 && bits < 12) bits += 1;
    }
    previous = code;
  }

  /** From its end to its beginning; answers its first byte. */
  function writeString(code: number, length: number, at: number): number {
    let walk = code;
    for (let place = at + length - 1; place > at; place -= 1) {
      if (place < to.byteLength) to[place] = suffix[walk] ?? 0;
      walk = prefix[walk] ?? 0;
    }
    const first = suffix[walk] ?? 0;
    if (at < to.byteLength) to[at] = first;
    return first;
  }
}
