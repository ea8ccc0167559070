/** Encodings of Korean, Chinese and DOS text that TextDecoder does not know, brought to ones that it does. */

/** ISO-2022-KR: between SO and SI the bytes are those of EUC-KR with the high bit off; the designator is dropped. */
export function decodeEucShift(bytes: Uint8Array): string {
  const euc = new Uint8Array(bytes.byteLength);
  let length = 0;
  let shifted = false;
  for (let at = 0; at < bytes.byteLength; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0e) shifted = true;
    else if (byte === 0x0f) shifted = false;
    else if (byte === 0x1b && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29 && bytes[at + 3] === 0x43) at += 3;
    else {
      // A line end resets the shift in practice: mail that was cut in the middle of a line stays readable after it.
      if (byte === 0x0a) shifted = false;
      euc[length] = shifted && byte > 0x20 ? byte | 0x80 : byte;
      length += 1;
    }
  }
  return new TextDecoder('euc-kr').decode(euc.subarray(0, length));
}

/** HZ: between ~{ and ~} the bytes are those of GB 2312 with the high bit off; ~~ is a tilde. */
export function decodeHz(bytes: Uint8Array): string {
  const gb = new Uint8Array(bytes.byteLength);
  let length = 0;
  let shifted = false;
  for (let at = 0; at < bytes.byteLength; at += 1) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1];
    if (byte === 0x7e && (next === 0x7b || next === 0x7d || next === 0x7e || next === 0x0a)) {
      at += 1;
      if (next === 0x7b) shifted = true;
      else if (next === 0x7d) shifted = false;
      else if (next === 0x7e) {
        gb[length] = 0x7e;
        length += 1;
      }
      continue;
    }
    if (byte === 0x0a) shifted = false;
    gb[length] = shifted && byte > 0x20 ? byte | 0x80 : byte;
    length += 1;
  }
  return new TextDecoder('gb18030').decode(gb.subarray(0, length));
}

/** UTF-7: between + and - the text is UTF-16 in Base64; +- is a plus. */
export function decodeUtf7(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, packed: string) => {
    if (packed === '') return whole === '+-' ? '+' : whole;
    try {
      const wide = atob(packed.slice(0, packed.length % 4 === 1 ? -1 : undefined));
      return new TextDecoder('utf-16be').decode(
        Uint8Array.from(wide.slice(0, wide.length & ~1), char => char.charCodeAt(0)),
      );
    } catch {
      return whole;
    }
  });
}

export function decodeTable(bytes: Uint8Array, upperHalf: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const byte of bytes) {
    piece += byte < 0x80 ? String.fromCharCode(byte) : upperHalf[byte - 0x80];
    if (piece.length > 4096) {
      pieces.push(piece);
      piece = '';
    }
  }
  return pieces.join('') + piece;
}

/** Johab's five-bit codes of the three letters of a syllable, as indices into Unicode's order; -1 is unused, -2 no letter. */
const LEADS = [-1, -2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
const VOWELS = [
  -1, -1, -2, 0, 1, 2, 3, 4, -1, -1, 5, 6, 7, 8, 9, 10, -1, -1, 11, 12, 13, 14, 15, 16, -1, -1, 17, 18, 19, 20,
];
const TAILS = [
  -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, -1, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
];
/** Single letters as Unicode's compatibility jamo, in the same order. */
const LEAD_LETTERS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const TAIL_LETTERS = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

/** KS X 1001 annex 3: syllables are built of their letters; hanja and signs are rows of KS X 1001 folded together. */
export function decodeJohab(bytes: Uint8Array): string {
  const eucKr = new TextDecoder('euc-kr');
  let text = '';
  for (let at = 0; at < bytes.byteLength; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      text += first === 0x5c ? '₩' : String.fromCharCode(first);
      continue;
    }
    const second = bytes[at + 1];
    if (second === undefined) return `${text}\uFFFD`;
    at += 1;
    text += first < 0xd8 ? johabSyllable((first << 8) | second) : johabSign(first, second, eucKr);
  }
  return text;
}

function johabSyllable(code: number): string {
  const lead = LEADS[(code >> 10) & 31] ?? -1;
  const vowel = VOWELS[(code >> 5) & 31] ?? -1;
  const tail = TAILS[code & 31] ?? -1;
  if (lead === -1 || vowel === -1 || tail === -1) return '\uFFFD';
  if (lead >= 0 && vowel >= 0) return String.fromCharCode(0xac00 + (lead * 21 + vowel) * 28 + tail);
  if (lead >= 0) return tail === 0 ? (LEAD_LETTERS[lead] ?? '\uFFFD') : '\uFFFD';
  if (vowel >= 0) return tail === 0 ? String.fromCharCode(0x314f + vowel) : '\uFFFD';
  return tail > 0 ? (TAIL_LETTERS[tail] ?? '\uFFFD') : '\u3000';
}

function johabSign(first: number, second: number, eucKr: TextDecoder): string {
  // Two rows of 94 lie in one lead byte: the first at 31–7E and 91–A0, the second at A1–FE.
  const column = second >= 0xa1 ? second - 0xa1 : second >= 0x91 ? second - 0x91 + 78 : second - 0x31;
  if (column < 0 || column > 93) return '\uFFFD';
  const upper = second >= 0xa1 ? 1 : 0;
  const row = first >= 0xe0 ? (first - 0xe0) * 2 + upper + 42 : (first - 0xd9) * 2 + upper + 1;
  if (row < 1 || row > 93 || first === 0xd8) return '\uFFFD';
  return eucKr.decode(Uint8Array.of(0xa0 + row, 0xa1 + column));
}
