/**
 * What a Word document's formatting says about its characters, as far as it matters for text: deleted and inserted under
 * tracking, hidden, a symbol, the end of a table's row. Found on pages of 512 bytes that list runs by file offset.
 */
import { viewOf } from '../../cfbSectors.ts';
import { positionsOf, TABLE, type WordFile } from './fib.ts';
import type { Piece } from './pieces.ts';

export interface Tracking {
  kind: 'insertion' | 'deletion';
  authorIndex: number;
  /** As packed by the format; 0 where it is not given. */
  at: number;
}

export interface Formatting {
  /** Runs of characters in order, those with nothing to tell left out. */
  runs: { from: number; to: number; format: CharacterFormat }[];
  rowEnds: Set<number>;
  /** False: which marks end a row can only be guessed. */
  knowsRows: boolean;
}

export interface CharacterFormat {
  tracking: Tracking[];
  isHidden: boolean;
  /** A sign of a font by its index: see `fontNames`. */
  symbol: { font: number; code: number } | null;
  /** The index of the font, where it is one of symbols. */
  symbolFont: number | null;
}

interface ByteRun<Value> {
  start: number;
  end: number;
  value: Value;
}

const PAGE_BYTES = 512;
const SYMBOL_FONT = /^(symbol|wingdings( 2)?)$/i;
const PARAGRAPH_RECORD_BYTES = 13;
const FONT_NAME_AT = 40;
const MODIFIER = {
  isDeleted: 0x0800,
  isInserted: 0x0801,
  insertedBy: 0x4804,
  insertedAt: 0x6805,
  deletedBy: 0x4863,
  deletedAt: 0x6864,
  isHidden: 0x083c,
  symbol: 0x6a09,
  font: 0x4a4f,
  endsRow: 0x2417,
  endsInnerRow: 0x244c,
} as const;
/** Operands that carry their length in two bytes. */
const LONG_OPERANDS = new Set([0xd606, 0xd608]);
const TAB_CHANGES = 0xc615;

export function readFormatting(word: WordFile, pieces: Piece[], fonts: string[]): Formatting {
  if (word.isOld) return { runs: [], rowEnds: new Set(), knowsRows: false };
  const symbolFonts = new Set([...fonts.keys()].filter(index => SYMBOL_FONT.test(fonts[index] ?? '')));
  const characterRuns = readPages(word, TABLE.characterPages, (page, index, count) => {
    const bytes = characterModifiers(page, index, count);
    return bytes === null ? null : parseCharacterFormat(bytes, symbolFonts);
  });
  const paragraphRuns = readPages(word, TABLE.paragraphPages, endsRow);
  const runs: Formatting['runs'] = [];
  const rowEnds = new Set<number>();
  for (const piece of pieces) {
    const own = piece.changes === null ? null : parseCharacterFormat(piece.changes, symbolFonts);
    if (own !== null) runs.push({ from: piece.from, to: piece.to, format: own });
    else eachOverlap(piece, characterRuns, (from, to, format) => runs.push({ from, to, format }));
    // The mark itself is the last character of its paragraph.
    eachOverlap(piece, paragraphRuns, (_, to, __, isWhole) => {
      if (isWhole) rowEnds.add(to - 1);
    });
  }
  return { runs, rowEnds, knowsRows: word.table(TABLE.paragraphPages).byteLength > 0 };
}

/** Each font's record has its length before it, and its name, ended by zero, behind 40 bytes of its looks. */
export function fontNames(word: WordFile): string[] {
  const table = word.table(TABLE.fonts);
  const names: string[] = [];
  for (let at = 4; at < table.byteLength && !word.isOld; at += 1 + (table[at] ?? 0)) {
    const name = table.subarray(at + FONT_NAME_AT, at + 1 + (table[at] ?? 0));
    names.push(new TextDecoder('utf-16le').decode(name.subarray(0, name.byteLength & ~1)).replace(/\0.*$/s, ''));
  }
  return names;
}

function eachOverlap<Value>(
  piece: Piece,
  runs: ByteRun<Value>[],
  visit: (from: number, to: number, value: Value, isWhole: boolean) => void,
): void {
  const width = piece.isWide ? 2 : 1;
  const end = piece.offset + (piece.to - piece.from) * width;
  for (let index = firstEndingAfter(runs, piece.offset); index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined || run.start >= end) return;
    const start = Math.max(run.start, piece.offset);
    const stop = Math.min(run.end, end);
    if (stop <= start) continue;
    const from = piece.from + Math.floor((start - piece.offset) / width);
    const to = piece.from + Math.ceil((stop - piece.offset) / width);
    visit(from, to, run.value, stop === run.end);
  }
}

