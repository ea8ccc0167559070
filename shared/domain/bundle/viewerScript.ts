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

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // Arguments of one call are limited; 0x8000 is below every engine's limit.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(parts.join(''));
}
