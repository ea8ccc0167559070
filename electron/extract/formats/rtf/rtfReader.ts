/**
 * Reads RTF: text in the code page of each font, notes, headers, comments, tracked changes, properties, pictures and objects.
 * Destinations that hold no words of the document (`\*` ones that are not known, styles, lists) are passed over.
 */
import type { NewPart } from '../../extractor.ts';
import { symbolSign } from '../docx/symbols.ts';
import { readFieldCode } from '../office/fieldCodes.ts';
import type { RemarkList } from '../office/remarkList.ts';
import { DATE_PARTS, MARGINS, NOTES, PASSED_OVER, SINKS, STARRED } from './rtfDestinations.ts';
import { openRtfFonts } from './rtfFonts.ts';
import { INFO_DATES, INFO_NUMBERS, INFO_TEXTS, packedDate, statedDate } from './rtfInfo.ts';
import { type HexBytes, openHexBytes, picturePart, readObject } from './rtfObjects.ts';
import { WORD_SIGNS } from './rtfSigns.ts';
import { walkRtf } from './rtfTokens.ts';

export interface RtfDocument {
  body: string;
  headers: Set<string>;
  footers: Set<string>;
  notes: string[];
  parts: NewPart[];
  metadata: Record<string, string | undefined>;
  links: Set<string>;
  remote: Set<string>;
  changes: { insertions: number; deletions: number };
  /** Objects in a form that is not known. */
  unknownObjects: string[];
  smallPictures: number;
  hasHiddenWords: boolean;
  isWhole: boolean;
  end: number;
}

/** Where words go. Groups inside a destination share its sink. */
interface Sink {
  kind: string;
  text: string;
  numbers: Map<string, number>;
  hex: HexBytes | null;
  picture: string;
}

interface Group {
  sink: Sink | null;
  font: number;
  fallbackLength: number;
  isHidden: boolean;
  revision: { kind: 'insertion' | 'deletion'; author: number; at: string } | null;
  isStarred: boolean;
}

const MAX_FIELD_CHARS = 4000;

