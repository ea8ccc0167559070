/** The header of a Word document ([MS-DOC] FIB; Word 6 and 95 by their own layout): where its text and tables lie. */
import type { CompoundFile } from '../../cfb.ts';
import { viewOf } from '../../cfbSectors.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { codePageOfLanguage } from '../ole/codePage.ts';

/** Indices of the pairs of offset and length that the header holds; they are the same in all versions from Word 6 on. */
export const TABLE = {
  footnoteReferences: 2,
  footnoteTexts: 3,
  commentReferences: 4,
  commentTexts: 5,
  headerTexts: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  commentAuthors: 36,
  endnoteReferences: 46,
  endnoteTexts: 47,
  revisionAuthors: 51,
  savedBy: 71,
  commentDates: 112,
} as const;

/** Lengths in characters of the parts that lie one after another in the document's text. */
export interface StoryLengths {
  body: number;
  footnotes: number;
  headers: number;
  macros: number;
  comments: number;
  endnotes: number;
  textBoxes: number;
  headerTextBoxes: number;
}

export interface WordFile {
  /** Word 6 and 95: one byte a character, and tables in the document's own stream. */
  isOld: boolean;
  main: Uint8Array;
  codePage: number;
  lengths: StoryLengths;
  /** First byte of text, where there is no piece table. */
  textStart: number;
  hasPieces: boolean;
  table(index: number): Uint8Array;
}

const WORD_97 = 0xa5ec;
const WORD_6 = 0xa5dc;
/** Word 97's first number; all later ones are larger. */
const FIRST_WIDE_VERSION = 0xc0;
const IS_COMPLEX = 0x0004;
const IS_ENCRYPTED = 0x0100;
const TABLE_STREAM_1 = 0x0200;
const PAIRS_97 = 0x9a;
const PAIRS_6 = 0x58;
/** Word 6 has its endnotes elsewhere than the later versions. */
const PAIRS_6_ELSEWHERE: Record<number, number> = { 46: 0x1d2, 47: 0x1da, 51: 0x1fa };
const LENGTHS_97 = 0x4c;
const LENGTHS_6 = 0x34;

export async function openWordFile(
  file: CompoundFile,
  decrypt: (main: Uint8Array, table: Uint8Array) => Promise<{ main: Uint8Array; table: Uint8Array }>,
): Promise<WordFile> {
  const stream = file.find('WordDocument');
  if (stream === undefined) throw damaged();
  const head = viewOf(await file.readHead(stream, 1024));
  if (head.byteLength < 512) throw damaged();
  const magic = head.getUint16(0, true);
  const version = head.getUint16(2, true);
  const flags = head.getUint16(10, true);
  const isOld = magic === WORD_6 || (magic === WORD_97 && version < FIRST_WIDE_VERSION);
  if (magic !== WORD_97 && magic !== WORD_6) {
    throw new ExtractionFailure('unreadable', 'The Word document is of a version that is not known, or damaged.');
  }
  const raw = await file.read(stream);
  const { main, table } = isOld ? { main: raw, table: raw } : await withTable();

  async function withTable(): Promise<{ main: Uint8Array; table: Uint8Array }> {
    const named = file.find((flags & TABLE_STREAM_1) !== 0 ? '1Table' : '0Table');
    const tableStream = named ?? file.find('1Table') ?? file.find('0Table');
    const bytes = tableStream === undefined ? new Uint8Array(0) : await file.read(tableStream);
    return (flags & IS_ENCRYPTED) === 0 ? { main: raw, table: bytes } : decrypt(raw, bytes);
  }

  if (isOld && (flags & IS_ENCRYPTED) !== 0) {
    throw new ExtractionFailure(
      'password-needed',
      'The document is protected with a password in the way of Word 6 and 95, which is not supported; ask for an unprotected copy.',
    );
  }
  const view = viewOf(main);
  const lengthsAt = isOld ? LENGTHS_6 : LENGTHS_97;
  const length = (index: number) => Math.max(0, view.getInt32(lengthsAt + index * 4, true));
  return {
    isOld,
    main,
    codePage: isOld ? codePageOfLanguage(view.getUint16(6, true)) : 1252,
    lengths: {
      body: length(0),
      footnotes: length(1),
      headers: length(2),
      macros: length(3),
      comments: length(4),
      endnotes: length(5),
      textBoxes: length(6),
      headerTextBoxes: length(7),
    },
    textStart: view.getUint32(0x18, true),
    hasPieces: !isOld || (flags & IS_COMPLEX) !== 0,
    table(index) {
      const at = isOld ? (PAIRS_6_ELSEWHERE[index] ?? PAIRS_6 + index * 8) : PAIRS_97 + index * 8;
      if (at + 8 > view.byteLength || (isOld && index > TABLE.revisionAuthors)) return new Uint8Array(0);
      // How many pairs there are stands before them; what lies behind is no pair.
      if (!isOld && index >= view.getUint16(PAIRS_97 - 2, true)) return new Uint8Array(0);
      const from = view.getUint32(at, true);
      return table.subarray(from, from + view.getUint32(at + 4, true));
    },
  };
}

export function damaged(): ExtractionFailure {
  return new ExtractionFailure('unreadable', 'The Word document is damaged: its text cannot be found.');
}

/** Positions of a table that pairs n+1 positions with n records. */
export function positionsOf(bytes: Uint8Array, recordBytes: number): number[] {
  if (bytes.byteLength < 8) return [];
  const count = Math.floor((bytes.byteLength - 4) / (4 + recordBytes));
  const view = viewOf(bytes);
  return Array.from({ length: count + 1 }, (_, index) => view.getInt32(index * 4, true));
}
