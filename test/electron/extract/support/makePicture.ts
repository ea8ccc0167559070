/** Pictures made pixel by pixel, in several formats, for tests of what is read from them and how they are drawn. */
import { deflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';

export type Colour = readonly [red: number, green: number, blue: number];

/** What every format's fixture shows: red, with green below it, beside blue. */
export const RED: Colour = [220, 30, 30];
export const GREEN: Colour = [30, 200, 30];
export const BLUE: Colour = [30, 30, 220];

export function threeFields(width: number, height: number): (x: number, y: number) => Colour {
  return (x, y) => (x >= width / 2 ? BLUE : y >= height / 2 ? GREEN : RED);
}

export function makeJpeg(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => Colour,
  quality = 90,
): Uint8Array {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data.set(colourAt(x, y), (y * width + x) * 4);
  return new Uint8Array(jpeg.encode({ width, height, data }, quality).data);
}

/** An APP1 segment, right after the start. */
export function withExif(picture: Uint8Array, exif: Uint8Array): Uint8Array {
  return withSegment(picture, 0xe1, [0x45, 0x78, 0x69, 0x66, 0, 0, ...exif]);
}

export function withSegment(picture: Uint8Array, marker: number, data: number[]): Uint8Array {
  const length = data.length + 2;
  return Uint8Array.from([0xff, 0xd8, 0xff, marker, length >> 8, length & 255, ...data, ...picture.subarray(2)]);
}

export type PngChunk = [type: string, data: Uint8Array | number[]];

export interface PngOptions {
  depth?: number;
  colourType?: number;
  interlaced?: boolean;
  chunks?: PngChunk[];
}

/** @param rows the bytes of each row, without its filter */
export function makePng(width: number, height: number, rows: Uint8Array[], options: PngOptions = {}): Uint8Array {
  const filtered = rows.flatMap(row => [0, ...row]);
  return pngOf(width, height, deflateSync(Uint8Array.from(filtered)), options);
}

export function pngOf(
  width: number,
  height: number,
  data: Uint8Array,
  { depth = 8, colourType = 2, interlaced = false, chunks = [] }: PngOptions = {},
): Uint8Array {
  const header = [...word(width), ...word(height), depth, colourType, 0, 0, interlaced ? 1 : 0];
  const all: PngChunk[] = [['IHDR', header], ...chunks, ['IDAT', data], ['IEND', []]];
  const pieces = all.map(([type, bytes]) => [...word(bytes.length), ...ascii(type), ...bytes, 0, 0, 0, 0]);
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...pieces.flat()]);
}

export function rgbRows(width: number, height: number, colourAt: (x: number, y: number) => Colour): Uint8Array[] {
  return Array.from({ length: height }, (_, y) =>
    Uint8Array.from({ length: width * 3 }, (_, at) => colourAt(Math.floor(at / 3), y)[at % 3] ?? 0),
  );
}

export type TiffEntry = [tag: number, type: 1 | 2 | 3 | 4 | 5 | 7, value: string | number[]];

/** A page of a TIFF: its entries, and the strips or tiles that its offsets are to point at. */
export interface TiffPage {
  entries: TiffEntry[];
  blocks?: Uint8Array[];
  /** Entries of the directory that EXIF, or the GPS, has of its own. */
  exif?: TiffEntry[];
  gps?: TiffEntry[];
}

const TYPE_BYTES = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 4, 7: 1 } as const;

/** Little-endian; EXIF is made of the same directories. */
export function makeTiff(pages: TiffPage[], isTiled = false): Uint8Array {
  const bytes: number[] = [0x49, 0x49, 42, 0, 0, 0, 0, 0];
  let link = 4;
  for (const page of pages) {
    const entries = [...page.entries];
    if (page.blocks !== undefined) {
      const offsets = page.blocks.map(block => append(bytes, [...block]));
      entries.push([isTiled ? 324 : 273, 4, offsets], [isTiled ? 325 : 279, 4, page.blocks.map(block => block.length)]);
    }
    if (page.exif !== undefined) entries.push([0x8769, 4, [writeDirectory(bytes, page.exif)]]);
    if (page.gps !== undefined) entries.push([0x8825, 4, [writeDirectory(bytes, page.gps)]]);
    const at = writeDirectory(bytes, entries);
    setWord(bytes, link, at);
    link = at + 2 + entries.length * 12;
  }
  return Uint8Array.from(bytes);
}

