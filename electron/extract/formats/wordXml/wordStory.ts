/** The words of a WordprocessingML file. Notes, comments, margins and text boxes stand where they are anchored in it. */
import type { XmlAttributes } from '../../text/xmlWalk.ts';
import { listNumber } from '../docx/listNumber.ts';
import { symbolSign } from '../docx/symbols.ts';
import type { TrackedChanges } from '../docx/trackedChanges.ts';
import { readFieldCode } from '../office/fieldCodes.ts';
import type { RemarkList } from '../office/remarkList.ts';
import { openTextBlocks } from '../office/textBlocks.ts';

interface Paragraph {
  text: string;
  /** What Word drew before it; the file keeps it beside the rule that made it. */
  label: string;
  inProperties: boolean;
  breaksBefore: boolean;
  breaksAfter: boolean;
  anchored: string[];
}

interface Annotation {
  kind: 'comment' | 'insertion' | 'deletion' | 'other';
  attributes: XmlAttributes;
}

const KINDS: Readonly<Record<string, Annotation['kind']>> = {
  'Word.Comment': 'comment',
  'Word.Insertion': 'insertion',
  'Word.Deletion': 'deletion',
};
const SYMBOL_FONT = /symbol|wingdings|webdings/i;
const MAX_FIELD_CHARS = 2000;

