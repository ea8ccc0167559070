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
  const script = new Uint8Array(head.length + length + tail.length);
  script.set(head);
  writeBase64(bytes, script.subarray(head.length, head.length + length));
  script.set(tail, head.length + length);
  return script;
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const codes = Uint8Array.from(SIGNS, sign => sign.charCodeAt(0));
const PAD = 61;

/** Sign by sign into bytes: strings in between took longer than all else of an export. */
function writeBase64(bytes: Uint8Array, into: Uint8Array): void {
  const { length } = bytes;
  for (let at = 0, to = 0; at < length; at += 3, to += 4) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    into[to] = codes[three >> 18] ?? 0;
    into[to + 1] = codes[(three >> 12) & 63] ?? 0;
    into[to + 2] = at + 1 < length ? (codes[(three >> 6) & 63] ?? 0) : PAD;
    into[to + 3] = at + 2 < length ? (codes[three & 63] ?? 0) : PAD;
  }
}
