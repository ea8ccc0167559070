/** The stories of a Word document: its body, and what lies behind it in the same text: notes, headers, comments, boxes. */
import { viewOf } from '../../cfbSectors.ts';
import { romanNumber } from '../ole/romanNumber.ts';
import type { StoryReader } from './characters.ts';
import { positionsOf, TABLE, type WordFile } from './fib.ts';

export interface Comment {
  author: string;
  at: string;
  text: string;
}

export interface Stories {
  header: string;
  body: string;
  /** Each with the mark that stands at its place in the text. */
  footnotes: string;
  endnotes: string;
  comments: Comment[];
  textBoxes: string;
  footer: string;
}

const NOTE_REFERENCE_BYTES = 2;
const COMMENT_REFERENCE_BYTES = 30;
const COMMENT_DATE_BYTES = 18;
const MAX_INITIALS = 9;
/** Separators of foot- and endnotes come before the first section's headers. */
const SEPARATOR_STORIES = 6;
/** Even, odd and first page: header and footer each. */
const STORIES_PER_SECTION = 6;
const FOOTER_STORIES = new Set([2, 3, 5]);

export function readStories(word: WordFile, reader: StoryReader): Stories {
  const { lengths } = word;
  const starts = storyStarts(word);
  const footnoteMarks = marksAt(word.table(TABLE.footnoteReferences), NOTE_REFERENCE_BYTES, n => `[${n}]`);
  const endnoteMarks = marksAt(word.table(TABLE.endnoteReferences), NOTE_REFERENCE_BYTES, n => `[${romanNumber(n)}]`);
  const body = reader.read(0, lengths.body, new Map([...footnoteMarks, ...endnoteMarks]));
  const parts = (table: number, start: number, length: number) =>
    rangesOf(word.table(table), start, length).map(([from, to]) => reader.read(from, to).trim());
  const notes = (texts: string[], marks: Map<number, string>) => {
    const labels = [...marks.values()];
    return texts.map((text, index) => `${labels[index] ?? ''} ${text}`.trim()).join('\n');
  };
  const footnotes = notes(parts(TABLE.footnoteTexts, starts.footnotes, lengths.footnotes), footnoteMarks);
  const endnotes = notes(parts(TABLE.endnoteTexts, starts.endnotes, lengths.endnotes), endnoteMarks);
  const authors = commentAuthors(word);
  const dates = commentDates(word, authors.length);
  const comments = parts(TABLE.commentTexts, starts.comments, lengths.comments).map((text, index) => ({
    author: authors[index] ?? '',
    at: dates[index] ?? '',
    text,
  }));
  const box = (start: number, length: number) => reader.read(start, start + length).trim();
  const textBoxes = [
    box(starts.textBoxes, lengths.textBoxes),
    box(starts.headerTextBoxes, lengths.headerTextBoxes),
  ].filter(text => text !== '');
  const { header, footer } = readMargins(word, reader, starts.headers);
  return { header, body, footnotes, endnotes, comments, textBoxes: textBoxes.join('\n'), footer };
}

function storyStarts(word: WordFile) {
  const { body, footnotes, headers, macros, comments, endnotes, textBoxes } = word.lengths;
  const headersAt = body + footnotes;
  const commentsAt = headersAt + headers + macros;
  const endnotesAt = commentsAt + comments;
  const textBoxesAt = endnotesAt + endnotes;
  return {
    footnotes: body,
    headers: headersAt,
    comments: commentsAt,
    endnotes: endnotesAt,
    textBoxes: textBoxesAt,
    headerTextBoxes: textBoxesAt + textBoxes,
  };
}

/** Each distinct text once, as the same letterhead stands in every section. */
function readMargins(word: WordFile, reader: StoryReader, start: number): { header: string; footer: string } {
  const found = { header: new Set<string>(), footer: new Set<string>() };
  const ranges = rangesOf(word.table(TABLE.headerTexts), start, word.lengths.headers);
  for (const [index, [from, to]] of ranges.entries()) {
    if (index < SEPARATOR_STORIES) continue;
    const text = reader.read(from, to).trim();
    const isFooter = FOOTER_STORIES.has((index - SEPARATOR_STORIES) % STORIES_PER_SECTION);
    if (text !== '') found[isFooter ? 'footer' : 'header'].add(text);
  }
  return { header: [...found.header].join('\n'), footer: [...found.footer].join('\n') };
}

