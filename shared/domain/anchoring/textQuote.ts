// A quote as it is kept: the words themselves and what stood around them, enough to find the place again.

export interface TextQuote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** UTF-16 offsets. */
export interface TextPosition {
  start: number;
  end: number;
}

const MIN_CONTEXT = 32;
const MAX_CONTEXT = 64;

/** The quote of [start, end), with 32 to 64 characters on either side, cut between words where there is one to cut at. */
export function describeQuote(text: string, start: number, end: number): TextQuote {
  const from = prefixStart(text, start);
  const to = suffixEnd(text, end);
  return { exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) };
}

function prefixStart(text: string, start: number): number {
  if (start <= MAX_CONTEXT) return 0;
  for (let at = start - MAX_CONTEXT; at <= start - MIN_CONTEXT; at += 1) if (isWordStart(text, at)) return at;
  let at = start - MIN_CONTEXT;
  while (at > start - MAX_CONTEXT && !isCharacterBorder(text, at)) at -= 1;
  return isInsidePair(text, at) ? at + 1 : at;
}

function suffixEnd(text: string, end: number): number {
  if (text.length - end <= MAX_CONTEXT) return text.length;
  for (let at = end + MAX_CONTEXT; at >= end + MIN_CONTEXT; at -= 1) if (isWordEnd(text, at)) return at;
  let at = end + MIN_CONTEXT;
  while (at < end + MAX_CONTEXT && !isCharacterBorder(text, at)) at += 1;
  return isInsidePair(text, at) ? at - 1 : at;
}

function isWordStart(text: string, at: number): boolean {
  return /^\s\S/.test(text.slice(at - 1, at + 1));
}

function isWordEnd(text: string, at: number): boolean {
  return /^\S\s/.test(text.slice(at - 1, at + 1));
}

/** Not before a mark, a joiner or the second half of a pair: the context should not begin with half a character. */
function isCharacterBorder(text: string, at: number): boolean {
  return !isInsidePair(text, at) && !/^[\p{M}\u200d]/u.test(text.slice(at, at + 2)) && text[at - 1] !== '\u200d';
}

function isInsidePair(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '');
}
