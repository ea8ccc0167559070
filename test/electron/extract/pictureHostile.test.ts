import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawHere } from './support/drawHere.ts';
import { extractHere } from './support/extractHere.ts';
import {
  ascii,
  ENCODED,
  makeJpeg,
  makePng,
  makeTiff,
  pngOf,
  rgbRows,
  type TiffEntry,
  threeFields,
  withExif,
  withSegment,
} from './support/makePicture.ts';

const FIELDS = threeFields(64, 48);
const PHOTO = makeJpeg(64, 48, FIELDS);
const GREY: TiffEntry[] = [
  [256, 3, [8]],
  [257, 3, [8]],
  [258, 3, [8]],
  [262, 3, [1]],
];

describe('a hostile picture', () => {
  test('that claims 100,000 × 100,000 pixels is described and not drawn', async () => {
    const png = pngOf(100_000, 100_000, deflateSync(new Uint8Array(10)), { colourType: 0 });
    const { outcome } = await extractHere(png, 'p.png');
    expect(outcome).toMatchObject({
      ok: true,
      summary: { pictureHash: null, warnings: [expect.stringContaining('too large')] },
    });
    expect(await drawHere(png)).toBe('too-large');
    const gif = Uint8Array.from([
      ...ascii('GIF89a'),
      255,
      255,
      255,
      255,
      0x80,
      0,
      0,
      ...Array(6).fill(0),
      0x2c,
      ...Array(4).fill(0),
      255,
      255,
      255,
      255,
      0,
      2,
      1,
      0,
      0,
      0x3b,
    ]);
    expect(await drawHere(gif)).toBe('too-large');
    const jpeg = PHOTO.slice();
    const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0);
    jpeg.set([0xff, 0xff, 0xff, 0xff], frame + 5);
    expect(await drawHere(jpeg)).toBe('too-large');
    const tiff = makeTiff([
      {
        entries: [
          [256, 4, [100_000]],
          [257, 4, [100_000]],
          [258, 3, [8]],
          [262, 3, [1]],
        ],
        blocks: [new Uint8Array(8)],
      },
    ]);
    expect(await drawHere(tiff)).toBe('too-large');
  });

  test('whose pixels inflate without end costs no more than its rows', async () => {
    const bomb = deflateSync(new Uint8Array(50_000_000), { level: 9 });
    const drawn = await drawHere(pngOf(16, 16, bomb, { colourType: 0 }));
    expect(drawn).toMatchObject({ width: 16, height: 16 });
    const text = [...ascii('Comment\0'), 0, ...bomb];
    const { outcome } = await extractHere(makePng(4, 4, rgbRows(4, 4, FIELDS), { chunks: [['zTXt', text]] }), 'p.png');
    expect(outcome.ok).toBe(true);
  });

  test('that breaks off is drawn as far as it goes, and said to break off', async () => {
    const rows = rgbRows(64, 48, FIELDS);
    const png = pngOf(64, 48, deflateSync(Uint8Array.from(rows.slice(0, 20).flatMap(row => [0, ...row]))));
    const { outcome } = await extractHere(png, 'p.png');
    expect(outcome).toMatchObject({ summary: { warnings: ['The picture breaks off after 20 of its 48 rows.'] } });
    const drawn = await drawHere(png);
    expect(typeof drawn === 'string' ? drawn : [drawn.at(1, 1), drawn.at(1, 40)]).toEqual([
      [220, 30, 30],
      [128, 128, 128],
    ]);
    const jpeg = (await extractHere(PHOTO.slice(0, PHOTO.byteLength - 30), 'p.jpg')).outcome;
    expect(jpeg).toMatchObject({ summary: { warnings: ['The picture breaks off before its end.'] } });
  });

  test('that is cut off before its size is unreadable', async () => {
    const cut = withExif(PHOTO, makeTiff([{ entries: [[0x010f, 2, 'X-Cam']] }])).slice(0, 60);
    expect((await extractHere(cut, 'p.jpg')).outcome).toMatchObject({ ok: false, problem: { code: 'unreadable' } });
  });

  test('whose TIFF directory points at itself ends after it', async () => {
    const tiff = makeTiff([{ entries: GREY, blocks: [new Uint8Array(64)] }]);
    const at = new DataView(tiff.buffer).getUint32(4, true);
    new DataView(tiff.buffer).setUint32(at + 2 + (GREY.length + 2) * 12, at, true);
    expect((await extractHere(tiff, 'scan.tif')).pages).toHaveLength(1);
    expect(await drawHere(tiff)).toMatchObject({ pageCount: 1 });
  });

  test('whose EXIF goes round in circles is still a picture', async () => {
    const loop = makeTiff([
      {
        entries: [
          [0x010f, 2, 'X-Cam'],
          [0x8769, 4, [8]],
          [0x8825, 4, [8]],
        ],
      },
    ]);
    const { outcome } = await extractHere(withExif(PHOTO, loop), 'p.jpg');
    expect(outcome).toMatchObject({ ok: true, summary: { metadata: { make: 'X-Cam' } } });
  });

  test('of JPEG with a million restart marks, or a thousand scans, ends', async () => {
    const marks = Uint8Array.from([
      ...PHOTO.subarray(0, -2),
      ...Array.from({ length: 200_000 }, (_, at) => [0xff, 0xd0 + (at % 8)]).flat(),
    ]);
    expect((await extractHere(marks, 'p.jpg')).outcome.ok).toBe(true);
    const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];
    const scans = Uint8Array.from([
      ...PHOTO.subarray(0, -2),
      ...Array.from({ length: 1000 }, () => scan).flat(),
      0xff,
      0xd9,
    ]);
    expect(await drawHere(scans)).toBe('unreadable');
  });

  test('of GIF with 400,000 frames is counted and not unrolled', async () => {
    const head = [...ascii('GIF89a'), 2, 0, 2, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
    const frame = [0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 3, 0x44, 0x02, 0x05, 0];
    const frames = 400_000;
    const gif = new Uint8Array(head.length + frame.length * frames + 1);
    gif.set(head);
    for (let at = head.length; at < gif.length - 1; at += frame.length) gif.set(frame, at);
    gif[gif.length - 1] = 0x3b;
    const { outcome, pages } = await extractHere(gif, 'p.gif');
    expect(pages).toHaveLength(1);
    expect(outcome).toMatchObject({ summary: { metadata: { frames: '400000' } } });
  });

  test('of XMP nested ten thousand deep, or with entities, loses its XMP and no more', async () => {
    const deep = `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`;
    const xmp = (body: string) =>
      withSegment(
        PHOTO,
        0xe1,
        ascii(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:RDF>${body}</rdf:RDF></x:xmpmeta>`),
      );
    expect((await extractHere(xmp(deep), 'p.jpg')).outcome.ok).toBe(true);
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><rdf:Description tiff:Make="&b;"/>';
    expect((await extractHere(xmp(bomb), 'p.jpg')).outcome.ok).toBe(true);
  });

  test('of TIFF whose strips lie outside, or claim too much, is drawn as far as there is any of it', async () => {
    const lying = (offsets: number[], bytes: number[], compression = 1) =>
      makeTiff([{ entries: [...GREY, [259, 3, [compression]], [273, 4, offsets], [279, 4, bytes]] }]);
    expect(await drawHere(lying([0xffffff00], [64]))).toBe('unreadable');
    expect(await drawHere(lying([8], [0xffffffff]))).toMatchObject({ width: 8, height: 8 });
    for (const compression of [2, 3, 4, 5, 7, 8, 32773, 99])
      expect(await drawHere(lying([8], [60], compression))).toSatisfy(
        (drawn: unknown) => typeof drawn === 'object' || drawn === 'unreadable' || drawn === 'unsupported-type',
      );
  });

  test('changed anywhere, in any format, is read or refused, and nothing else', async () => {
    const originals = [
      PHOTO,
      withExif(PHOTO, makeTiff([{ entries: GREY }])),
      makePng(16, 16, rgbRows(16, 16, FIELDS)),
      makeTiff([{ entries: GREY, blocks: [new Uint8Array(64)] }]),
      ENCODED.jp2,
      ENCODED.webpLossy,
      ENCODED.heic,
    ];
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...originals), changes, fc.nat(), async (original, places, cut) => {
        const bytes = original.slice(
          0,
          Math.max(24, original.byteLength - (cut % 3 === 0 ? cut % original.byteLength : 0)),
        );
        // The first bytes tell the format.
        for (const [at, value] of places) bytes[12 + (at % (bytes.byteLength - 12))] = value;
        const { outcome } = await extractHere(bytes, 'p');
        if (!outcome.ok)
          expect(['unreadable', 'too-large', 'too-many-pages', 'unsupported-type']).toContain(outcome.problem.code);
        const drawn = await drawHere(bytes, { maxPixels: 10_000 });
        if (typeof drawn === 'string')
          expect(['unreadable', 'too-large', 'unsupported-type', 'out-of-memory']).toContain(drawn);
      }),
      { numRuns: 80 },
    );
  });
});
