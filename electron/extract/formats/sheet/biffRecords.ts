/**
 * What an XLS workbook ([MS-XLS]) holds beside its cells and SheetJS leaves aside: words of charts and text boxes, margins, and
 * references to other books. Only the framing of records is trusted to be as stated; each is read within its own bytes.
 */
import { marginWords } from './besideSheet.ts';

export interface BesideBiff {
  texts: string[];
  /** Books, programs (DDE) and add-ins that formulas refer to. */
  elsewhere: string[];
  hasMacroSheet: boolean;
}

const BOF = 0x0809;
const END_OF_SUBSTREAM = 0x0a;
const CONTINUE = 0x3c;
const HEADER = 0x14;
const FOOTER = 0x15;
const OBJECT = 0x5d;
const OBJECT_TEXT = 0x1b6;
const BOOK = 0x1ae;
const LABEL = 0x204;
const SERIES_TEXT = 0x100d;
const BIFF8 = 0x0600;
const CHART = 0x20;
const MACRO_SHEET = 0x40;
/** A comment's words are an object's text too, and are read with its cell. */
const COMMENT_OBJECT = 0x19;
const MAX_TEXTS = 20_000;

interface BiffRecord {
  type: number;
  body: Uint8Array;
}

function* recordsOf(stream: Uint8Array): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.byteLength; ) {
    const length = view.getUint16(at + 2, true);
    yield { type: view.getUint16(at, true), body: stream.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

export function readBesideBiff(stream: Uint8Array): BesideBiff {
  const texts = new Set<string>();
  const elsewhere = new Set<string>();
  const open: number[] = [];
  let hasMacroSheet = false;
  let objectType = 0;
  let awaited = 0;
  let gathered = '';
  const add = (text: string) => {
    if (text.trim() !== '' && texts.size < MAX_TEXTS) texts.add(text.trim());
  };

  for (const { type, body } of recordsOf(stream)) {
    if (type === CONTINUE && awaited > 0) {
      const text = charsOf(body, 1, awaited, ((body[0] ?? 0) & 1) === 1);
      gathered += text;
      awaited -= text.length;
      if (awaited <= 0 || text === '') {
        add(gathered.replace(/\r\n?/g, '\n'));
        gathered = '';
        awaited = 0;
      }
      continue;
    }
    switch (type) {
      case BOF: {
        if (wordAt(body, 0) < BIFF8) return { texts: [], elsewhere: [], hasMacroSheet: false };
        const kind = wordAt(body, 2);
        open.push(kind);
        if (kind === MACRO_SHEET) hasMacroSheet = true;
        break;
      }
      case END_OF_SUBSTREAM:
        open.pop();
        break;
      case HEADER:
      case FOOTER:
        if (body.byteLength > 3) add(marginWords(longString(body, 0)));
        break;
      case OBJECT:
        objectType = wordAt(body, 4);
        break;
      case OBJECT_TEXT:
        awaited = objectType === COMMENT_OBJECT ? 0 : wordAt(body, 10);
        gathered = '';
        break;
      case SERIES_TEXT:
        if (open.at(-1) === CHART) add(charsOf(body, 4, body[2] ?? 0, ((body[3] ?? 0) & 1) === 1));
        break;
      case LABEL:
        // A chart keeps the words it was drawn from, even where their cells are gone.
        if (open.at(-1) === CHART) add(longString(body, 6));
        break;
      case BOOK: {
        const path = bookPath(body);
        if (path !== '') elsewhere.add(path);
      }
    }
  }
  return { texts: [...texts], elsewhere: [...elsewhere], hasMacroSheet };
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** Count of characters in two bytes, a byte of flags, the characters. */
function longString(body: Uint8Array, at: number): string {
  return charsOf(body, at + 3, wordAt(body, at), ((body[at + 2] ?? 0) & 1) === 1);
}

function charsOf(body: Uint8Array, from: number, count: number, isWide: boolean): string {
  const bytes = body.subarray(from, from + count * (isWide ? 2 : 1));
  // Narrow characters are the low bytes of UTF-16, whatever the code page.
  return isWide
    ? new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.byteLength & ~1))
    : Array.from(bytes, byte => String.fromCharCode(byte)).join('');
}

/** Empty for the book itself and for functions of Excel. A DDE link has its program and topic, parted by \u0003. */
function bookPath(body: Uint8Array): string {
  const count = wordAt(body, 2);
  if (body.byteLength <= 4 || count === 0x0401 || count === 0x3a01) return '';
  const path = longString(body, 2)
    .replace('\u0003', ' ')
    .replace(/^[\u0000-\u001f]+|[\u0000-\u001f]+/g, '/');
  return path.replace(/^\/+(?=.)/, '').trim();
}
