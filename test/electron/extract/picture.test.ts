import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { extractHere } from './support/extractHere.ts';

/** A TIFF directory, which is also what EXIF is: entries of tag, type, values; little-endian. */
function makeTiff(
  entries: [tag: number, type: 2 | 3 | 4 | 5, value: string | number[]][],
  gps: [number, 2 | 5, string | number[]][] = [],
): Uint8Array {
  const bytes = new Uint8Array(4096);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  let free = 1024;
  const write = (at: number, list: [number, number, string | number[]][]) => {
    view.setUint16(at, list.length, true);
    list.forEach(([tag, type, value], index) => {
      const entry = at + 2 + index * 12;
      const data = typeof value === 'string' ? [...new TextEncoder().encode(`${value}\0`)] : value;
      const count = type === 5 ? data.length / 2 : data.length;
      view.setUint16(entry, tag, true);
      view.setUint16(entry + 2, type, true);
      view.setUint32(entry + 4, count, true);
      const size = { 2: 1, 3: 2, 4: 4, 5: 4 }[type] as number;
      const place = size * data.length <= 4 ? entry + 8 : free;
      if (place === free) view.setUint32(entry + 8, free, true);
      data.forEach((item, at2) => {
        if (size === 1) view.setUint8(place + at2, item);
        else if (size === 2) view.setUint16(place + at2 * 2, item, true);
        else view.setUint32(place + at2 * 4, item, true);
      });
      if (place === free) free += size * data.length + 4;
    });
  };
  write(8, gps.length === 0 ? entries : [...entries, [0x8825, 4, [600]]]);
  if (gps.length > 0) write(600, gps);
  return bytes;
}

const CAMERA = makeTiff(
  [
    [0x010f, 2, 'Example Optics'],
    [0x0110, 2, 'EX-1'],
    [0x0112, 3, [6]],
    [0x0132, 2, '2026:03:01 10:00:00'],
  ],
  [
    [1, 2, 'N'],
    [2, 5, [38, 1, 30, 1, 1500, 100]],
    [3, 2, 'E'],
    [4, 5, [125, 1, 0, 1, 0, 1]],
  ],
);

function makeJpeg(exif: Uint8Array): Uint8Array {
  const app1 = [0x45, 0x78, 0x69, 0x66, 0, 0, ...exif];
  const length = app1.length + 2;
  return Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe1,
    length >> 8,
    length & 255,
    ...app1,
    0xff,
    0xc0,
    0,
    11,
    8,
    0x02,
    0x58,
    0x03,
    0x20,
    1,
    1,
    0x11,
    0,
    0xff,
    0xd9,
  ]);
}

function makePng(width: number, height: number, chunks: [string, number[]][] = []): Uint8Array {
  const word = (value: number) => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
  const chunk = ([type, data]: [string, number[]]) => [
    ...word(data.length),
    ...[...type].map(char => char.charCodeAt(0)),
    ...data,
    0,
    0,
    0,
    0,
  ];
  const all: [string, number[]][] = [
    ['IHDR', [...word(width), ...word(height), 8, 0, 0, 0, 0]],
    ...chunks,
    ['IDAT', [...deflateSync(new Uint8Array(1))]],
    ['IEND', []],
  ];
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...all.flatMap(chunk)]);
}

describe('a picture', () => {
  test('gives its size and what its camera wrote, and a page that awaits OCR', async () => {
    const { outcome, pages } = await extractHere(makeJpeg(CAMERA), 'p.jpg');
    expect(pages).toEqual([
      {
        index: 0,
        label: null,
        text: '',
        method: 'none',
        confidence: null,
        sheet: null,
        words: null,
        languages: [],
        widthPt: 600,
        heightPt: 450,
        rotation: 90,
      },
    ]);
    expect(outcome).toMatchObject({
      summary: {
        metadata: {
          widthPx: '800',
          heightPx: '600',
          make: 'Example Optics',
          model: 'EX-1',
          made: '2026:03:01 10:00:00',
          latitude: '38° 30′ 15″ N',
          longitude: '125° 0′ 0″ E',
        },
      },
    });
  });

  test('in PNG gives its resolution and texts', async () => {
    const png = makePng(300, 150, [
      ['pHYs', [0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]],
      ['tEXt', [...'Author\0A. Example'].map(char => char.charCodeAt(0))],
    ]);
    const { outcome, pages } = await extractHere(png, 'p');
    expect(pages[0]).toMatchObject({ widthPt: 72, heightPt: 36 });
    expect(outcome).toMatchObject({ summary: { metadata: { artist: 'A. Example' } } });
  });

  test('in TIFF is read through its directory; one that points at itself ends', async () => {
    const tiff = makeTiff([
      [0x0100, 4, [640]],
      [0x0101, 4, [480]],
      [0x011a, 5, [100, 1]],
      [0x0128, 3, [2]],
    ]);
    new DataView(tiff.buffer).setUint32(8 + 2 + 4 * 12, 8, true);
    const { pages } = await extractHere(tiff, 'scan.tif');
    expect(pages.map(({ widthPt, heightPt }) => [widthPt, heightPt])).toEqual([[460.8, 345.6]]);
  });

  test('that is cut off before its size is unreadable; one too large to draw is still described', async () => {
    expect((await extractHere(makeJpeg(CAMERA).slice(0, 300), 'p.jpg')).outcome).toMatchObject({
      ok: false,
      problem: { code: 'unreadable' },
    });
    const { outcome } = await extractHere(makePng(60_000, 60_000), 'p.png');
    expect(outcome).toMatchObject({ ok: true, summary: { warnings: [expect.stringContaining('too large')] } });
  });
});
