/** The records of a PowerPoint document ([MS-PPT]): a tree, read out of bytes that each record states the length of. */
import { viewOf } from '../../cfbSectors.ts';

export interface PptRecord {
  type: number;
  instance: number;
  isContainer: boolean;
  /** Offset of the record's own header in the stream. */
  at: number;
  bytes: Uint8Array;
}

export const RECORD = {
  document: 1000,
  slide: 1006,
  slideAtom: 1007,
  notes: 1008,
  notesAtom: 1009,
  slidePlace: 1011,
  master: 1016,
  showInfo: 1017,
  macroInfo: 1024,
  objectFile: 4113,
  textHeader: 3999,
  textWide: 4000,
  textNarrow: 4008,
  outlineText: 3998,
  text: 4026,
  headersFooters: 4057,
  headersFootersAtom: 4058,
  slideList: 4080,
  edit: 4085,
  currentUser: 4086,
  persistDirectory: 6002,
  /** Signs in a text that stand for the slide's number, a date, the header or the footer. */
  slideNumberSign: 4056,
  dateSign: 4087,
  longDateSign: 4088,
  headerSign: 4089,
  footerSign: 4090,
  ownDateSign: 4117,
  comment: 12000,
  commentAtom: 12001,
  encryption: 12052,
  placeholder: 3011,
  shape: 0xf004,
} as const;

const HEADER_BYTES = 8;

export function recordAt(stream: Uint8Array, at: number): PptRecord | null {
  if (at < 0 || at + HEADER_BYTES > stream.byteLength) return null;
  const view = viewOf(stream);
  const head = view.getUint16(at, true);
  const from = at + HEADER_BYTES;
  return {
    type: view.getUint16(at + 2, true),
    instance: head >> 4,
    isContainer: (head & 15) === 15,
    at,
    bytes: stream.subarray(from, from + view.getUint32(at + 4, true)),
  };
}

export function* recordsIn(bytes: Uint8Array): Generator<PptRecord> {
  for (let at = 0; at + HEADER_BYTES <= bytes.byteLength; ) {
    const record = recordAt(bytes, at);
    if (record === null) return;
    yield record;
    at += HEADER_BYTES + record.bytes.byteLength;
  }
}

/** All records below, in the order of the document; without recursion, for a hostile one nests a million containers. */
export function* recordsBelow(bytes: Uint8Array, enter: (record: PptRecord) => boolean = () => true) {
  const open: Iterator<PptRecord>[] = [recordsIn(bytes)];
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const next = last.next();
    if (next.done) {
      open.pop();
      continue;
    }
    yield next.value;
    if (next.value.isContainer && enter(next.value)) open.push(recordsIn(next.value.bytes));
  }
}

export function childOf(record: PptRecord, type: number): PptRecord | undefined {
  for (const child of recordsIn(record.bytes)) if (child.type === type) return child;
  return undefined;
}

/** The text of a record that holds some; null for other records. */
export function recordText({ type, bytes }: PptRecord): string | null {
  if (type === RECORD.textWide || type === RECORD.text) return drawText(new TextDecoder('utf-16le').decode(bytes));
  // The lower halves of UTF-16 units whose upper halves are all zero.
  if (type === RECORD.textNarrow) return drawText(narrowText(bytes));
  return null;
}

const STEP = 8192;

function narrowText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.byteLength; at += STEP) text += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return text;
}

/** Paragraphs end in CR, lines within them in VT; other control characters stand for numbers, dates and the like. */
function drawText(text: string): string {
  return text.replace(/[\r\v]/g, '\n').replace(/[\0-\x08\x0c\x0e-\x1f]/g, '');
}
