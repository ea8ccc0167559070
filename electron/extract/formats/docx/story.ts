/**
 * One story of a Word document (its body, a header, the notes, the comments) as reading text: numbers of lists are
 * counted, text boxes follow the paragraph that holds them, tracked insertions are text and deletions are remarks.
 */
import { readFieldCode } from '../office/fieldCodes.ts';
import { openTextBlocks } from '../office/textBlocks.ts';
import { type XmlAttributes, walkXml } from '../../text/xmlWalk.ts';
import { listNumber } from './listNumber.ts';
import type { Numbering } from './numbering.ts';
import { symbolSign } from './symbols.ts';
import type { TrackedChanges } from './trackedChanges.ts';

export interface StoryContext {
  numbering: Numbering;
  changes: TrackedChanges;
  /** Text of charts and diagrams by relationship id. */
  drawn: ReadonlyMap<string, string>;
  /** What the text refers to by fields and pictures; loaded by nothing here. */
  links: Set<string>;
  remote: Set<string>;
  /** Footnotes and endnotes are counted in the order of their marks. */
  noteMarks: Map<string, string>;
  hidden: { words: boolean; symbols: number };
}

export interface Story {
  text: string;
  /** Footnotes, endnotes or comments by id. */
  items: Map<string, { text: string; attributes: XmlAttributes }>;
  isWhole: boolean;
}

interface Paragraph {
  text: string;
  style: string | undefined;
  listId: string | undefined;
  level: number | undefined;
  breaksBefore: boolean;
  breaksAfter: boolean;
  /** Text boxes and charts anchored in it. */
  anchored: string[];
}

const ITEMS = new Set(['w:footnote', 'w:endnote', 'w:comment']);
const MAX_FIELD_CHARS = 2000;