export function openWordStory(remarks: RemarkList, changes: TrackedChanges) {
  const blocks = openTextBlocks();
  const paragraphs: Paragraph[] = [];
  const annotations: Annotation[] = [];
  const notes: string[] = [];
  const counts = { footnote: 0, endnote: 0 };
  const openNotes: string[] = [];
  const margins = { hdr: new Set<string>(), ftr: new Set<string>() };
  const links = new Set<string>();
  const remote = new Set<string>();
  const hidden = { words: false, symbols: 0 };
  let taking: 'text' | 'deleted' | 'field' | null = null;
  let field = '';
  let runIsHidden = false;
  let ruby: string | null = null;
  const current = () => paragraphs.at(-1);

  function put(text: string): void {
    const paragraph = current();
    if (paragraph === undefined) return;
    if (runIsHidden && text.trim() !== '') hidden.words = true;
    if (ruby !== null) ruby += text;
    else {
      paragraph.text += text;
      changes.text(text);
    }
  }

  function open(name: string, attributes: XmlAttributes): void {
    const value = attributes['w:val'];
    switch (name) {
      case 'w:p':
        paragraphs.push(newParagraph());
        break;
      case 'w:pPr':
        describeParagraph({ inProperties: true });
        break;
      case 'w:tbl':
        blocks.openTable();
        break;
      case 'w:tc':
      case 'w:txbxContent':
      case 'w:hdr':
      case 'w:ftr':
        blocks.open();
        break;
      case 'w:footnote':
      case 'w:endnote':
        openNote(name === 'w:footnote' ? 'footnote' : 'endnote');
        break;
      case 'aml:annotation':
        openAnnotation(attributes);
        break;
      case 'w:r':
        runIsHidden = false;
        break;
      case 'w:t':
        taking = 'text';
        break;
      case 'w:delText':
        taking = 'deleted';
        break;
      case 'w:instrText':
        taking = 'field';
        break;
      case 'w:fldChar':
        if (attributes['w:fldCharType'] === 'begin') field = '';
        else noteField();
        break;
      case 'w:fldSimple':
        field = attributes['w:instr'] ?? '';
        noteField();
        break;
      case 'w:rt':
        ruby = '';
        break;
      default:
        if (current()?.inProperties === true) describe(name, attributes, value);
        else if (name === 'w:vanish') runIsHidden = value !== 'off';
        else if (!putSign(name, attributes)) noteAddress(name, attributes);
    }
  }

  function describeParagraph(more: Partial<Paragraph>): void {
    const paragraph = current();
    if (paragraph !== undefined) Object.assign(paragraph, more);
  }

  function describe(name: string, attributes: XmlAttributes, value: string | undefined): void {
    if (name === 'wx:t') {
      const label = attributes['wx:val'] ?? '';
      const isBullet = SYMBOL_FONT.test(attributes['wx:font'] ?? '') || /^[\uE000-\uF8FF]$/.test(label);
      describeParagraph({ label: isBullet ? '•' : label.trim() });
    } else if (name === 'w:pageBreakBefore') describeParagraph({ breaksBefore: value !== 'off' });
    else if (name === 'w:sectPr') describeParagraph({ breaksAfter: true });
    else if (name === 'w:type') describeParagraph({ breaksAfter: value !== 'continuous' && value !== 'next-column' });
  }

  function putSign(name: string, attributes: XmlAttributes): boolean {
    if (name === 'w:tab') put('\t');
    else if (name === 'w:cr') put('\n');
    else if (name === 'w:br') put(attributes['w:type'] === 'page' ? '\f' : '\n');
    else if (name === 'w:noBreakHyphen') put('-');
    else if (name === 'w:sym') {
      const sign = symbolSign(attributes['w:font'] ?? '', attributes['w:char'] ?? '');
      if (sign === null) hidden.symbols += 1;
      put(sign ?? '\uFFFD');
    } else return false;
    return true;
  }

  function noteAddress(name: string, attributes: XmlAttributes): void {
    if (name === 'w:hlink' && attributes['w:dest'] !== undefined) links.add(attributes['w:dest']);
    else if (name === 'w:attachedTemplate' && /[\\/]/.test(attributes['w:val'] ?? ''))
      remote.add(attributes['w:val'] ?? '');
    else if (name === 'w:subDoc' && attributes['w:link'] !== undefined) remote.add(attributes['w:link']);
    else if (name.startsWith('v:') && attributes.href !== undefined) links.add(attributes.href);
    else if (name === 'v:imagedata' && !/^wordml:/i.test(attributes.src ?? 'wordml:')) remote.add(attributes.src ?? '');
    else if (name === 'v:imagedata' && (attributes['o:title'] ?? '').trim() !== '') put(`[${attributes['o:title']}]`);
  }

  function noteField(): void {
    const found = readFieldCode(field);
    if (found.link !== undefined) links.add(found.link);
    if (found.remote !== undefined) remote.add(found.remote);
    field = '';
  }

  function openNote(kind: 'footnote' | 'endnote'): void {
    counts[kind] += 1;
    const mark = kind === 'footnote' ? String(counts.footnote) : listNumber(counts.endnote, 'lowerRoman');
    put(`[${mark}]`);
    openNotes.push(mark);
    blocks.open();
  }

  function openAnnotation(attributes: XmlAttributes): void {
    const kind = KINDS[attributes['w:type'] ?? ''] ?? 'other';
    annotations.push({ kind, attributes });
    if (kind === 'comment') blocks.open();
    else if (kind !== 'other')
      changes.open(kind, { 'w:author': attributes['aml:author'] ?? '', 'w:date': attributes['aml:createdate'] ?? '' });
  }

  function closeAnnotation(): void {
    const annotation = annotations.pop();
    if (annotation === undefined) return;
    const { kind, attributes } = annotation;
    if (kind === 'comment')
      remarks.add('comment', attributes['aml:author'] ?? '', attributes['aml:createdate'] ?? '', blocks.close('\n'));
    else if (kind !== 'other') changes.close();
  }

  function close(name: string): void {
    if (taking !== null && /^w:(t|delText|instrText)$/.test(name)) taking = null;
    switch (name) {
      case 'w:p':
        endParagraph();
        break;
      case 'w:pPr':
        describeParagraph({ inProperties: false });
        break;
      case 'w:tc':
        blocks.addCell(blocks.close('\n'));
        break;
      case 'w:tr':
        blocks.endRow();
        break;
      case 'w:tbl':
        blocks.closeTable();
        break;
      case 'w:txbxContent': {
        const text = blocks.close('\n\n');
        if (text !== '') current()?.anchored.push(text);
        break;
      }
      case 'w:hdr':
      case 'w:ftr': {
        const text = blocks.close('\n').trim();
        if (text !== '') margins[name === 'w:hdr' ? 'hdr' : 'ftr'].add(text);
        break;
      }
      case 'w:footnote':
      case 'w:endnote':
        notes.push(`[${openNotes.pop() ?? ''}] ${blocks.close('\n').trim()}`);
        break;
      case 'aml:annotation':
        closeAnnotation();
        break;
      case 'w:rt': {
        const reading = ruby ?? '';
        ruby = null;
        if (reading !== '') put(`(${reading})`);
      }
    }
  }

  function endParagraph(): void {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    changes.endParagraph();
    const label = paragraph.label === '' || paragraph.text.trim() === '' ? '' : `${paragraph.label} `;
    blocks.add(`${paragraph.breaksBefore ? '\f' : ''}${label}${paragraph.text}`, label !== '');
    for (const text of paragraph.anchored) blocks.add(text);
    if (paragraph.breaksAfter) blocks.add('\f');
  }

  return {
    open,
    close,
    text(data: string): void {
      if (taking === 'text') put(data);
      else if (taking === 'deleted') changes.deleted(data);
      else if (taking === 'field' && field.length < MAX_FIELD_CHARS) field += data;
    },
    end() {
      return {
        body: blocks.end(),
        notes,
        header: [...margins.hdr].join('\n'),
        footer: [...margins.ftr].join('\n'),
        links: [...links],
        remote: [...remote],
        hidden,
      };
    },
  };
}

function newParagraph(): Paragraph {
  return { text: '', label: '', inProperties: false, breaksBefore: false, breaksAfter: false, anchored: [] };
}