function firstEndingAfter<Value>(runs: ByteRun<Value>[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Runs that have something to tell, sorted by offset; damaged pages are passed over. */
function readPages<Value>(
  word: WordFile,
  table: number,
  read: (page: Uint8Array, index: number, count: number) => Value | null,
): ByteRun<Value>[] {
  const bytes = word.table(table);
  const positions = positionsOf(bytes, 4);
  const view = viewOf(bytes);
  const runs: ByteRun<Value>[] = [];
  const seen = new Set<number>();
  for (let index = 0; index + 1 < positions.length; index += 1) {
    const number = view.getUint32((positions.length + index) * 4, true) & 0x3fffff;
    const page = word.main.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES);
    if (page.byteLength < PAGE_BYTES || seen.has(number)) continue;
    seen.add(number);
    const count = page[PAGE_BYTES - 1] ?? 0;
    const pageView = viewOf(page);
    for (let run = 0; run < count && (run + 2) * 4 < PAGE_BYTES; run += 1) {
      const value = read(page, run, count);
      const start = pageView.getUint32(run * 4, true);
      const end = pageView.getUint32(run * 4 + 4, true);
      if (value !== null && end > start) runs.push({ start, end, value });
    }
  }
  return runs.sort((a, b) => a.start - b.start);
}

function characterModifiers(page: Uint8Array, index: number, count: number): Uint8Array | null {
  const at = (page[(count + 1) * 4 + index] ?? 0) * 2;
  return at === 0 ? null : page.subarray(at + 1, at + 1 + (page[at] ?? 0));
}

function parseCharacterFormat(bytes: Uint8Array, symbolFonts: ReadonlySet<number>): CharacterFormat | null {
  const insertion: Tracking = { kind: 'insertion', authorIndex: 0, at: 0 };
  const deletion: Tracking = { kind: 'deletion', authorIndex: 0, at: 0 };
  const format: CharacterFormat = { tracking: [], isHidden: false, symbol: null, symbolFont: null };
  for (const { code, operand } of modifiers(bytes)) {
    const view = viewOf(operand);
    if (code === MODIFIER.isInserted && view.getUint8(0) === 1) format.tracking.push(insertion);
    else if (code === MODIFIER.isDeleted && view.getUint8(0) === 1) format.tracking.push(deletion);
    else if (code === MODIFIER.insertedBy) insertion.authorIndex = view.getUint16(0, true);
    else if (code === MODIFIER.insertedAt) insertion.at = view.getUint32(0, true);
    else if (code === MODIFIER.deletedBy) deletion.authorIndex = view.getUint16(0, true);
    else if (code === MODIFIER.deletedAt) deletion.at = view.getUint32(0, true);
    else if (code === MODIFIER.isHidden) format.isHidden = view.getUint8(0) === 1;
    else if (code === MODIFIER.font) format.symbolFont = view.getUint16(0, true);
    else if (code === MODIFIER.symbol) format.symbol = { font: view.getUint16(0, true), code: view.getUint16(2, true) };
  }
  if (format.symbolFont !== null && !symbolFonts.has(format.symbolFont)) format.symbolFont = null;
  const { tracking, isHidden, symbol, symbolFont } = format;
  return tracking.length > 0 || isHidden || symbol !== null || symbolFont !== null ? format : null;
}

function endsRow(page: Uint8Array, index: number, count: number): true | null {
  const at = (page[(count + 1) * 4 + index * PARAGRAPH_RECORD_BYTES] ?? 0) * 2;
  if (at === 0) return null;
  const words = page[at] ?? 0;
  // A length of zero means that the real one follows, and that none is an odd number of bytes.
  const [from, length] = words === 0 ? [at + 2, (page[at + 1] ?? 0) * 2] : [at + 1, words * 2 - 1];
  // The first two bytes are the paragraph's style.
  for (const { code, operand } of modifiers(page.subarray(from + 2, from + length))) {
    if ((code === MODIFIER.endsRow || code === MODIFIER.endsInnerRow) && operand[0] === 1) return true;
  }
  return null;
}

function* modifiers(bytes: Uint8Array): Generator<{ code: number; operand: Uint8Array }> {
  const view = viewOf(bytes);
  for (let at = 0; at + 3 <= bytes.byteLength; ) {
    const code = view.getUint16(at, true);
    const length = operandBytes(view, code, at + 2);
    if (length === null || at + 2 + length > bytes.byteLength) return;
    yield { code, operand: bytes.subarray(at + 2, at + 2 + length) };
    at += 2 + length;
  }
}

/** By the upper three bits of the code. */
function operandBytes(view: DataView, code: number, at: number): number | null {
  switch (code >> 13) {
    case 0:
    case 1:
      return 1;
    case 2:
    case 4:
    case 5:
      return 2;
    case 3:
      return 4;
    case 7:
      return 3;
    default: {
      if (LONG_OPERANDS.has(code)) return at + 2 <= view.byteLength ? view.getUint16(at, true) + 1 : null;
      const length = view.getUint8(at);
      // A list of tabs too long for its length byte ends the useful part: nothing of ours follows it.
      return code === TAB_CHANGES && length === 255 ? null : length + 1;
    }
  }
}
