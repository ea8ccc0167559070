// Where the sentence around a place begins and ends, looked for within a limit: tables and scans have no sentences.

import type { TextRange } from '../text/index.ts';

const FULL_STOP = /[.!?]/;
const WIDE_STOP = /[。！？｡．؟۔।]/;
const CLOSING = /["'”’»)\]」』]/;
const SPACE = /\s/;
/** "Co. Ltd", "No. 7", "paras. 3–5": these stops end a word, not a sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{L}|mr|mrs|ms|dr|st|no|nos|co|ltd|corp|inc|para|paras|art|arts|vol|fig|capt|gen|col|hon|cf|vs|eg|ie|approx|p|pp|i\.e|e\.g|u\.s|u\.n|d\.p\.r)$/iu;

/** At most `radius` characters beyond `range` on either side; cut between words where no sentence ends. */
export function sentenceBounds(text: string, range: TextRange, radius: number): TextRange {
  return { start: startBefore(text, range.start, radius), end: endAfter(text, range.end, radius) };
}

function startBefore(text: string, from: number, radius: number): number {
  const limit = Math.max(0, from - radius);
  for (let at = from - 1; at >= limit; at -= 1) {
    const after = sentenceEndAt(text, at);
    if (after >= 0 && after <= from) return skipSpace(text, after, from);
  }
  return limit === 0 ? skipSpace(text, 0, from) : wordStart(text, limit, from);
}

function endAfter(text: string, from: number, radius: number): number {
  const limit = Math.min(text.length, from + radius);
  for (let at = from; at < limit; at += 1) {
    const after = sentenceEndAt(text, at);
    if (after >= 0) return trimSpace(text, Math.min(after, limit), from);
  }
  return limit === text.length ? trimSpace(text, limit, from) : wordEnd(text, limit, from);
}

/** Just after the sentence (or paragraph) that ends with the character at `at`; -1 if none does. */
function sentenceEndAt(text: string, at: number): number {
  const char = text[at] ?? '';
  if (char === '\n') return /^[^\S\n]*\n/.test(text.slice(at + 1, at + 8)) ? at : -1;
  if (WIDE_STOP.test(char)) return closingEnd(text, at + 1);
  if (!FULL_STOP.test(char)) return -1;
  const after = closingEnd(text, at + 1);
  if (after < text.length && !SPACE.test(text[after] ?? '')) return -1;
  if (char !== '.') return after;
  const next = text.slice(after, after + 12).trimStart();
  if (/^\p{Ll}/u.test(next)) return -1;
  return ABBREVIATION.test(text.slice(Math.max(0, at - 10), at)) ? -1 : after;
}

function closingEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < 4 && CLOSING.test(text[at] ?? '')) at += 1;
  return at;
}

/** The start of the first whole word at or after `limit`; `limit` itself where words have no spaces between them. */
function wordStart(text: string, limit: number, before: number): number {
  if (SPACE.test(text[limit - 1] ?? '')) return skipSpace(text, limit, before);
  const end = Math.min(before, limit + 24);
  for (let at = limit; at < end; at += 1) if (SPACE.test(text[at] ?? '')) return skipSpace(text, at, before);
  return isLowSurrogate(text, limit) ? limit + 1 : limit;
}

function wordEnd(text: string, limit: number, after: number): number {
  if (SPACE.test(text[limit] ?? '')) return trimSpace(text, limit, after);
  const start = Math.max(after, limit - 24);
  for (let at = limit - 1; at >= start; at -= 1) if (SPACE.test(text[at] ?? '')) return trimSpace(text, at, after);
  return isLowSurrogate(text, limit) ? limit - 1 : limit;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function skipSpace(text: string, from: number, before: number): number {
  let at = from;
  while (at < before && SPACE.test(text[at] ?? '')) at += 1;
  return at;
}

function trimSpace(text: string, to: number, after: number): number {
  let at = to;
  while (at > after && SPACE.test(text[at - 1] ?? '')) at -= 1;
  return at;
}
