/** Base64 to bytes, piece by piece, so that a long text is not also a long string of its bytes. */

/** A multiple of four characters. */
const STEP_CHARS = 64 * 1024;

/** Null where characters occur that base64 does not have; white space and missing padding are forgiven. */
export function decodeBase64(text: string): Uint8Array | null {
  const packed = text
    .replace(/[\s=]+/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  // One character over a group of four holds no whole byte.
  const usable = packed.length % 4 === 1 ? packed.length - 1 : packed.length;
  const bytes = new Uint8Array(Math.floor((usable * 3) / 4));
  let length = 0;
  try {
    for (let at = 0; at < usable; at += STEP_CHARS) {
      const piece = atob(packed.slice(at, Math.min(usable, at + STEP_CHARS)));
      for (let index = 0; index < piece.length; index += 1) bytes[length + index] = piece.charCodeAt(index);
      length += piece.length;
    }
  } catch {
    return null;
  }
  return bytes;
}
