/**
 * The text of an OpenDocument file while it is walked: paragraphs, lists, tables and text boxes in reading order, notes at
 * the end, comments and tracked changes as remarks.
 */
import type { RemarkList } from '../office/remarkList.ts';
import { openTextBlocks } from '../office/textBlocks.ts';
import type { XmlAttributes, XmlEvents } from '../../text/xmlWalk.ts';
import { openChangeReader } from './changeReader.ts';
import type { DocumentStyles } from './documentStyles.ts';
import { openListCounter } from './listCounter.ts';

export interface DocumentTextContext {
  styles: DocumentStyles;
  remarks: RemarkList;
  links: Set<string>;
  remote: Set<string>;
  hidden: { words: boolean };
}

interface Paragraph {
  text: string;
  before: string;
  after: string;
  isPoint: boolean;
  anchored: string[];
}

const MAX_REPEATED = 200;
/** Their words are not shown, or shown by what stands beside them. */
const SKIPPED = new Set([
  'office:forms',
  'office:scripts',
  'text:sequence-decls',
  'text:alphabetical-index-auto-mark-file',
  'text:variable-decls',
  'text:user-field-decls',
  'office:event-listeners',
  'text:index-title-template',
  'text:table-of-content-source',
  'text:illustration-index-source',
  'text:bibliography-source',
  'text:alphabetical-index-source',
  'office:binary-data',
  'table:tracked-changes',
  'svg:font-face-src',
]);

