/**
 * A section of a Hangul document as reading text: tables as rows, text boxes after the paragraph that holds them, notes
 * and margins apart. Controls stand in the text as characters below 32, most of them eight characters wide.
 */
import { viewOf } from '../../cfbSectors.ts';
import { romanNumber } from '../ole/romanNumber.ts';
import { type HwpRecord, TAG } from './records.ts';

export interface SectionStories {
  footnotes: string[];
  endnotes: string[];
  headers: Set<string>;
  footers: Set<string>;
  /** Hidden comments and memos; the format keeps no author with them. */
  comments: string[];
}

export function openStories(): SectionStories {
  return { footnotes: [], endnotes: [], headers: new Set(), footers: new Set(), comments: [] };
}

/** Characters that are a control of eight characters, and refer to no record. */
const INLINE = new Set([4, 5, 6, 7, 8, 9, 19, 20]);
/** The same, each with a record of its own in the order of the text. */
const EXTENDED = new Set([1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23]);
const CONTROL_CHARS = 8;
const BREAKS_PAGE = 0x04;
const AUTO_NUMBER_KINDS_OF_NOTES = new Set([1, 2]);

export function readSection(records: HwpRecord[], stories: SectionStories): string {
  for (const record of records) {
    if (record.tag === TAG.memoList) stories.comments.push(...groupsOf(record).map(group => read(group.paragraphs)));
  }
  return read(records.filter(record => record.tag === TAG.paragraph));

  function read(paragraphs: HwpRecord[]): string {
    return paragraphs.map(readParagraph).join('\n');
  }

  function readParagraph(paragraph: HwpRecord, index: number): string {
    const breaksPage = index > 0 && ((paragraph.bytes[11] ?? 0) & BREAKS_PAGE) !== 0;
    const controls = paragraph.children.filter(child => child.tag === TAG.control);
    const after: string[] = [];
    let next = 0;
    let shown = '';
    for (const { bytes } of paragraph.children.filter(child => child.tag === TAG.text)) {
      const view = viewOf(bytes);
      for (let at = 0; at + 2 <= bytes.byteLength; ) {
        const code = view.getUint16(at, true);
        if (code >= 32) {
          shown += String.fromCharCode(code);
          at += 2;
          continue;
        }
        const isExtended = EXTENDED.has(code);
        if (isExtended) {
          const control = controls[next];
          next += 1;
          if (control !== undefined) shown += readControl(control, after);
        } else shown += plainSign(code);
        at += isExtended || INLINE.has(code) ? CONTROL_CHARS * 2 : 2;
      }
    }
    // A control without a place in the text holds words all the same.
    for (const control of controls.slice(next)) shown += readControl(control, after);
    const text = [shown, ...after].filter((part, at) => at === 0 || part.trim() !== '').join('\n');
    return breaksPage ? `\f${text}` : text;
  }

  /** What stands at its place; what stands below the paragraph goes to `after`. */
  function readControl(control: HwpRecord, after: string[]): string {
    switch (controlName(control)) {
      case 'tbl ':
        after.push(readTable(control));
        return '';
      case 'fn  ': {
        const mark = `[${stories.footnotes.length + 1}]`;
        // Its place is taken before its own text is read, for that may hold notes again.
        const place = stories.footnotes.push(mark) - 1;
        stories.footnotes[place] = `${mark} ${readGroups(control)}`;
        return mark;
      }
      case 'en  ': {
        const mark = `[${romanNumber(stories.endnotes.length + 1)}]`;
        const place = stories.endnotes.push(mark) - 1;
        stories.endnotes[place] = `${mark} ${readGroups(control)}`;
        return mark;
      }
      case 'head':
      case 'secd':
        addDistinct(stories.headers, readGroups(control));
        return '';
      case 'foot':
        addDistinct(stories.footers, readGroups(control));
        return '';
      case 'tcmt':
        stories.comments.push(readGroups(control));
        return '';
      case 'atno':
        return autoNumber(control);
      case 'eqed':
        return equationOf(control);
      default: {
        const text = readGroups(control);
        if (text !== '') after.push(text);
        return '';
      }
    }
  }

  function readGroups(record: HwpRecord): string {
    return groupsOf(record)
      .map(group => read(group.paragraphs).trim())
      .filter(text => text !== '')
      .join('\n');
  }

  /** Cells in the order of the file, which is by row; what stands before the table's record is its caption. */
  function readTable(control: HwpRecord): string {
    const lines: string[] = [];
    let row: { index: number; cells: string[] } | null = null;
    for (const { list, paragraphs, isCell } of groupsOf(control)) {
      const text = read(paragraphs).replaceAll('\f', '').trim();
      if (!isCell || list === null || list.bytes.byteLength < 12) {
        if (text !== '') lines.push(text);
        continue;
      }
      const index = viewOf(list.bytes).getUint16(10, true);
      if (row === null || row.index !== index) {
        if (row !== null) lines.push(row.cells.join('\t'));
        row = { index, cells: [] };
      }
      row.cells.push(text);
    }
    if (row !== null) lines.push(row.cells.join('\t'));
    return lines.join('\n');
  }
}

interface Group {
  list: HwpRecord | null;
  paragraphs: HwpRecord[];
  isCell: boolean;
}

/** Paragraphs below a control by the lists that hold them; they follow their list, or lie below it. */
function groupsOf(record: HwpRecord): Group[] {
  const groups: Group[] = [];
  let isCell = false;
  for (const child of record.children) {
    if (child.tag === TAG.table) isCell = true;
    else if (child.tag === TAG.list) {
      groups.push({ list: child, paragraphs: child.children.filter(({ tag }) => tag === TAG.paragraph), isCell });
    } else if (child.tag === TAG.paragraph) {
      const last = groups.at(-1);
      if (last === undefined) groups.push({ list: null, paragraphs: [child], isCell });
      else last.paragraphs.push(child);
    } else groups.push(...groupsOf(child));
  }
  return groups;
}

/** Four letters, last one first. */
function controlName(control: HwpRecord): string {
  return String.fromCharCode(...control.bytes.subarray(0, 4))
    .split('')
    .reverse()
    .join('');
}

function plainSign(code: number): string {
  switch (code) {
    case 9:
      return '\t';
    case 10:
      return '\n';
    case 24:
      return '-';
    case 30:
      return '\u00a0';
    case 31:
      return ' ';
    default:
      return '';
  }
}

/** The number of a picture, table or equation; that of a note stands before its text already, and that of a page varies. */
function autoNumber({ bytes }: HwpRecord): string {
  if (bytes.byteLength < 10) return '';
  const view = viewOf(bytes);
  const kind = view.getUint32(4, true) & 15;
  return kind === 0 || AUTO_NUMBER_KINDS_OF_NOTES.has(kind) ? '' : String(view.getUint16(8, true));
}

/** As its author typed it, in the format's own notation. */
function equationOf(control: HwpRecord): string {
  const equation = control.children.find(child => child.tag === TAG.equation);
  if (equation === undefined || equation.bytes.byteLength < 6) return '';
  const length = viewOf(equation.bytes).getUint16(4, true);
  return new TextDecoder('utf-16le').decode(equation.bytes.subarray(6, 6 + length * 2));
}

function addDistinct(texts: Set<string>, text: string): void {
  if (text !== '') texts.add(text);
}
