import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pictureDistance } from '../../../shared/domain/pictureHash.ts';
import { extractHere } from './support/extractHere.ts';
import {
  ascii,
  type Colour,
  ENCODED,
  makeJpeg,
  makePng,
  makeTiff,
  type PngChunk,
  rgbRows,
  type TiffEntry,
  threeFields,
  withExif,
  withSegment,
} from './support/makePicture.ts';

const NORTH_EAST: TiffEntry[] = [
  [1, 2, 'N'],
  [2, 5, [38, 1, 30, 1, 1500, 100]],
  [3, 2, 'E'],
  [4, 5, [125, 1, 0, 1, 0, 1]],
];
const CAMERA = makeTiff([
  {
    entries: [
      [0x010f, 2, 'Example Optics'],
      [0x0110, 2, 'EX-1'],
      [0x0112, 3, [6]],
      [0x0132, 2, '2026:03:01 10:00:00'],
    ],
    exif: [
      [0x9003, 2, '2026:02:28 23:15:00'],
      [0x9011, 2, '+09:00'],
      [0x9291, 2, '42'],
      [0xa430, 2, 'A. Example'],
      [0xa431, 2, '0012345'],
    ],
    gps: [...NORTH_EAST, [5, 1, [1]], [6, 5, [25, 2]], [7, 5, [14, 1, 15, 1, 9, 1]], [0x1d, 2, '2026:02:28']],
  },
]);

const FIELDS = threeFields(80, 60);
const PHOTO = makeJpeg(80, 60, FIELDS);
const waves = (x: number, y: number): Colour => [128 + 100 * Math.sin(x / 9), 128 + 100 * Math.cos(y / 7 + x / 20), 90];

function xmpSegment(body: string, attributes = ''): number[] {
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" ${attributes}>${body}</rdf:Description></rdf:RDF></x:xmpmeta>`;
  return ascii(`http://ns.adobe.com/xap/1.0/\0${packet}`);
}

async function summaryOf(bytes: Uint8Array, fileName = 'picture') {
  const { outcome } = await extractHere(bytes, fileName);
  if (!outcome.ok) throw new Error(outcome.problem.detail);
  return outcome.summary;
}