export function openDocumentText({ styles, remarks, links, remote, hidden }: DocumentTextContext) {
  const blocks = openTextBlocks();
  const lists = openListCounter(styles);
  const changes = openChangeReader(remarks);
  const paragraphs: Paragraph[] = [];
  const notes: string[] = [];
  const spans: boolean[] = [];
  let skipped = 0;
  let repeat = 1;
  let noteMark = '';
  let taking: 'note-citation' | 'alternative' | 'ruby' | null = null;
  let alternative = '';
  let ruby = '';
  const current = () => paragraphs.at(-1);

  function put(text: string): void {
    const paragraph = current();
    if (paragraph === undefined) return;
    if (spans.includes(true) && text.trim() !== '') hidden.words = true;
    paragraph.text += text;
    changes.text(text);
  }

  function openParagraph(name: string, attributes: XmlAttributes): void {
    const style = attributes['text:style-name'] ?? '';
    const isHeading = name === 'text:h';
    const number = isHeading
      ? lists.heading(Number.parseInt(attributes['text:outline-level'] ?? '1', 10) || 1)
      : lists.mark();
    paragraphs.push({
      text: '',
      before: `${styles.breaksBefore.has(style) ? '\f' : ''}${number}`,
      after: styles.breaksAfter.has(style) ? '\f' : '',
      isPoint: lists.isInList() && !isHeading,
      anchored: [],
    });
    spans.push(isHidden(style));
  }

  function isHidden(style: string): boolean {
    for (let at: string | undefined = style, bases = 0; at !== undefined && bases < 10; bases += 1) {
      if (styles.hidden.has(at)) return true;
      at = styles.parents.get(at);
    }
    return false;
  }

  function closeParagraph(): void {
    const paragraph = paragraphs.pop();
    spans.pop();
    if (paragraph === undefined) return;
    changes.text('\n');
    const isEmpty = paragraph.text.trim() === '';
    blocks.add(
      `${isEmpty ? paragraph.before.replace(/[^\f]/g, '') : paragraph.before}${paragraph.text}`,
      paragraph.isPoint,
    );
    for (const text of paragraph.anchored) blocks.add(text);
    if (paragraph.after !== '') blocks.add(paragraph.after);
  }

  /** Gives what a frame, a note or a page holds to the paragraph it is anchored in, or to the text. */
  function anchor(text: string): void {
    if (text.trim() === '') return;
    const paragraph = current();
    if (paragraph === undefined) blocks.add(text);
    else paragraph.anchored.push(text);
  }

  function open(name: string, attributes: XmlAttributes): void {
    if (skipped > 0 || SKIPPED.has(name)) {
      skipped += 1;
      return;
    }
    if (changes.open(name, attributes)) return;
    const link = attributes['xlink:href'];
    switch (name) {
      case 'text:p':
      case 'text:h':
        openParagraph(name, attributes);
        break;
      case 'text:span':
        spans.push(isHidden(attributes['text:style-name'] ?? ''));
        break;
      case 'text:s':
        put(' '.repeat(Math.min(1000, Math.max(1, Number.parseInt(attributes['text:c'] ?? '1', 10) || 1))));
        break;
      case 'text:tab':
        put('\t');
        break;
      case 'text:line-break':
        put('\n');
        break;
      case 'text:list':
        lists.openList(
          attributes['text:style-name'],
          attributes['text:continue-list'] ?? attributes['xml:id'],
          attributes['text:continue-numbering'] === 'true' || attributes['text:continue-list'] !== undefined,
        );
        break;
      case 'text:list-item':
        lists.openItem();
        break;
      case 'text:note-citation':
        taking = 'note-citation';
        noteMark = '';
        break;
      case 'text:note-body':
      case 'draw:text-box':
        blocks.open();
        break;
      case 'table:table':
        blocks.openTable();
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        repeat = Math.min(MAX_REPEATED, Number.parseInt(attributes['table:number-columns-repeated'] ?? '1', 10) || 1);
        blocks.open();
        break;
      case 'svg:title':
      case 'svg:desc':
        taking = 'alternative';
        alternative = '';
        break;
      case 'text:ruby-text':
        taking = 'ruby';
        ruby = '';
        break;
      case 'text:a':
      case 'draw:a':
        if (link !== undefined && /^[a-z][a-z0-9+.-]+:/i.test(link)) links.add(link);
        break;
      case 'draw:image':
      case 'draw:object':
      case 'draw:object-ole':
      case 'draw:plugin':
      case 'text:section-source':
      case 'office:dde-source':
        if (link !== undefined && /^(?:[a-z][a-z0-9+.-]+:|\.\.\/|\/)/i.test(link)) remote.add(link);
        if (name === 'office:dde-source')
          remote.add(`DDE ${attributes['office:dde-application'] ?? ''} ${attributes['office:dde-topic'] ?? ''}`);
    }
  }

  function text(data: string): void {
    if (skipped > 0 || changes.take(data)) return;
    if (taking === 'note-citation') noteMark += data;
    else if (taking === 'alternative') alternative += data;
    else if (taking === 'ruby') ruby += data;
    // Line ends and indents of the source are no part of the words.
    else put(data.replace(/[ \t\r\n]+/g, ' '));
  }

  function close(name: string): void {
    if (skipped > 0) {
      skipped -= 1;
      return;
    }
    if (changes.close(name)) return;
    switch (name) {
      case 'text:p':
      case 'text:h':
        closeParagraph();
        break;
      case 'text:span':
        spans.pop();
        break;
      case 'text:list':
        lists.closeList();
        break;
      case 'text:list-item':
        lists.closeItem();
        break;
      case 'text:note-citation':
        taking = null;
        put(`[${noteMark.trim()}]`);
        break;
      case 'text:note-body':
        notes.push(`[${noteMark.trim()}] ${blocks.close('\n').trim()}`);
        break;
      case 'draw:text-box':
        anchor(blocks.close('\n\n'));
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell': {
        const cell = blocks.close('\n');
        for (let times = 0; times < repeat; times += 1) blocks.addCell(cell);
        repeat = 1;
        break;
      }
      case 'table:table-row':
        blocks.endRow();
        break;
      case 'table:table':
        blocks.closeTable();
        break;
      case 'svg:title':
      case 'svg:desc': {
        taking = null;
        const words = alternative.replace(/\s+/g, ' ').trim();
        if (words !== '') anchor(`[${words}]`);
        break;
      }
      case 'text:ruby-text':
        taking = null;
        if (ruby.trim() !== '') put(`(${ruby.trim()})`);
    }
  }

  return {
    events: { open, text, close } satisfies XmlEvents,
    endChanges: changes.end,
    /** The text so far; what comes next begins anew. */
    takeText(): string {
      const whole = [blocks.end(), notes.join('\n')].filter(part => part.trim() !== '').join('\n\n');
      notes.length = 0;
      return whole;
    },
  };
}
