/**
 * A section of an HWPX document as reading text: tables as rows, text boxes after the paragraph that holds them, notes
 * and margins apart. Names are taken without their prefix, because each edition of the format has namespaces of its own.
 */
import { walkXml, type XmlAttributes } from '../../text/xmlWalk.ts';
import { romanNumber } from '../ole/romanNumber.ts';

export interface HwpxComment {
  author: string;
  at: string;
  text: string;
}

export interface HwpxChange {
  kind: 'insertion' | 'deletion';
  /** Who and when stand in the document's header under this number. */
  id: string;
  text: string;
}

export interface HwpxStories {
  footnotes: string[];
  endnotes: string[];
  headers: Set<string>;
  footers: Set<string>;
  comments: HwpxComment[];
  changes: HwpxChange[];
}

export function openHwpxStories(): HwpxStories {
  return { footnotes: [], endnotes: [], headers: new Set(), footers: new Set(), comments: [], changes: [] };
}

interface Paragraph {
  text: string;
  /** What stands below it: tables, captions, text boxes. */
  below: string[];
  breaksPage: boolean;
}

/** Elements that hold paragraphs of their own. */
const CONTAINERS = new Set([
  'tc',
  'caption',
  'drawText',
  'footNote',
  'endNote',
  'header',
  'footer',
  'masterPage',
  'hiddenComment',
  'fieldBegin',
  'memo',
]);
const WORDS = new Set(['t', 'script', 'mainText', 'subText']);
const NUMBERED = /^(PICTURE|TABLE|EQUATION)$/i;

/** False where the XML ends in the middle. */
export function readHwpxSection(bytes: Uint8Array, stories: HwpxStories): { text: string; isWhole: boolean } {
  const containers: string[][] = [[]];
  const paragraphs: Paragraph[] = [];
  const tables: { rows: string[]; cells: string[] }[] = [];
  const memos: { author: string; at: string }[] = [];
  const notePlaces: number[] = [];
  let words = 0;
  let parameter = '';
  let deletion: HwpxChange | null = null;
  let insertion: HwpxChange | null = null;

  function add(text: string): void {
    if (deletion !== null) {
      deletion.text += text;
      return;
    }
    if (insertion !== null) insertion.text += text;
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.text += text;
  }

  function addBelow(text: string): void {
    if (text.trim() === '') return;
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.below.push(text);
    else containers.at(-1)?.push(text);
  }

  function closeContainer(): string {
    const container = containers.length > 1 ? containers.pop() : undefined;
    return (container ?? []).join('\n').replaceAll('\f', '').trim();
  }

  function open(qualified: string, attributes: XmlAttributes): void {
    const name = localName(qualified);
    if (CONTAINERS.has(name)) containers.push([]);
    if (WORDS.has(name)) words += 1;
    if (name === 'p') paragraphs.push({ text: '', below: [], breaksPage: isTrue(attributes.pageBreak) });
    else if (name === 'tbl') tables.push({ rows: [], cells: [] });
    else if (name === 'tab') add('\t');
    else if (name === 'lineBreak') add('\n');
    else if (name === 'nbSpace') add('\u00a0');
    else if (name === 'fwSpace') add(' ');
    else if (name === 'hyphen') add('-');
    else if (name === 'autoNum' && NUMBERED.test(attributes.numType ?? '')) add(attributes.num ?? '');
    else if (name === 'compose') add(attributes.composeText ?? '');
    else if (name === 'fieldBegin' || name === 'memo') memos.push({ author: '', at: '' });
    else if (name === 'stringParam') parameter = attributes.name ?? '';
    else if (name === 'footNote') notePlaces.push(openNote(stories.footnotes, String));
    else if (name === 'endNote') notePlaces.push(openNote(stories.endnotes, romanNumber));
    else if (name === 'deleteBegin') deletion = { kind: 'deletion', id: changeId(attributes), text: '' };
    else if (name === 'insertBegin') insertion = { kind: 'insertion', id: changeId(attributes), text: '' };
    else if (name === 'deleteEnd' || name === 'insertEnd') endChange(name);
  }

  /** Takes the note's place before its text is read, and writes its mark into the text. */
  function openNote(notes: string[], number: (position: number) => string): number {
    const mark = `[${number(notes.length + 1)}]`;
    add(mark);
    return notes.push(mark) - 1;
  }

  function endChange(name: string): void {
    const change = name === 'deleteEnd' ? deletion : insertion;
    if (change !== null && change.text.trim() !== '') stories.changes.push(change);
    if (name === 'deleteEnd') deletion = null;
    else insertion = null;
  }

  function text(data: string): void {
    if (words > 0) add(data);
    const memo = memos.at(-1);
    if (memo === undefined || parameter === '') return;
    if (/author/i.test(parameter)) memo.author += data.trim();
    else if (/date/i.test(parameter)) memo.at += data.trim();
  }

  function close(qualified: string): void {
    const name = localName(qualified);
    if (WORDS.has(name)) words -= 1;
    if (name === 'p') closeParagraph();
    else if (name === 'stringParam') parameter = '';
    else if (name === 'tr') {
      const table = tables.at(-1);
      table?.rows.push(table.cells.join('\t'));
      if (table !== undefined) table.cells = [];
    } else if (name === 'tbl') addBelow((tables.pop()?.rows ?? []).join('\n'));
    else if (CONTAINERS.has(name)) hand(name, closeContainer());
  }

  function closeParagraph(): void {
    const paragraph = paragraphs.pop();
    const container = containers.at(-1);
    if (paragraph === undefined || container === undefined) return;
    const whole = [paragraph.text, ...paragraph.below].join('\n');
    container.push(paragraph.breaksPage && container.length > 0 ? `\f${whole}` : whole);
  }

  function hand(container: string, whole: string): void {
    switch (container) {
      case 'tc':
        tables.at(-1)?.cells.push(whole);
        return;
      case 'footNote':
      case 'endNote': {
        const notes = container === 'footNote' ? stories.footnotes : stories.endnotes;
        const place = notePlaces.pop();
        if (place !== undefined) notes[place] = `${notes[place] ?? ''} ${whole}`.trim();
        return;
      }
      case 'header':
      case 'masterPage':
        if (whole !== '') stories.headers.add(whole);
        return;
      case 'footer':
        if (whole !== '') stories.footers.add(whole);
        return;
      case 'hiddenComment':
        stories.comments.push({ author: '', at: '', text: whole });
        return;
      case 'fieldBegin':
      case 'memo': {
        const memo = memos.pop() ?? { author: '', at: '' };
        if (whole !== '') stories.comments.push({ ...memo, text: whole });
        return;
      }
      default:
        addBelow(whole);
    }
  }

  const isWhole = walkXml(bytes, { open, text, close });
  // A deletion that never ends is no deletion: its words are shown rather than lost.
  if (deletion !== null) containers[0]?.push((deletion as HwpxChange).text);
  return { text: (containers[0] ?? []).join('\n'), isWhole };
}

function changeId(attributes: XmlAttributes): string {
  return attributes.TcId ?? attributes.tcId ?? attributes.Id ?? attributes.id ?? '';
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
