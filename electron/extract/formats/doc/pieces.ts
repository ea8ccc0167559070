/** The piece table of a Word document: which bytes of the file are which characters of the text. */
import { viewOf } from '../../cfbSectors.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { decodeCodePage } from '../ole/codePage.ts';
import { damaged, positionsOf, TABLE, type WordFile } from './fib.ts';

export interface Piece {
  /** Characters [from, to) of the text. */
  from: number;
  to: number;
  offset: number;
  isWide: boolean;
  /** Formatting that applies to the whole piece, from an incremental save. */
  changes: Uint8Array | null;
}

const PIECE_RECORD_BYTES = 8;
const IS_COMPRESSED = 0x40000000;
/** Pieces that share bytes multiply the text; an honest document has each byte once. */
const MAX_REPETITION = 4;
const ALLOWANCE_CHARS = 1024 * 1024;

export function readPieces(word: WordFile): Piece[] {
  const total = Object.values(word.lengths).reduce((sum, length) => sum + length, 0);
  const pieces = word.hasPieces ? parseTable(word.table(TABLE.pieces), word) : [];
  if (pieces.length === 0) {
    // Saved in one go: the text lies in one run of bytes.
    const available = Math.max(0, word.main.byteLength - word.textStart);
    if (!word.isOld || total === 0 || available === 0) throw damaged();
    return [{ from: 0, to: Math.min(total, available), offset: word.textStart, isWide: false, changes: null }];
  }
  const chars = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  if (chars > word.main.byteLength * MAX_REPETITION + ALLOWANCE_CHARS) {
    throw new ExtractionFailure(
      'too-large',
      'The text of this document repeats the same bytes many times, as bombs do; it was not read.',
    );
  }
  return pieces;
}

function parseTable(bytes: Uint8Array, word: WordFile): Piece[] {
  const view = viewOf(bytes);
  const changes: Uint8Array[] = [];
  let at = 0;
  while (at + 3 <= bytes.byteLength && bytes[at] === 1) {
    const length = view.getUint16(at + 1, true);
    changes.push(bytes.subarray(at + 3, at + 3 + length));
    at += 3 + length;
  }
  if (bytes[at] !== 2 || at + 5 > bytes.byteLength) return [];
  const table = bytes.subarray(at + 5, at + 5 + view.getUint32(at + 1, true));
  const positions = positionsOf(table, PIECE_RECORD_BYTES);
  const records = viewOf(table.subarray(positions.length * 4));
  const pieces: Piece[] = [];
  for (let index = 0; index + 1 < positions.length; index += 1) {
    const from = positions[index] ?? 0;
    const to = positions[index + 1] ?? 0;
    if (from !== (pieces.at(-1)?.to ?? 0) || to < from) throw damaged();
    const value = records.getUint32(index * PIECE_RECORD_BYTES + 2, true);
    const modifier = records.getUint16(index * PIECE_RECORD_BYTES + 6, true);
    const isWide = !word.isOld && (value & IS_COMPRESSED) === 0;
    const offset = word.isOld || isWide ? value : (value & ~IS_COMPRESSED) >>> 1;
    pieces.push({ from, to, offset, isWide, changes: (modifier & 1) === 1 ? (changes[modifier >> 1] ?? null) : null });
  }
  return pieces;
}

/**
 * The text as one UTF-16 unit a character, so that positions hold. In Word 6 and 95 each unit is a byte still, because
 * a character of an East Asian code page takes two positions there.
 */
export function readText(pieces: Piece[], word: WordFile): { text: string; missingChars: number } {
  const parts: string[] = [];
  let missingChars = 0;
  for (const { from, to, offset, isWide } of pieces) {
    const width = isWide ? 2 : 1;
    const bytes = word.main.subarray(offset, offset + (to - from) * width);
    const whole = bytes.subarray(0, bytes.byteLength - (bytes.byteLength % width));
    const text = isWide ? wideText(whole) : word.isOld ? latin1(whole) : decodeCodePage(whole, 1252);
    const missing = to - from - whole.byteLength / width;
    missingChars += missing;
    parts.push(missing > 0 ? text + '\0'.repeat(missing) : text);
  }
  return { text: parts.join(''), missingChars };
}

/** Turns bytes that were kept as characters into text; what is text already stands above them. */
export function decodeOld(text: string, codePage: number): string {
  return text.replace(/[\0-\xff]+/g, bytes =>
    decodeCodePage(
      Uint8Array.from(bytes, char => char.charCodeAt(0)),
      codePage,
    ),
  );
}

const STEP = 8192;

/** TextDecoder would take a byte order mark away and so shift all positions. */
function wideText(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.slice().buffer);
  let text = '';
  for (let at = 0; at < units.length; at += STEP) text += String.fromCharCode(...units.subarray(at, at + STEP));
  return text;
}

/** Not TextDecoder's "latin1", which is Windows-1252. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += STEP) text += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return text;
}