function writeDirectory(bytes: number[], unsorted: TiffEntry[]): number {
  const entries = [...unsorted].sort((a, b) => a[0] - b[0]);
  const values = entries.map(([, type, value]) => {
    const list = typeof value === 'string' ? [...new TextEncoder().encode(`${value}\0`)] : value;
    const size = TYPE_BYTES[type];
    const data = list.flatMap(item =>
      Array.from({ length: size }, (_, index) => Math.floor(item / 256 ** index) & 255),
    );
    return { count: type === 5 ? list.length / 2 : list.length, data };
  });
  const places = values.map(({ data }) => (data.length <= 4 ? null : append(bytes, data)));
  const at = append(bytes, [entries.length & 255, entries.length >> 8]);
  entries.forEach(([tag, type], index) => {
    const { count = 0, data = [] } = values[index] ?? {};
    const place = places[index];
    const held = place === null || place === undefined ? [...data, 0, 0, 0, 0].slice(0, 4) : little(place);
    bytes.push(tag & 255, tag >> 8, type, 0, ...little(count), ...held);
  });
  bytes.push(0, 0, 0, 0);
  return at;
}

function append(bytes: number[], data: number[]): number {
  if (bytes.length % 2 === 1) bytes.push(0);
  const at = bytes.length;
  for (const byte of data) bytes.push(byte);
  return at;
}

function setWord(bytes: number[], at: number, value: number): void {
  little(value).forEach((byte, index) => {
    bytes[at + index] = byte;
  });
}

export function little(value: number): number[] {
  return [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24];
}

export function word(value: number): number[] {
  return [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function ascii(text: string): number[] {
  return [...text].map(char => char.charCodeAt(0));
}

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

/** The three fields, 32 × 16, as encoders wrote them that do not ship with the program; HEIC twice as large. */
export const ENCODED = {
  webpLossy: fromBase64(
    'UklGRlYAAABXRUJQVlA4IEoAAABQAwCdASogABAAAMASJaACdMoRwN4B+EH6k/27kAuTMCY/AAD+73zP//cno/9YQP2XUv//ARFl+Qsb/vOgd23Umg9XrzIrpsAAAA==',
  ),
  webpLossless: fromBase64(
    'UklGRjwAAABXRUJQVlA4TDAAAAAvH8ADABcgkE1Okv8iFggkJsEMPptAIIltf4Rh5j9y54BAgDBp0qqBiP6HKsBX9QI=',
  ),
  jp2: fromBase64(
    'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAEAAAACAAAwcHAAAAAAAPY29scgEAAAAAABAAAAG8anAyY/9P/1EALwAAAAAAIAAAABAAAAAAAAAAAAAAACAAAAAQAAAAAAAAAAAAAwcBAQcBAQcBAf9SAAwAAAABAAQEBAAB/1wAEEBASEhQSEhQSEhQSEhQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS40/5AACgAAAAABOAAB/5PPtAwC5GfPtAwL2qHfgCAHD7B/x9oHPwA4faBgAvJbBcxeCcJXwfODn4AkPtAwAvI/A5KofwLwj8faBgAJv5fH2g8faFQfUDANqOgITORPA50dZzzkOW3cdw2VlFiVL8PqBo+0Jg+oGA/V3NjMDwZNRdF/5Espuw5tNrsRFcfaDAAOD3oTgD/H2hUfaGwfUDgh/z+ZzIt+uql/DyafbVqw/KjaRV3MpyDzTzxRjX/H2hMfaFwfUDAjXtlQIniD398MdpjAnaChP36W4CBHeyHiW8faEAAhbrLALEgno8faER9oVB9QIDadum+UdhBBA4OgiEY1CMZXvTiwSc/H2hUfaGwfUCCC3N1BBJgK0f9/ANOYiLB5qeCOfyNyfzllydDH2gwANfI9x/9//9k=',
  ),
  heic: fromBase64(
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAIAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAnAACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAACAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAAKRtZGF0AAAAmCgBrwng6I/yH79P/nen/l5aHjsb76GPenZmhowMQmALam69EJYXEYnWRhVo2hS8AW3WtLHr2Z9MbTMR4TD7PvFaMsPdBwWVdv/DN9N+b63nQF/gHmjbrztSQqeHl/hHR3wTjle0WpcIoinvjknR0pPuARoTtfg+ZQrstc91qGUMmgKLk3KgAAMDx/0ct1QEgcqGd7eBvUP8',
  ),
};
