/** Writes small PowerPoint presentations (97 to 2003) by the published format. */
import { type NewCompoundEntry, writeCompoundFile } from '../../../../electron/extract/cfbWrite.ts';
import { concat, short, wide, word } from './makeDoc.ts';

export function atom(type: number, bytes: Uint8Array, instance = 0): Uint8Array {
  return concat([short(instance << 4), short(type), word(bytes.byteLength), bytes]);
}

export function container(type: number, children: Uint8Array[], instance = 0): Uint8Array {
  const bytes = concat(children);
  return concat([short((instance << 4) | 15), short(type), word(bytes.byteLength), bytes]);
}

export const wideText = (text: string) => atom(4000, wide(text));
export const narrowText = (text: string) =>
  atom(
    4008,
    Uint8Array.from(text, char => char.charCodeAt(0)),
  );
const textHeader = atom(3999, word(0));
const slidePlace = (id: number, slideId: number) =>
  atom(1011, concat([word(id), word(0), word(0), word(slideId), word(0)]));

/** A box on a slide with words of its own, or with those that the outline has at this index. */
export function box(text: string | { outline: number }, more: Uint8Array[] = []): Uint8Array {
  const words = typeof text === 'string' ? [textHeader, wideText(text)] : [atom(3998, word(text.outline))];
  return container(0xf004, [...more, container(0xf00d, words)]);
}

export interface SlideMaking {
  outline?: string[];
  shapes?: Uint8Array[];
  notes?: string;
  isHidden?: boolean;
  more?: Uint8Array[];
}

export interface PptMaking {
  slides: SlideMaking[];
  masters?: Uint8Array[][];
  /** Records that stand by themselves, after the slides. */
  objects?: Uint8Array[];
  document?: Uint8Array[];
  more?: NewCompoundEntry[];
  /** Further numbers for the last object. */
  aliases?: number;
  /** Encrypts each object by its number, and says how in the record given. */
  protection?: { session: Uint8Array; encrypt(bytes: Uint8Array, id: number): Uint8Array };
}

export function makePpt({
  slides,
  masters = [],
  objects = [],
  document = [],
  more = [],
  aliases = 0,
  protection,
}: PptMaking): Uint8Array {
  const all: Uint8Array[] = [];
  const add = (record: Uint8Array) => all.push(record) + 1;
  const slideList: Uint8Array[] = [];
  const notesList: Uint8Array[] = [];
  for (const [index, { outline = [], shapes = [], notes, isHidden, more: extra = [] }] of slides.entries()) {
    const notesId = notes === undefined ? 0 : 500 + index;
    const head = atom(1007, concat([new Uint8Array(12), word(0), word(notesId), word(0)]));
    const show = isHidden ? [atom(1017, concat([word(0), word(0), short(0), short(4), word(0)]))] : [];
    const id = add(container(1006, [head, ...show, container(1036, shapes), ...extra]));
    slideList.push(slidePlace(id, 256 + index), ...outline.flatMap(text => [textHeader, narrowText(text)]));
    if (notes !== undefined) notesList.push(slidePlace(add(container(1008, [box(notes)])), notesId));
  }
  const masterList = masters.map((shapes, index) => slidePlace(add(container(1016, shapes)), 900 + index));
  for (const object of objects) add(object);

  const plain = [
    container(1000, [
      ...document,
      container(4080, masterList, 1),
      container(4080, slideList, 0),
      container(4080, notesList, 2),
    ]),
    ...all,
  ];
  const parts =
    protection === undefined
      ? plain
      : [...plain.map((part, index) => protection.encrypt(part, index + 1)), atom(12052, protection.session)];
  const offsets: number[] = [];
  let at = 0;
  for (const part of parts) {
    offsets.push(at);
    at += part.byteLength;
  }
  for (let alias = 0; alias < aliases; alias += 1) offsets.push(offsets.at(-1) ?? 0);
  const directory = atom(6002, concat([word((1 | (offsets.length << 20)) >>> 0), ...offsets.map(word)]));
  const edit = atom(
    4085,
    concat([
      word(0),
      word(0),
      word(0),
      word(at),
      word(1),
      word(0),
      word(0),
      ...(protection === undefined ? [] : [word(parts.length)]),
    ]),
  );
  const token = protection === undefined ? 0xe391c05f : 0xf3d1c4df;
  const user = atom(4086, concat([word(20), word(token), word(at + directory.byteLength), word(0)]));
  return writeCompoundFile([
    { name: 'PowerPoint Document', bytes: concat([...parts, directory, edit]) },
    { name: 'Current User', bytes: user },
    ...more,
  ]);
}