/** The last position of these tables only closes them, and where the table is missing the story is one text. */
function rangesOf(table: Uint8Array, start: number, length: number): [from: number, to: number][] {
  if (length === 0) return [];
  const positions = positionsOf(table, 0).map(position => Math.min(Math.max(0, position), length));
  if (positions.length < 2) return [[start, start + length]];
  const ranges: [number, number][] = [];
  let end = 0;
  for (let index = 0; index + 2 < positions.length; index += 1) {
    // Ranges that overlap would multiply the text.
    const from = Math.max(end, positions[index] ?? 0);
    end = Math.max(from, positions[index + 1] ?? 0);
    ranges.push([start + from, start + end]);
  }
  return ranges;
}

function marksAt(table: Uint8Array, recordBytes: number, mark: (number: number) => string): Map<number, string> {
  const positions = positionsOf(table, recordBytes).slice(0, -1);
  return new Map(positions.map((position, index) => [position, mark(index + 1)]));
}

/** By name, or by initials where the name is missing. */
function commentAuthors(word: WordFile): string[] {
  if (word.isOld) return [];
  const table = word.table(TABLE.commentReferences);
  const positions = positionsOf(table, COMMENT_REFERENCE_BYTES);
  const records = table.subarray(positions.length * 4);
  const names = countedNames(word.table(TABLE.commentAuthors));
  return positions.slice(0, -1).map((_, index) => {
    const record = viewOf(records.subarray(index * COMMENT_REFERENCE_BYTES, (index + 1) * COMMENT_REFERENCE_BYTES));
    return names[record.getUint16(20, true)] ?? countedText(record, 0, MAX_INITIALS);
  });
}

/** Older versions keep none. */
function commentDates(word: WordFile, count: number): string[] {
  const table = word.table(TABLE.commentDates);
  if (count === 0 || table.byteLength !== count * COMMENT_DATE_BYTES) return [];
  const view = viewOf(table);
  return Array.from({ length: count }, (_, index) => packedTime(view.getUint32(index * COMMENT_DATE_BYTES, true)));
}

/** Names that follow each other, each with its length before it. */
function countedNames(table: Uint8Array): string[] {
  const view = viewOf(table);
  const names: string[] = [];
  for (let at = 0; at + 2 <= table.byteLength; at += 2 + view.getUint16(at, true) * 2) {
    names.push(countedText(view, at, 1000));
  }
  return names;
}

function countedText(view: DataView, at: number, maxChars: number): string {
  const length = Math.min(maxChars, view.getUint16(at, true));
  let text = '';
  for (let index = 0; index < length && at + 4 + index * 2 <= view.byteLength; index += 1)
    text += String.fromCharCode(view.getUint16(at + 2 + index * 2, true));
  return text;
}

/** Who tracked changes stand to: a table of names with a head of six bytes. */
export function revisionAuthors(word: WordFile): string[] {
  const table = word.table(TABLE.revisionAuthors);
  if (word.isOld || table.byteLength < 6 || viewOf(table).getUint16(0, true) !== 0xffff) return [];
  return countedNames(table.subarray(6));
}

/** Who saved the document last, up to ten times, and under which path: author and path by turns. */
export function savedBy(word: WordFile): { author: string; path: string }[] {
  const table = word.table(TABLE.savedBy);
  if (word.isOld || table.byteLength < 6 || viewOf(table).getUint16(0, true) !== 0xffff) return [];
  const names = countedNames(table.subarray(6));
  return Array.from({ length: names.length >> 1 }, (_, index) => ({
    author: names[index * 2] ?? '',
    path: names[index * 2 + 1] ?? '',
  }));
}

/** Minutes, hour, day, month and year in one number, without a time zone; empty where it says nothing. */
export function packedTime(packed: number): string {
  const month = (packed >>> 16) & 15;
  const day = (packed >>> 11) & 31;
  if (month === 0 || day === 0) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  const year = 1900 + ((packed >>> 20) & 511);
  return `${year}-${two(month)}-${two(day)}T${two((packed >>> 6) & 31)}:${two(packed & 63)}`;
}