describe('a picture', () => {
  test('gives its size and what its camera wrote, and a page that awaits OCR', async () => {
    const { outcome, pages } = await extractHere(withExif(PHOTO, CAMERA), 'p.jpg');
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
        widthPt: 60,
        heightPt: 45,
        rotation: 90,
      },
    ]);
    expect(outcome).toMatchObject({
      summary: {
        metadata: {
          widthPx: '80',
          heightPx: '60',
          orientation: 'turned left',
          make: 'Example Optics',
          model: 'EX-1',
          serialNumber: '0012345',
          owner: 'A. Example',
          taken: '2026:02:28 23:15:00.42 +09:00',
          made: '2026:03:01 10:00:00',
          latitude: '38° 30′ 15″ N',
          longitude: '125° 0′ 0″ E',
          gpsDate: '2026:02:28 14:15:09 UTC',
        },
        places: [{ name: null, latitude: 38.5041667, longitude: 125, altitudeM: -12.5, at: '2026:02:28 14:15:09 UTC' }],
        warnings: [],
      },
    });
  });

  test('gives no place for a position that is incomplete, divided by nothing or nowhere on Earth, and says so', async () => {
    const gps = (entries: TiffEntry[]) =>
      withExif(PHOTO, makeTiff([{ entries: [[0x010f, 2, 'X-Cam']], gps: entries }]));
    const told = async (entries: TiffEntry[]) => {
      const { places, warnings } = await summaryOf(gps(entries));
      return [places, warnings.length];
    };
    expect(await told(NORTH_EAST.filter(([tag]) => tag !== 1))).toEqual([[], 1]);
    expect(await told([...NORTH_EAST.filter(([tag]) => tag !== 2), [2, 5, [38, 1, 0, 0, 0, 0]]])).toEqual([[], 1]);
    expect(await told([...NORTH_EAST.filter(([tag]) => tag !== 4), [4, 5, [250, 1, 0, 1, 0, 1]]])).toEqual([[], 1]);
    const south = NORTH_EAST.map((entry): TiffEntry => (entry[0] === 1 ? [1, 2, 'S'] : entry));
    expect(await told(south)).toEqual([[expect.objectContaining({ latitude: -38.5041667 })], 0]);
  });

  test('tells how it was edited, from its XMP', async () => {
    const step = (action: string, agent: string) =>
      `<rdf:li rdf:parseType="Resource"><stEvt:action>${action}</stEvt:action><stEvt:softwareAgent>${agent}</stEvt:softwareAgent><stEvt:when>2026-03-02T08:00:00+09:00</stEvt:when></rdf:li>`;
    const history = `<xmpMM:History><rdf:Seq>${step('created', 'Example Camera')}${step('saved', 'Example Editor')}</rdf:Seq></xmpMM:History>`;
    const picture = withSegment(PHOTO, 0xe1, xmpSegment(history, 'xmp:CreatorTool="Example Editor 9"'));
    expect((await summaryOf(picture)).metadata).toMatchObject({
      software: 'Example Editor 9',
      editHistory:
        'created, Example Camera, 2026-03-02T08:00:00+09:00; saved, Example Editor, 2026-03-02T08:00:00+09:00',
    });
  });

  test('is called made by a machine only where its own file says so', async () => {
    const type = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
    const declared = withSegment(PHOTO, 0xe1, xmpSegment('', `Iptc4xmpExt:DigitalSourceType="${type}"`));
    expect((await summaryOf(declared)).metadata['generatedBy']).toBe('a trained model (IPTC source type)');
    const rows = rgbRows(20, 20, FIELDS);
    const text = (type: string, data: PngChunk[1]) => summaryOf(makePng(20, 20, rows, { chunks: [[type, data]] }));
    const prompt = 'a ship at night\nSteps: 20, Sampler: Euler a, Seed: 1';
    expect((await text('tEXt', ascii(`parameters\0${prompt}`))).metadata['generatedBy']).toBe('Stable Diffusion');
    const packed = [...ascii('parameters\0'), 0, ...deflateSync(prompt)];
    expect((await text('zTXt', packed)).metadata['generatedBy']).toBe('Stable Diffusion');
    expect((await text('tEXt', ascii('parameters\0of my camera'))).metadata['generatedBy']).toBeUndefined();
    expect((await summaryOf(PHOTO)).metadata['generatedBy']).toBeUndefined();
  });

  test('names content credentials without vouching for them', async () => {
    const jumbf = withSegment(PHOTO, 0xeb, ascii('JP\0\0\0\0\0\0jumbjumdc2pa'));
    const png = makePng(4, 4, rgbRows(4, 4, FIELDS), { chunks: [['caBX', ascii('jumb')]] });
    for (const picture of [jumbf, png])
      expect((await summaryOf(picture)).metadata['contentCredentials']).toMatch(/not checked/);
  });

  test('in PNG gives its resolution, and its texts even behind the pixels', async () => {
    const rows = rgbRows(300, 150, FIELDS);
    const png = makePng(300, 150, rows, { chunks: [['pHYs', [0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]]] });
    const end = png.byteLength - 12;
    const late = Uint8Array.from([
      ...png.subarray(0, end),
      ...[0, 0, 0, 17, ...ascii('tEXtAuthor\0A. Example'), 0, 0, 0, 0],
      ...png.subarray(end),
    ]);
    const { outcome, pages } = await extractHere(late, 'p');
    expect(pages[0]).toMatchObject({ widthPt: 72, heightPt: 36 });
    expect(outcome).toMatchObject({ summary: { metadata: { artist: 'A. Example' } } });
  });

  test('in TIFF has a page for each directory, in points by its resolution', async () => {
    const page = (dpi: number) => ({
      entries: [
        [256, 3, [64]],
        [257, 3, [48]],
        [258, 3, [8]],
        [262, 3, [1]],
        [282, 5, [dpi, 1]],
        [296, 3, [2]],
      ] as TiffEntry[],
      blocks: [new Uint8Array(64 * 48)],
    });
    const { pages, outcome } = await extractHere(makeTiff([page(100), page(200)]), 'scan.tif');
    expect(pages.map(({ widthPt, heightPt, method }) => [widthPt, heightPt, method])).toEqual([
      [46.08, 34.56, 'none'],
      [23.04, 17.28, 'none'],
    ]);
    expect(outcome).toMatchObject({ summary: { metadata: { frames: '2' } } });
  });

  test('in HEIC, WebP and JPEG 2000 is measured and hashed too', async () => {
    for (const [picture, size] of [
      [ENCODED.heic, ['64', '32']],
      [ENCODED.webpLossless, ['32', '16']],
      [ENCODED.jp2, ['32', '16']],
    ] as const) {
      const { metadata, pictureHash } = await summaryOf(picture);
      expect([metadata['widthPx'], metadata['heightPx']]).toEqual(size);
      expect(pictureHash).toMatch(/^[0-9a-f]{16}$/);
    }
  });

  test('has the hash of its copies in other formats', async () => {
    const jpeg = await summaryOf(makeJpeg(240, 180, waves, 60));
    const png = await summaryOf(makePng(240, 180, rgbRows(240, 180, waves)));
    expect(pictureDistance(jpeg.pictureHash ?? '', png.pictureHash ?? '')).toBeLessThanOrEqual(2);
    const other = await summaryOf(makeJpeg(240, 180, FIELDS));
    expect(pictureDistance(jpeg.pictureHash ?? '', other.pictureHash ?? '')).toBeGreaterThan(16);
  });

  test('whose preview shows something else is pointed out; one whose preview is its own is not', async () => {
    const withPreview = (preview: Uint8Array) => {
      const first = makeTiff([
        { entries: [[0x010f, 2, 'X-Cam']] },
        {
          entries: [
            [0x0103, 3, [6]],
            [0x0201, 4, [0]],
            [0x0202, 4, [preview.byteLength]],
          ],
        },
      ]);
      // The preview lies behind its directory, which is the last thing written: its offset is the value of tag 0x0201.
      const exif = Uint8Array.from([...first, ...preview]);
      new DataView(exif.buffer).setUint32(first.byteLength - 4 - 2 * 12 + 8, first.byteLength, true);
      return withExif(makeJpeg(240, 180, waves), exif);
    };
    const own = await summaryOf(withPreview(makeJpeg(80, 60, (x, y) => waves(x * 3, y * 3))));
    const foreign = await summaryOf(withPreview(makeJpeg(80, 60, FIELDS)));
    expect([own.metadata['embeddedThumbnail'], own.warnings]).toEqual(['yes', []]);
    expect(foreign.warnings).toEqual([expect.stringContaining('preview')]);
  });
});
