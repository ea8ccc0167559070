/** About how wide words are drawn: the same on every machine, so that a picture written twice is the same picture. */

/** Of the interface's face at 12 px; Korean, Chinese and Japanese signs are as wide as they are high. */
const NARROW = 6.1;
const WIDE = 12;

export function textWidth(words: string): number {
  let width = 0;
  for (const sign of words) width += isWide(sign.codePointAt(0) ?? 0) ? WIDE : NARROW;
  return width;
}

/** The words, or as many of them as fit, with an ellipsis. */
export function fitWords(words: string, widthPx: number): string {
  if (textWidth(words) <= widthPx) return words;
  let [kept, width] = ['', NARROW];
  for (const sign of words) {
    width += isWide(sign.codePointAt(0) ?? 0) ? WIDE : NARROW;
    if (width > widthPx) break;
    kept += sign;
  }
  return kept === '' ? '' : `${kept.trimEnd()}…`;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x20000
  );
}
