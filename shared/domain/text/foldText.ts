// Text as it is compared: case, accents, width, ligatures, quotes, dashes and broken lines evened out, with the way back
// to the place in the original.

import { FoldBuffer } from './foldBuffer.ts';
import { foldCluster } from './foldCluster.ts';
import { continuationAfterHyphen, isSoftHyphen } from './lineEndHyphen.ts';

export interface FoldedText {
  readonly folded: string;
  /** For each UTF-16 unit of `folded`: where the original character that it came from starts. Never decreases. */
  readonly starts: Uint32Array;
  /** … and where that character (with its marks) ends. */
  readonly ends: Uint32Array;
}

export interface TextRange {
  start: number;
  end: number;
}

export function foldText(text: string): FoldedText {
  const out = new FoldBuffer(text.length);
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x2d || code === 0x2010 || isSoftHyphen(code)) {
      const next = continuationAfterHyphen(text, at);
      if (next >= 0) {
        at = next;
        continue;
      }
    }
    if (code < 0x80 && !isExtender(text.charCodeAt(at + 1))) {
      if (code !== 2) out.unit(code >= 0x41 && code <= 0x5a ? code + 32 : code, at, at + 1);
      at += 1;
      continue;
    }
    const end = clusterEnd(text, at);
    if (!isIgnorable(code)) out.add(end - at === 1 ? foldUnit(code) : foldLong(text.slice(at, end)), at, end);
    at = isIgnorable(code) ? at + 1 : end;
  }
  return out.finish();
}

/** The place in the original of the range [start, end) of the folded text. An empty range has an empty place. */
export function originalRange(text: FoldedText, start: number, end: number): TextRange {
  if (end <= start) {
    const at = text.starts[start] ?? text.ends[text.ends.length - 1] ?? 0;
    return { start: at, end: at };
  }
  return { start: text.starts[start] ?? 0, end: text.ends[end - 1] ?? 0 };
}

/** Marks in a row beyond this are folded apart: a megabyte of accents on one letter is an attack, not a word. */
const MAX_CLUSTER = 32;

function clusterEnd(text: string, at: number): number {
  const first = text.codePointAt(at) ?? 0;
  let end = at + (first > 0xffff ? 2 : 1);
  while (end < text.length && end - at < MAX_CLUSTER) {
    const code = text.charCodeAt(end);
    if (isExtender(code)) end += 1;
    else if (code === 0xdb40 && isVariationSelector(text, end)) end += 2;
    else break;
  }
  return end;
}

function isVariationSelector(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code >= 0xe0100 && code <= 0xe01ef;
}

const IGNORABLE = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffe]/;
/** Marks, vowel and final jamo, and the half-width voicing signs: they belong to what stands before them. */
const EXTENDER = /[\p{M}\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f]/u;

// What has been looked up once, by UTF-16 unit: these two tables are why a 5 MB page folds in a fraction of a second.
const unitFolds: (string | undefined)[] = [];
const unitKinds = new Uint8Array(0x10000);
const KNOWN = 1;
const EXTENDS = 2;
const IGNORED = 4;

function kindOf(code: number): number {
  let kind = unitKinds[code] ?? 0;
  if (kind === 0) {
    const char = String.fromCharCode(code);
    kind = KNOWN | (IGNORABLE.test(char) ? IGNORED : EXTENDER.test(char) ? EXTENDS : 0);
    unitKinds[code] = kind;
  }
  return kind;
}

function isExtender(code: number): boolean {
  return code >= 0x300 && (kindOf(code) & EXTENDS) !== 0;
}

function isIgnorable(code: number): boolean {
  return code >= 0x80 && (kindOf(code) & IGNORED) !== 0;
}

function foldUnit(code: number): string {
  let folded = unitFolds[code];
  if (folded === undefined) {
    folded = foldCluster(String.fromCharCode(code));
    unitFolds[code] = folded;
  }
  return folded;
}

const longFolds = new Map<string, string>();
const MAX_REMEMBERED = 20_000;

function foldLong(cluster: string): string {
  const known = longFolds.get(cluster);
  if (known !== undefined) return known;
  if (longFolds.size >= MAX_REMEMBERED) longFolds.clear();
  const folded = foldCluster(cluster);
  longFolds.set(cluster, folded);
  return folded;
}
