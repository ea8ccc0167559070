// Words that a typesetter broke at the end of a line: "ves-\nsel" is read as "vessel".

const BLANK = /[^\S\r\n]/;
const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
const LOWER = /\p{Ll}/u;

/** Hyphens that only show where a line may end. PDFium writes U+FFFE or U+0002 for a hyphen it takes for one of these. */
const SOFT_HYPHENS = new Set([0x00ad, 0xfffe, 0x0002]);
const HARD_HYPHENS = new Set([0x002d, 0x2010]);

/** Blanks looked past on either side of the line break; a page of spaces must not cost a scan per hyphen. */
const MAX_BLANKS = 64;

export function isSoftHyphen(code: number): boolean {
  return SOFT_HYPHENS.has(code);
}

/** Where the word goes on if the hyphen at `at` ends a line inside a word; otherwise -1. */
export function continuationAfterHyphen(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const soft = SOFT_HYPHENS.has(code);
  if (!soft && !HARD_HYPHENS.has(code)) return -1;
  if (!LETTER.test(text[at - 1] ?? '')) return -1;
  let next = skipBlanks(text, at + 1);
  if (text[next] === '\r') next += 1;
  if (text[next] === '\n') next += 1;
  else if (text[next - 1] !== '\r') return -1;
  next = skipBlanks(text, next);
  if (!LETTER.test(text[next] ?? '')) return -1;
  return soft || (LOWER.test(text[next] ?? '') && !isCompound(text, at, next)) ? next : -1;
}

/** "ship-to-\nship" and "ship-\nto-ship" keep their hyphen: the word has others. */
function isCompound(text: string, hyphen: number, next: number): boolean {
  let before = hyphen - 1;
  while (before >= 0 && hyphen - before < 40 && LETTER.test(text[before] ?? '')) before -= 1;
  let after = next;
  while (after - next < 40 && LETTER.test(text[after] ?? '')) after += 1;
  // A second broken line ("inter-\nnatio-\nnal") is no compound: its hyphen is again followed by a line end.
  const hyphenAfter = HARD_HYPHENS.has(text.charCodeAt(after)) && LETTER.test(text[after + 1] ?? '');
  return HARD_HYPHENS.has(text.charCodeAt(before)) || hyphenAfter;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < MAX_BLANKS && BLANK.test(text[at] ?? '')) at += 1;
  return at;
}
