/** The words of slides, of their notes, and of what their master draws on each of them. */
import { viewOf } from '../../cfbSectors.ts';
import { childOf, type PptRecord, RECORD, recordsBelow, recordsIn, recordText } from './records.ts';

/** A slide in the order of the show, with the outline's texts, which the slide's boxes may only refer to. */
export interface SlidePlace {
  persistId: number;
  slideId: number;
  outline: string[];
}

export interface SlideComment {
  author: string;
  at: string;
  text: string;
}

const SLIDES = 0;
const MASTERS = 1;
const NOTES = 2;
export const SLIDE_LIST = { slides: SLIDES, masters: MASTERS, notes: NOTES } as const;

const SIGNS: ReadonlySet<number> = new Set([
  RECORD.slideNumberSign,
  RECORD.dateSign,
  RECORD.longDateSign,
  RECORD.headerSign,
  RECORD.footerSign,
  RECORD.ownDateSign,
]);
const HAS_HEADER = 0x10;
const HAS_FOOTER = 0x20;
const HAS_OWN_DATE = 0x04;
const IS_HIDDEN = 0x04;

export function slidePlaces(document: PptRecord, instance: number): SlidePlace[] {
  const places: SlidePlace[] = [];
  for (const list of recordsIn(document.bytes)) {
    if (list.type !== RECORD.slideList || list.instance !== instance) continue;
    for (const record of recordsIn(list.bytes)) {
      if (record.type === RECORD.slidePlace && record.bytes.byteLength >= 16) {
        const view = viewOf(record.bytes);
        places.push({ persistId: view.getUint32(0, true), slideId: view.getUint32(12, true), outline: [] });
      } else {
        const place = places.at(-1);
        // A header opens a text, which may be empty and have no record of its own.
        if (record.type === RECORD.textHeader) place?.outline.push('');
        const text = recordText(record);
        if (text !== null && place !== undefined && place.outline.length > 0)
          place.outline[place.outline.length - 1] = text;
      }
    }
  }
  return places;
}

/** Texts of a slide's boxes from back to front, which is the order they were made in, then what only the outline has. */
export function slideTexts(slide: PptRecord, outline: string[]): string[] {
  const texts: string[] = [];
  const used = new Set<number>();
  for (const record of recordsBelow(slide.bytes, enterTexts)) {
    if (record.type === RECORD.outlineText && record.bytes.byteLength >= 4) {
      const index = viewOf(record.bytes).getUint32(0, true);
      used.add(index);
      texts.push(outline[index] ?? '');
    } else if (record.type === RECORD.textWide || record.type === RECORD.textNarrow) {
      texts.push(recordText(record) ?? '');
    } else if (SIGNS.has(record.type) && record.bytes.byteLength >= 4) {
      const text = texts.at(-1) ?? '';
      const at = viewOf(record.bytes).getUint32(0, true);
      // What it stands for is filled in when the slide is shown; the text holds an asterisk in its place.
      if (text[at] === '*') texts[texts.length - 1] = `${text.slice(0, at)}\0${text.slice(at + 1)}`;
    }
  }
  const rest = outline.filter((_, index) => !used.has(index));
  return [...rest, ...texts, ...margins(slide)]
    .map(text => text.replaceAll('\0', '').trim())
    .filter(text => text !== '');
}

/** Words that the master draws on every slide: those outside the places that a slide fills itself. */
export function masterTexts(master: PptRecord): string[] {
  const texts: string[] = [];
  for (const shape of recordsBelow(master.bytes, record => record.type !== RECORD.shape && enterTexts(record))) {
    if (shape.type !== RECORD.shape) continue;
    const inside = [...recordsBelow(shape.bytes)];
    if (inside.some(record => record.type === RECORD.placeholder)) continue;
    for (const record of inside) {
      if (record.type === RECORD.textWide || record.type === RECORD.textNarrow) texts.push(recordText(record) ?? '');
    }
  }
  return texts.map(text => text.trim()).filter(text => text !== '');
}

/** Comments, margins and what else has texts of its own are read apart. */
function enterTexts({ type }: PptRecord): boolean {
  return type !== RECORD.comment && type !== RECORD.headersFooters && type !== RECORD.slideList;
}

/** Date, header and footer of a slide, where it shows them. */
export function margins(slide: PptRecord): string[] {
  const holder = childOf(slide, RECORD.headersFooters);
  const atom = holder === undefined ? undefined : childOf(holder, RECORD.headersFootersAtom);
  if (holder === undefined || atom === undefined || atom.bytes.byteLength < 4) return [];
  const flags = viewOf(atom.bytes).getUint16(2, true);
  const shown = [HAS_OWN_DATE, HAS_HEADER, HAS_FOOTER];
  return [...recordsIn(holder.bytes)]
    .filter(({ type, instance }) => type === RECORD.text && (flags & (shown[instance] ?? 0)) !== 0)
    .map(record => recordText(record) ?? '');
}

export function slideIds(slide: PptRecord): { masterId: number; notesId: number } {
  const atom = childOf(slide, RECORD.slideAtom);
  if (atom === undefined || atom.bytes.byteLength < 20) return { masterId: 0, notesId: 0 };
  const view = viewOf(atom.bytes);
  return { masterId: view.getUint32(12, true), notesId: view.getUint32(16, true) };
}

export function isHiddenSlide(slide: PptRecord): boolean {
  const info = childOf(slide, RECORD.showInfo);
  return (
    info !== undefined && info.bytes.byteLength >= 12 && (viewOf(info.bytes).getUint16(10, true) & IS_HIDDEN) !== 0
  );
}

export function slideComments(slide: PptRecord): SlideComment[] {
  const comments: SlideComment[] = [];
  for (const record of recordsBelow(slide.bytes)) {
    if (record.type !== RECORD.comment) continue;
    const texts: string[] = [];
    for (const child of recordsIn(record.bytes)) {
      if (child.type === RECORD.text) texts[child.instance] = recordText(child) ?? '';
    }
    const atom = childOf(record, RECORD.commentAtom);
    comments.push({
      author: texts[0] ?? '',
      at: atom === undefined ? '' : systemTime(atom.bytes),
      text: texts[1] ?? '',
    });
  }
  return comments;
}

/** Year, month, weekday, day, hour, minute, second in words of two bytes, after the comment's number. */
function systemTime(bytes: Uint8Array): string {
  if (bytes.byteLength < 18) return '';
  const view = viewOf(bytes);
  const two = (at: number) => String(view.getUint16(at, true)).padStart(2, '0');
  return `${view.getUint16(4, true)}-${two(6)}-${two(10)}T${two(12)}:${two(14)}:${two(16)}`;
}
