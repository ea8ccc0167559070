/** Base64 from a script, as bytes. */
export function decodeBase64(untrustedText: unknown): Uint8Array<ArrayBuffer> {
  if (typeof untrustedText !== 'string') throw new TypeError('a script of this bundle holds something else than bytes');
  const text = atob(untrustedText);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
