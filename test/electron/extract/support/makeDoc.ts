/** Writes small Word 97 documents, as bytes laid out by the published format. All names in them are invented. */
import { type NewCompoundEntry, writeCompoundFile } from '../../../../electron/extract/cfbWrite.ts';
import type { StoryLengths } from '../../../../electron/extract/formats/doc/fib.ts';

const TEXT_AT = 2048;
const PAGE_BYTES = 512;
const PAIRS_AT = 0x9a;
const PAIR_COUNT = 136;

export interface DocPiece {
  text: string;
  /** One byte a character, as Word keeps text that Windows-1252 can say. */
  isNarrow?: boolean;
}

export interface DocMaking {
  pieces: DocPiece[];
  lengths?: Partial<StoryLengths>;
  /** Tables by their index in the header. */
  tables?: Record<number, Uint8Array>;
  /** Formatting of characters: modifiers from one character to the next entry's, all in the first piece. */
  characterRuns?: { from: number; modifiers: number[] }[];
  /** Ends of rows among the characters of the first piece. */
  rowEnds?: number[];
  flags?: number;
  more?: NewCompoundEntry[];
  /** Changes the streams before they are put together. */
  alter?(main: Uint8Array, table: Uint8Array): { main: Uint8Array; table: Uint8Array };
}

export function makeDoc(making: DocMaking): Uint8Array {
  const { main, table } = makeDocStreams(making);
  const altered = making.alter?.(main, table) ?? { main, table };
  return writeCompoundFile([
    { name: 'WordDocument', bytes: altered.main },
    { name: '1Table', bytes: altered.table },
    ...(making.more ?? []),
  ]);
}

export function makeDocStreams({ pieces, lengths, tables = {}, characterRuns, rowEnds, flags = 0 }: DocMaking) {
  const encoded = pieces.map(({ text, isNarrow }) => (isNarrow ? narrow(text) : wide(text)));
  const textBytes = encoded.reduce((sum, bytes) => sum + bytes.byteLength, 0);
  const pagesAt = Math.ceil((TEXT_AT + textBytes) / PAGE_BYTES) * PAGE_BYTES;
  const main = new Uint8Array(pagesAt + 2 * PAGE_BYTES);
  const view = new DataView(main.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, 0xc1, true);
  view.setUint16(10, 0x0200 | flags, true);
  view.setUint32(0x18, TEXT_AT, true);
  const chars = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  const told = lengths ?? { body: chars };
  for (const [index, name] of STORIES.entries()) view.setUint32(0x4c + index * 4, told[name] ?? 0, true);
  view.setUint16(PAIRS_AT - 2, PAIR_COUNT, true);

  let at = TEXT_AT;
  let position = 0;
  const positions = [0];
  const offsets: number[] = [];
  for (const [index, bytes] of encoded.entries()) {
    main.set(bytes, at);
    offsets.push(pieces[index]?.isNarrow ? (at * 2) | 0x40000000 : at);
    at += bytes.byteLength;
    position += pieces[index]?.text.length ?? 0;
    positions.push(position);
  }
  const pieceTable = concat([
    ...positions.map(word),
    ...offsets.map(offset => concat([short(0), word(offset), short(0)])),
  ]);
  const all: Record<number, Uint8Array> = {
    ...tables,
    33: concat([Uint8Array.of(2), word(pieceTable.byteLength), pieceTable]),
  };
  const width = pieces[0]?.isNarrow ? 1 : 2;
  const end = TEXT_AT + textBytes;
  if (characterRuns !== undefined) {
    const starts = characterRuns.map(({ from }) => TEXT_AT + from * width);
    main.set(
      characterPage(
        [...starts, end],
        characterRuns.map(({ modifiers }) => modifiers),
      ),
      pagesAt,
    );
    all[12] = concat([word(TEXT_AT), word(end), word(pagesAt / PAGE_BYTES)]);
  }
  if (rowEnds !== undefined) {
    const ends = rowEnds.flatMap(mark => [TEXT_AT + mark * width, TEXT_AT + (mark + 1) * width]);
    main.set(paragraphPage([TEXT_AT, ...ends, end]), pagesAt + PAGE_BYTES);
    all[13] = concat([word(TEXT_AT), word(end), word(pagesAt / PAGE_BYTES + 1)]);
  }
  const parts: Uint8Array[] = [];
  let tableAt = 0;
  for (const [index, bytes] of Object.entries(all)) {
    view.setUint32(PAIRS_AT + Number(index) * 8, tableAt, true);
    view.setUint32(PAIRS_AT + Number(index) * 8 + 4, bytes.byteLength, true);
    parts.push(bytes);
    tableAt += bytes.byteLength;
  }
  return { main, table: concat(parts) };
}

const STORIES = [
  'body',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'textBoxes',
  'headerTextBoxes',
] as const satisfies (keyof StoryLengths)[];

function characterPage(offsets: number[], modifiers: number[][]): Uint8Array {
  const page = new Uint8Array(PAGE_BYTES);
  page.set(concat(offsets.map(word)));
  let at = PAGE_BYTES - 2;
  for (const [index, bytes] of modifiers.entries()) {
    if (bytes.length === 0) continue;
    at = (at - bytes.length - 1) & ~1;
    page.set([bytes.length, ...bytes], at);
    page[offsets.length * 4 + index] = at / 2;
  }
  page[PAGE_BYTES - 1] = modifiers.length;
  return page;
}

/** Every second paragraph, the ones between the given offsets, ends a row. */
function paragraphPage(offsets: number[]): Uint8Array {
  const page = new Uint8Array(PAGE_BYTES);
  page.set(concat(offsets.map(word)));
  const at = PAGE_BYTES - 16;
  // Style, then "ends a row".
  page.set([3, 0, 0, 0x17, 0x24, 1], at);
  for (let index = 1; index < offsets.length - 1; index += 2) page[offsets.length * 4 + index * 13] = at / 2;
  page[PAGE_BYTES - 1] = offsets.length - 1;
  return page;
}

/** A table of positions and records. */
export function positioned(positions: number[], records: Uint8Array[] = []): Uint8Array {
  return concat([...positions.map(word), ...records]);
}

/** Each with its length before it. */
export function countedNames(names: string[]): Uint8Array {
  return concat(names.map(name => concat([short(name.length), wide(name)])));
}

export function wide(text: string): Uint8Array {
  return concat(Array.from({ length: text.length }, (_, at) => short(text.charCodeAt(at))));
}

function narrow(text: string): Uint8Array {
  return Uint8Array.from(text, char => (char === '“' ? 0x93 : char === '”' ? 0x94 : char.charCodeAt(0)));
}

export function short(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >> 8) & 255);
}

export function word(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255);
}

export function concat(pieces: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}
