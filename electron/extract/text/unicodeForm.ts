/** Whether bytes are Unicode text, and in which form: by byte order mark, by being valid UTF-8, or by where NULs lie. */

export interface UnicodeForm {
  label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';
  /** Length of the byte order mark. */
  markBytes: number;
}

/** `cut` tells that more bytes follow, so that a character may be cut in two at the end. */
export function findUnicode(bytes: Uint8Array, cut: boolean): UnicodeForm | null {
  const byMark = findMark(bytes);
  if (byMark !== null) return byMark;
  const wide = findWideForm(bytes);
  if (wide !== null) return { label: wide, markBytes: 0 };
  return bytes.indexOf(0) < 0 && isUtf8(bytes, cut) ? { label: 'utf-8', markBytes: 0 } : null;
}

function findMark(bytes: Uint8Array): UnicodeForm | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { label: 'utf-32le', markBytes: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { label: 'utf-32be', markBytes: 4 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: 'utf-8', markBytes: 3 };
  // An MP3 frame begins with FF FB or FF FA, never FF FE followed by text; still, the rest must look like UTF-16.
  if (a === 0xff && b === 0xfe && plausible(bytes, 'utf-16le')) return { label: 'utf-16le', markBytes: 2 };
  if (a === 0xfe && b === 0xff && plausible(bytes, 'utf-16be')) return { label: 'utf-16be', markBytes: 2 };
  return null;
}

/** Text of any language has ASCII spaces, digits and line ends, whose high bytes are NUL at even or at odd places. */
function findWideForm(bytes: Uint8Array): UnicodeForm['label'] | null {
  const length = Math.min(bytes.length, 8192) & ~3;
  if (length < 8) return null;
  const zeros = [0, 0, 0, 0];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at & 3] = (zeros[at & 3] ?? 0) + 1;
  const quarter = length / 4;
  const [z0 = 0, z1 = 0, z2 = 0, z3 = 0] = zeros;
  if (z2 > quarter * 0.95 && z3 > quarter * 0.99 && plausible(bytes, 'utf-32le')) return 'utf-32le';
  if (z1 > quarter * 0.95 && z0 > quarter * 0.99 && plausible(bytes, 'utf-32be')) return 'utf-32be';
  const even = z0 + z2;
  const odd = z1 + z3;
  const half = length / 2;
  if (odd > half * 0.02 && odd > even * 8 && plausible(bytes, 'utf-16le')) return 'utf-16le';
  if (even > half * 0.02 && even > odd * 8 && plausible(bytes, 'utf-16be')) return 'utf-16be';
  return null;
}

/** No control characters but white space, no unassigned or private characters in number. */
function plausible(bytes: Uint8Array, label: UnicodeForm['label']): boolean {
  const width = label.startsWith('utf-32') ? 4 : 2;
  const sample = decodeUnicode(bytes.subarray(0, Math.min(bytes.length, 8192) & ~(width - 1)), label);
  if (sample.length === 0) return false;
  const bad = sample.match(/[\p{Cn}\p{Co}\uFFFD]|(?![\t\n\r\f\u001a])\p{Cc}/gu)?.length ?? 0;
  return bad <= sample.length * 0.02 + 1;
}

export function isUtf8(bytes: Uint8Array, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch {
    return false;
  }
}

/** TextDecoder knows no UTF-32. */
export function decodeUnicode(bytes: Uint8Array, label: UnicodeForm['label']): string {
  return label === 'utf-32le' || label === 'utf-32be'
    ? decodeUtf32(bytes, label === 'utf-32le')
    : new TextDecoder(label).decode(bytes);
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let at = 0; at + 3 < bytes.byteLength; at += 4) {
    const point = view.getUint32(at, littleEndian);
    pieces.push(point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? '\uFFFD' : String.fromCodePoint(point));
  }
  return pieces.join('');
}
