/** Signs that documents take from symbol fonts, where ticks and boxes carry meaning. */

const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x22, '✂'],
  [0x28, '☎'],
  [0x2a, '✉'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0xa7, '▪'],
  [0xa8, '◻'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe8, '➔'],
  [0xf0, '⇨'],
  [0xfb, '✘'],
  [0xfc, '✔'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);
const WINGDINGS_2: ReadonlyMap<number, string> = new Map([
  [0x4f, '✗'],
  [0x50, '✓'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0x53, '☒'],
  [0x54, '☒'],
  [0xa3, '☐'],
]);
/** From 0x41 on; the Greek letters as Adobe's Symbol font has them. */
const SYMBOL_CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const SYMBOL_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0xa2, '′'],
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xac, '←'],
  [0xad, '↑'],
  [0xae, '→'],
  [0xaf, '↓'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb2, '″'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xd2, '®'],
  [0xd3, '©'],
  [0xd4, '™'],
]);

/** Null where nobody here knows the sign. @param hex as `w:sym` gives it: `F0FE`, or a plain character */
export function symbolSign(font: string, hex: string): string | null {
  const point = Number.parseInt(hex, 16);
  if (Number.isNaN(point) || point > 0x10ffff) return null;
  const code = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  const name = font.toLowerCase();
  if (name === 'wingdings') return WINGDINGS.get(code) ?? null;
  if (name === 'wingdings 2') return WINGDINGS_2.get(code) ?? null;
  if (name === 'symbol') {
    return SYMBOL.get(code) ?? SYMBOL_CAPITALS[code - 0x41] ?? SYMBOL_SMALL[code - 0x61] ?? plain(code);
  }
  return point === code ? String.fromCodePoint(point) : null;
}

function plain(code: number): string | null {
  return code >= 0x20 && code < 0x40 ? String.fromCharCode(code) : null;
}