export function readStory(bytes: Uint8Array, context: StoryContext): Story {
  const blocks = openTextBlocks();
  const paragraphs: Paragraph[] = [];
  const items: Story['items'] = new Map();
  let item: XmlAttributes | null = null;
  let taking: 'text' | 'deleted' | 'field' | 'offset' | null = null;
  let field = '';
  let fallback = 0;
  let inParagraphProperties = 0;
  let runIsHidden = false;
  let ruby: string | null = null;
  const chosen: boolean[] = [];
  const current = () => paragraphs.at(-1);

  function put(text: string): void {
    const paragraph = current();
    if (paragraph === undefined || text === '') return;
    if (runIsHidden && text.trim() !== '') context.hidden.words = true;
    if (ruby !== null) ruby += text;
    else {
      paragraph.text += text;
      context.changes.text(text);
    }
  }

  function open(name: string, attributes: XmlAttributes): void {
    if (name === 'mc:AlternateContent') chosen.push(false);
    else if (name === 'mc:Choice') chosen[chosen.length - 1] = true;
    else if (name === 'mc:Fallback' && (fallback > 0 || chosen.at(-1) === true)) fallback += 1;
    // A drawing is there twice, for programs that know it and for those that do not.
    if (fallback > 0) return;
    const value = attributes['w:val'];
    switch (name) {
      case 'w:p':
        paragraphs.push(newParagraph());
        break;
      case 'w:pPr':
        inParagraphProperties += 1;
        break;
      case 'w:tbl':
        blocks.openTable();
        break;
      case 'w:tc':
      case 'w:txbxContent':
        blocks.open();
        break;
      case 'w:r':
        runIsHidden = false;
        break;
      case 'w:vanish':
      case 'w:webHidden':
        runIsHidden = inParagraphProperties === 0 && name === 'w:vanish' && isOn(value);
        break;
      case 'w:t':
      case 'm:t':
        taking = 'text';
        break;
      case 'w:delText':
        taking = 'deleted';
        break;
      case 'w:instrText':
        taking = 'field';
        break;
      case 'wp:posOffset':
      case 'wp:align':
        taking = 'offset';
        break;
      case 'w:fldChar':
        if (attributes['w:fldCharType'] === 'begin') field = '';
        else noteField();
        break;
      case 'w:fldSimple':
        field = attributes['w:instr'] ?? '';
        noteField();
        break;
      case 'w:ins':
      case 'w:moveTo':
        context.changes.open('insertion', attributes);
        break;
      case 'w:del':
      case 'w:moveFrom':
        context.changes.open('deletion', attributes);
        break;
      case 'w:rt':
        ruby = '';
        break;
      default:
        if (ITEMS.has(name)) {
          item = attributes;
          blocks.open();
        } else if (inParagraphProperties > 0) describe(name, value);
        else if (!putSign(name, attributes)) noteReference(name, attributes);
    }
  }

  function describe(name: string, value: string | undefined): void {
    const paragraph = current();
    if (paragraph === undefined) return;
    if (name === 'w:pStyle') paragraph.style = value;
    else if (name === 'w:numId') paragraph.listId = value;
    else if (name === 'w:ilvl') paragraph.level = Number.parseInt(value ?? '0', 10) || 0;
    else if (name === 'w:pageBreakBefore') paragraph.breaksBefore = isOn(value);
    else if (name === 'w:sectPr') paragraph.breaksAfter = true;
    else if (name === 'w:type') paragraph.breaksAfter = value !== 'continuous' && value !== 'nextColumn';
  }

  function putSign(name: string, attributes: XmlAttributes): boolean {
    if (name === 'w:tab' || name === 'w:ptab') put('\t');
    else if (name === 'w:cr') put('\n');
    else if (name === 'w:br') put(attributes['w:type'] === 'page' ? '\f' : '\n');
    else if (name === 'w:noBreakHyphen') put('-');
    else if (name === 'w:sym') {
      const sign = symbolSign(attributes['w:font'] ?? '', attributes['w:char'] ?? '');
      if (sign === null) context.hidden.symbols += 1;
      put(sign ?? '\uFFFD');
    } else return false;
    return true;
  }

  /** What stands elsewhere: notes by their marks, drawings, addresses. */
  function noteReference(name: string, attributes: XmlAttributes): void {
    if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
      const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote';
      const own = [...context.noteMarks.keys()].filter(key => key.startsWith(kind)).length + 1;
      const mark = kind === 'footnote' ? String(own) : listNumber(own, 'lowerRoman');
      context.noteMarks.set(`${kind} ${attributes['w:id'] ?? ''}`, mark);
      put(`[${mark}]`);
    } else if (name === 'wp:docPr' && attributes.descr !== undefined && attributes.descr.trim() !== '') {
      put(`[${attributes.descr.replace(/\s+/g, ' ').trim()}]`);
    } else if (name === 'c:chart' || name === 'dgm:relIds') {
      const text = context.drawn.get(attributes['r:id'] ?? attributes['r:dm'] ?? '');
      if (text !== undefined) current()?.anchored.push(text);
    } else if (name.startsWith('v:') && attributes.href !== undefined) context.links.add(attributes.href);
    else if (name === 'v:imagedata' && attributes.src !== undefined) context.remote.add(attributes.src);
  }

  function noteField(): void {
    const { link, remote } = readFieldCode(field);
    if (link !== undefined) context.links.add(link);
    if (remote !== undefined) context.remote.add(remote);
    field = '';
  }

  function close(name: string): void {
    if (name === 'mc:AlternateContent') chosen.pop();
    if (fallback > 0) {
      if (name === 'mc:Fallback') fallback -= 1;
      return;
    }
    if (taking !== null && /^(w:t|m:t|w:delText|w:instrText|wp:posOffset|wp:align)$/.test(name)) taking = null;
    if (name === 'w:p') endParagraph();
    else if (name === 'w:pPr') inParagraphProperties = Math.max(0, inParagraphProperties - 1);
    else if (name === 'w:tc') blocks.addCell(blocks.close('\n'));
    else if (name === 'w:tr') blocks.endRow();
    else if (name === 'w:tbl') blocks.closeTable();
    else if (name === 'w:txbxContent') {
      const text = blocks.close('\n\n');
      if (text !== '') current()?.anchored.push(text);
    } else if (/^w:(ins|moveTo|del|moveFrom)$/.test(name)) context.changes.close();
    else if (name === 'w:rt' && current() !== undefined) {
      const reading = ruby ?? '';
      ruby = null;
      const paragraph = current();
      if (paragraph !== undefined && reading !== '') paragraph.text += `(${reading})`;
    } else if (ITEMS.has(name) && item !== null) {
      const text = blocks.close('\n');
      items.set(item['w:id'] ?? '', { text, attributes: item });
      item = null;
    }
  }

  function endParagraph(): void {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    context.changes.endParagraph();
    const { style, listId, level } = paragraph;
    const hasWords = paragraph.text.trim() !== '';
    const number = hasWords ? context.numbering.next(listId, level, style) : '';
    const before = paragraph.breaksBefore ? '\f' : '';
    const after = paragraph.breaksAfter ? '\f' : '';
    blocks.add(`${before}${number}${paragraph.text}`, number !== '');
    for (const text of paragraph.anchored) blocks.add(text);
    if (after !== '') blocks.add(after);
  }

  const isWhole = walkXml(bytes, {
    open,
    close,
    text(data) {
      if (fallback > 0 || taking === null) return;
      if (taking === 'text') put(data);
      else if (taking === 'deleted') context.changes.deleted(data);
      else if (taking === 'field' && field.length < MAX_FIELD_CHARS) field += data;
    },
  });
  return { text: blocks.end(), items, isWhole };
}

function newParagraph(): Paragraph {
  return {
    text: '',
    style: undefined,
    listId: undefined,
    level: undefined,
    breaksBefore: false,
    breaksAfter: false,
    anchored: [],
  };
}

function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(0|false|off)$/.test(value);
}
