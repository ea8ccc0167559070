/** Bounds the memory of WebAssembly modules, whatever they were built for. */

/** 1 GiB: a quarter of it holds the largest document, the rest is for what is unpacked of it. */
const MAX_WASM_PAGES = 16_384;
const MEMORY_SECTION = 5;

/**
 * Lowers the maximum in the module's memory section. This holds on every system and cannot be talked around from within;
 * allocation then fails as the module expects it to.
 */
export function capMemory(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const capped = new Uint8Array(wasm);
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = capped[at] ?? 0;
      at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  while (at < capped.byteLength) {
    const section = capped[at];
    at += 1;
    const end = number() + at;
    if (section === MEMORY_SECTION) {
      number();
      const hasMaximum = (number() & 1) !== 0;
      number();
      const from = at;
      if (hasMaximum && number() > MAX_WASM_PAGES) writeNumber(capped, from, at - from, MAX_WASM_PAGES);
      return capped;
    }
    at = end;
  }
  return capped;
}

/** LEB128, filled up to the length that the old number had so that no offset moves. */
function writeNumber(bytes: Uint8Array, at: number, length: number, value: number): void {
  for (let index = 0; index < length; index += 1) {
    const more = index < length - 1 ? 0x80 : 0;
    bytes[at + index] = ((value >>> (7 * index)) & 0x7f) | more;
  }
}
