/**
 * Content as classic scripts. A page opened from disk may not fetch its neighbours, but it may run them; so whatever the
 * viewer needs is handed over by a script that calls one function with a key and a JSON value, and does nothing else.
 */
import { canonicalJson, type Json } from '../../kernel/canonicalJson.ts';

/** JSON that stands safely in a script: it cannot end the element, nor a line in browsers older than ES2019. */
export function scriptJson(value: unknown): string {
  return canonicalJson(value as Json)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

export function viewerScript(key: string, value: unknown): Uint8Array {
  return new TextEncoder().encode(`__probatum.receive(${scriptJson(key)},${scriptJson(value)});\n`);
}

/** A value of bytes, as base64, which holds nothing that would have to be escaped. Most of a bundle's scripts are such. */
export function viewerBytesScript(key: string, bytes: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`__probatum.receive(${scriptJson(key)},"`);
  const tail = new TextEncoder().encode('");\n');
  const length = 4 * Math.ceil(bytes.length / 3);
  // The signs begin at an even place, since they are written by twos.
  const begin = head.length % 2;
  const script = new Uint8Array(begin + head.length + length + tail.length);
  script.set(head, begin);
  writeBase64(bytes, new Uint16Array(script.buffer, begin + head.length, length / 2));
  script.set(tail, begin + head.length + length);
  return script.subarray(begin);
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Of each twelve bits the two signs, as they lie in the memory of this machine. */
const pairs = new Uint16Array(
  Uint8Array.from({ length: 2 * 4096 }, (_, at) => SIGNS.charCodeAt(at % 2 === 0 ? at >> 7 : (at >> 1) & 63)).buffer,
);
const PAD = '='.charCodeAt(0);

/** Sign by sign into bytes: strings in between took longer than all else of an export. */
function writeBase64(bytes: Uint8Array, into: Uint16Array): void {
  const whole = bytes.length - (bytes.length % 3);
  let to = 0;
  for (let at = 0; at < whole; at += 3, to += 2) {
    const middle = bytes[at + 1] ?? 0;
    into[to] = pairs[((bytes[at] ?? 0) << 4) | (middle >> 4)] ?? 0;
    into[to + 1] = pairs[((middle & 15) << 8) | (bytes[at + 2] ?? 0)] ?? 0;
  }
  if (whole === bytes.length) return;
  const middle = bytes[whole + 1] ?? 0;
  into[to] = pairs[((bytes[whole] ?? 0) << 4) | (middle >> 4)] ?? 0;
  into[to + 1] = pairs[(middle & 15) << 8] ?? 0;
  const signs = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
  signs.fill(PAD, signs.length - (3 - (bytes.length - whole)));
}