export function readRtf(bytes: Uint8Array, remarks: RemarkList): RtfDocument {
  const fonts = openRtfFonts();
  const body = newSink('body');
  const document: RtfDocument = {
    body: '',
    headers: new Set(),
    footers: new Set(),
    notes: [],
    parts: [],
    metadata: {},
    links: new Set(),
    remote: new Set(),
    changes: { insertions: 0, deletions: 0 },
    unknownObjects: [],
    smallPictures: 0,
    hasHiddenWords: false,
    isWhole: true,
    end: 0,
  };
  const groups: Group[] = [];
  let group: Group = { sink: body, font: 0, fallbackLength: 1, isHidden: false, revision: null, isStarred: false };
  let pending: number[] = [];
  let toSkip = 0;
  const authors: string[] = [];
  const comment = { author: '', at: '' };
  let change: { revision: NonNullable<Group['revision']>; text: string } | null = null;

  function put(text: string): void {
    const { sink, revision, isHidden } = group;
    if (sink === null || text === '') return;
    if (isHidden && text.trim() !== '') document.hasHiddenWords = true;
    const isText = sink.kind === 'body' || NOTES.has(sink.kind);
    if (isText) track(revision, text);
    if (isText && revision?.kind === 'deletion') return;
    sink.text += text;
  }

  function track(revision: Group['revision'], text: string): void {
    if (change !== null && !isSameRevision(change.revision, revision)) endChange();
    if (revision === null) return;
    change ??= { revision, text: '' };
    change.text += text;
  }

  function endChange(): void {
    if (change === null) return;
    const { kind, author, at } = change.revision;
    if (change.text.trim() !== '') {
      remarks.add(kind, authors[author] ?? '', at, change.text);
      document.changes[kind === 'insertion' ? 'insertions' : 'deletions'] += 1;
    }
    change = null;
  }

  /** Bytes that stand next to each other are decoded together: a character may be made of two. */
  function flush(): void {
    if (pending.length === 0) return;
    const run = pending;
    pending = [];
    // The names of fonts of signs are plain letters.
    const symbols = group.sink?.kind === 'fonttbl' ? null : fonts.symbolFont(group.font);
    if (symbols === null) put(fonts.decode(Uint8Array.from(run), group.font));
    else put(run.map(byte => symbolText(symbols, byte)).join(''));
  }

  function enter(name: string): void {
    const sink = newSink(name);
    if (name === 'pict' || name === 'objdata') sink.hex = openHexBytes();
    group.sink = sink;
    if (name === 'fonttbl') group.font = -1;
  }

  function leave(sink: Sink): void {
    const text = sink.text.trim();
    const info = INFO_TEXTS[sink.kind];
    const date = INFO_DATES[sink.kind];
    if (info !== undefined) document.metadata[info] ??= text;
    else if (date !== undefined) document.metadata[date] ??= statedDate(sink.numbers);
    else if (NOTES.has(sink.kind)) document.notes.push(`[${document.notes.length + 1}] ${text}`);
    else if (MARGINS.has(sink.kind)) {
      if (text !== '') (sink.kind.startsWith('header') ? document.headers : document.footers).add(tidyText(text));
    } else if (sink.kind === 'fldinst') noteField(sink.text);
    else if (sink.kind === 'revtbl') authors.push(...text.split(';').map(name => name.trim()));
    else if (sink.kind === 'atnauthor') comment.author = text;
    else if (sink.kind === 'atndate') comment.at = packedDate(Number.parseInt(text, 10) || 0);
    else if (sink.kind === 'annotation') {
      remarks.add('comment', comment.author, comment.at, text);
      comment.author = '';
      comment.at = '';
    } else if (sink.kind === 'generator') document.metadata.application ??= text.replace(/;$/, '');
    else if (sink.kind === 'template') {
      document.metadata.template ??= text;
      if (/^(?:[a-z][a-z0-9+.-]+:\/\/|\\\\)/i.test(text)) document.remote.add(text);
    } else if (sink.hex !== null) leaveBytes(sink, sink.hex.take());
  }

  function leaveBytes(sink: Sink, taken: Uint8Array): void {
    if (sink.kind === 'pict') {
      const part = picturePart(sink.picture, taken, document.parts.length + 1);
      if (part !== null) document.parts.push(part);
      else if (taken.byteLength > 0) document.smallPictures += 1;
      return;
    }
    const object = readObject(taken, document.parts.length + 1);
    if (object.kind === 'part') document.parts.push(object.part);
    else if (object.kind === 'link') document.remote.add(object.target);
    else document.unknownObjects.push(object.className);
  }

  function noteField(code: string): void {
    const { link, remote } = readFieldCode(code);
    if (link !== undefined) document.links.add(link);
    if (remote !== undefined) document.remote.add(remote);
  }

  function word(name: string, value: number | null): void {
    if (name !== 'u' && toSkip > 0) {
      toSkip -= 1;
      return;
    }
    if (name === 'u' && value !== null) {
      flush();
      put(String.fromCharCode(value & 0xffff));
      toSkip = group.fallbackLength;
      return;
    }
    flush();
    const wasStarred = group.isStarred;
    group.isStarred = false;
    if (wasStarred && !STARRED.has(name)) {
      group.sink = null;
      return;
    }
    if (group.sink === null && name !== 'shptxt' && name !== 'ud') return;
    if (name === 'shptxt' || name === 'ud') group.sink = body;
    else if (name === 'shpinst' || name === 'upr') group.sink = name === 'upr' ? null : group.sink;
    else if (PASSED_OVER.has(name)) group.sink = null;
    else if (SINKS.has(name) && (!(name in INFO_TEXTS) || group.sink?.kind === 'info')) enter(name);
    else if (name === 'info') group.sink = newSink('info');
    else format(name, value);
  }

  function format(name: string, value: number | null): void {
    const sign = WORD_SIGNS.get(name);
    const { sink } = group;
    if (sign !== undefined) {
      put(sign);
      return;
    }
    const number = INFO_NUMBERS[name];
    if (sink?.kind === 'info' && number !== undefined) document.metadata[number] ??= String(value ?? '');
    switch (name) {
      case 'ansicpg':
        if (value !== null && value > 0) fonts.setDocumentCodePage(value);
        break;
      case 'mac':
        fonts.setDocumentCodePage(10000);
        break;
      case 'pc':
        fonts.setDocumentCodePage(437);
        break;
      case 'pca':
        fonts.setDocumentCodePage(850);
        break;
      case 'deff':
      case 'f':
        group.font = value ?? 0;
        break;
      case 'fcharset':
        fonts.font(group.font).charset = value;
        break;
      case 'cpg':
        fonts.font(group.font).codePage = value;
        break;
      case 'plain':
        group.isHidden = false;
        group.revision = null;
        break;
      case 'uc':
        group.fallbackLength = Math.max(0, Math.min(10, value ?? 1));
        break;
      case 'v':
        group.isHidden = value !== 0;
        break;
      case 'revised':
      case 'deleted':
        group.revision =
          value === 0 ? null : { kind: name === 'deleted' ? 'deletion' : 'insertion', author: 0, at: '' };
        break;
      case 'revauth':
      case 'revauthdel':
        if (group.revision !== null) group.revision = { ...group.revision, author: value ?? 0 };
        break;
      case 'revdttm':
      case 'revdttmdel':
        if (group.revision !== null) group.revision = { ...group.revision, at: packedDate(value ?? 0) };
        break;
      case 'chftn':
        if (sink?.kind === 'body') put(`[${document.notes.length + 1}]`);
        break;
      case 'pngblip':
      case 'jpegblip':
      case 'emfblip':
      case 'wmetafile':
      case 'dibitmap':
        if (sink !== null) sink.picture = name;
        break;
      default:
        if (sink !== null && value !== null && name in DATE_PARTS) sink.numbers.set(name, value);
    }
  }

  const { end, openGroups } = walkRtf(bytes, {
    open() {
      flush();
      toSkip = 0;
      groups.push(group);
      group = { ...group, isStarred: false };
    },
    close() {
      flush();
      toSkip = 0;
      const closed = group;
      group = groups.pop() ?? group;
      if (closed.sink !== null && closed.sink !== group.sink && closed.sink !== body) leave(closed.sink);
      // A table of fonts or authors parts its entries by groups.
      if (closed.sink?.kind === 'fonttbl' && group.sink?.kind === 'fonttbl') nameFont(closed);
    },
    word,
    symbol(sign) {
      if (toSkip > 0) {
        toSkip -= 1;
        return;
      }
      flush();
      if (sign === '*') group.isStarred = true;
      else if (sign === '~') put('\u00a0');
      else if (sign === '_') put('-');
    },
    byte(value) {
      if (group.sink === null) return;
      if (toSkip > 0) {
        toSkip -= 1;
        return;
      }
      if (group.sink.hex !== null) group.sink.hex.digit(value);
      else if (group.sink.kind !== 'fldinst' || group.sink.text.length < MAX_FIELD_CHARS) pending.push(value);
    },
    binary(data) {
      if (toSkip > 0) toSkip -= 1;
      else group.sink?.hex?.binary(data);
    },
  });

  function nameFont(closed: Group): void {
    const sink = closed.sink;
    if (sink === null || closed.font < 0) return;
    const font = fonts.font(closed.font);
    font.name ||= sink.text.replace(/;.*$/s, '').trim();
    sink.text = '';
  }

  flush();
  endChange();
  document.body = tidyText(body.text);
  document.metadata.encoding = fonts.codePageName();
  document.isWhole = openGroups === 0;
  document.end = end;
  return document;
}

/** A byte in a font of signs. Fonts other than Wingdings have the places of Adobe's Symbol. */
function symbolText(font: string, byte: number): string {
  const hex = (0xf000 + byte).toString(16);
  const known = symbolSign(font, hex) ?? (/dings/i.test(font) ? null : symbolSign('symbol', hex));
  return known ?? (byte < 0x7f ? String.fromCharCode(byte) : '\uFFFD');
}

function newSink(kind: string): Sink {
  return { kind, text: '', numbers: new Map(), hex: null, picture: '' };
}

function isSameRevision(a: NonNullable<Group['revision']>, b: Group['revision']): boolean {
  return b !== null && a.kind === b.kind && a.author === b.author && a.at === b.at;
}

/** Rows end without empty cells, and empty paragraphs are not stacked. */
function tidyText(text: string): string {
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
