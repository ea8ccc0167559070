import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { openByteReader } from '../../../electron/extract/byteReader.ts';
import { DEFAULT_LIMITS } from '../../../electron/extract/limits.ts';
import { composePage } from '../../../electron/extract/ocr/composePage.ts';
import { straighten } from '../../../electron/extract/ocr/deskew.ts';
import { toGrey, toPgm } from '../../../electron/extract/ocr/grey.ts';
import { type QuarterTurns, turnBack, turned } from '../../../electron/extract/ocr/quarterTurns.ts';
import { type RawWord, readTsv } from '../../../electron/extract/ocr/readTsv.ts';
import { openRecogniser } from '../../../electron/extract/ocr/recogniser.ts';
import { openPdfDrawer, sizeInPixels } from '../../../electron/extract/raster/drawPdf.ts';
import type { Raster } from '../../../electron/extract/raster/raster.ts';
import { type ShippedFile, SHIPPED_FILES } from '../../../electron/extract/shippedFiles.ts';
import type { ExtractedPage } from '../../../shared/domain/extraction.ts';
import { openLocalHost, sourceOf } from './support/extractHere.ts';
import { makePdf } from './support/makePdf.ts';

const assets = {
  shipped: (name: ShippedFile) => readFile(new URL(`../../../${SHIPPED_FILES[name]}`, import.meta.url)),
};
const host = openLocalHost();
afterAll(() => host.close());

const LINES = ['The vessel Example Star left Nampo', 'with 2400 tons of coal on board'];
/** The upper strip of a page is enough to read, and faster. */
const STRIP = '/CropBox [0 662 595 782]';

async function drawStrip(entries = STRIP, lines = LINES): Promise<Raster> {
  const pdf = makePdf([{ lines, entries }]);
  const drawer = await openPdfDrawer({
    source: openByteReader(pdf.byteLength, async (offset, length) => pdf.slice(offset, offset + length)),
    detected: { mediaType: 'application/pdf' },
    fileName: 'strip.pdf',
    limits: DEFAULT_LIMITS,
    assets,
  });
  try {
    return await drawer.draw(0, { maxPixels: 10_000_000, dpi: 200 });
  } finally {
    drawer.close();
  }
}

async function recogniseRaster(raster: Raster) {
  const recogniser = await openRecogniser({ models: ['eng'], assets });
  return recogniser.recognise(raster);
}

async function recognisePdf(pdf: Uint8Array, models = ['eng'], pageIndexes = [0]) {
  const pages: ExtractedPage[] = [];
  const outcome = await host.recognise({
    source: sourceOf(pdf),
    fileName: 'scan.pdf',
    models,
    pageIndexes,
    onPages: batch => {
      pages.push(...batch);
    },
  });
  return { outcome, pages };
}

/** The place of one word, in hundredths of the page. */
function placeOf(page: Pick<ExtractedPage, 'text' | 'words'>, word: string) {
  const box = page.words?.find(({ start, end }) => page.text.slice(start, end) === word);
  return box && [box.x, box.y, box.w, box.h].map(value => Math.round(value * 100));
}

test('gives the text of a page with a box for each word at its place in the text', async () => {
  const { outcome, pages } = await recognisePdf(makePdf([{ lines: LINES, entries: STRIP }]));
  const page = pages[0];
  expect(outcome).toEqual({ ok: true });
  expect(page?.text).toBe(LINES.join('\n'));
  expect(page?.words?.map(({ start, end }) => page.text.slice(start, end))).toEqual(LINES.join(' ').split(' '));
  expect(page).toMatchObject({ index: 0, method: 'ocr', label: null });
  expect(page?.confidence).toBeGreaterThan(0.8);
  // 72 pt from the left of 595, its foot 62 pt below the top of 120, capitals of 12 pt.
  const [x, y, , h] = (page && placeOf(page, 'The')) ?? [];
  expect([x, y, h]).toEqual([12, 44, 7]);
});

test('a page that its PDF turns has its words where they are on the page before turning', async () => {
  const pages = await Promise.all(
    [0, 90, 180, 270].map(async turn => {
      const { rotation, ...raster } = await drawStrip(`${STRIP} /Rotate ${turn}`);
      expect(rotation).toBe(turn);
      return recogniseRaster({ ...raster, rotation });
    }),
  );
  for (const page of pages) {
    expect(page.text).toBe(LINES.join('\n'));
    for (const word of ['vessel', 'tons']) {
      const places = placeOf(page as ExtractedPage, word) ?? [];
      const upright = placeOf(pages[0] as ExtractedPage, word) ?? [];
      for (const [at, value] of places.entries()) expect(Math.abs(value - (upright[at] ?? -9))).toBeLessThanOrEqual(1);
    }
  }
});

test('a page that was scanned askew has its words where they are on the scan', async () => {
  const straight = await drawStrip();
  const slope = Math.tan((4 * Math.PI) / 180);
  const askew = straighten(straight, -slope);
  const page = (await recogniseRaster(askew.raster)) as ExtractedPage;
  expect(page.text).toBe(LINES.join('\n'));
  const original = (await recogniseRaster(straight)) as ExtractedPage;
  for (const word of ['vessel', 'coal']) {
    const box = page.words?.find(({ start, end }) => page.text.slice(start, end) === word);
    const { x, y, w, h } = box ? askew.boxBack(box) : { x: 0, y: 0, w: 0, h: 0 };
    const [left, top, across, down] = placeOf(original, word) ?? [];
    // The box of a slanted box is larger; its middle stays.
    expect(Math.abs((x + w / 2) * 100 - ((left ?? 0) + (across ?? 0) / 2))).toBeLessThan(1.5);
    expect(Math.abs((y + h / 2) * 100 - ((top ?? 0) + (down ?? 0) / 2))).toBeLessThan(4);
  }
});

test('a blank page has no words, and nothing to be sure of', async () => {
  const { pages } = await recognisePdf(makePdf([{ lines: [], entries: STRIP }]));
  expect(pages[0]).toMatchObject({ text: '', words: [], confidence: null, method: 'ocr' });
});

test('pages come with the indexes that were asked for; one that is not there is said to be missing', async () => {
  const pdf = makePdf(['one', 'two', 'three'].map(word => ({ lines: [`page ${word}`], entries: STRIP })));
  const { pages } = await recognisePdf(pdf, ['eng'], [2, 0]);
  expect(pages.map(({ index, text }) => [index, text])).toEqual([
    [2, 'page three'],
    [0, 'page one'],
  ]);
  expect((await recognisePdf(pdf, ['eng'], [3])).outcome).toEqual({
    ok: false,
    problem: { code: 'unreadable', detail: 'The PDF has no page 4.' },
  });
});

test('several models are used at once, and one that does not ship is named', async () => {
  const pdf = makePdf([{ lines: LINES, entries: STRIP }]);
  expect((await recognisePdf(pdf, ['kor', 'eng'])).pages[0]?.text).toContain('Example Star left Nampo');
  expect((await recognisePdf(pdf, ['fra'])).outcome).toEqual({
    ok: false,
    problem: { code: 'unsupported-type', detail: 'There is no model for recognising “fra” in this version.' },
  });
});

test('a page of a mile is drawn no larger than allowed', () => {
  expect(sizeInPixels(595, 842, { maxPixels: 40_000_000, dpi: 300 })).toEqual({ width: 2479, height: 3508 });
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e7 }),
      fc.double({ min: 0, max: 1e7 }),
      fc.integer({ min: 1, max: 4e7 }),
      (widthPt, heightPt, maxPixels) => {
        const { width, height } = sizeInPixels(widthPt, heightPt, { maxPixels, dpi: 300 });
        expect(width * height).toBeLessThanOrEqual(maxPixels);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
      },
    ),
  );
});

test('a form and a note are drawn; colour stays for looking and goes for recognising', async () => {
  const pdf = makePdf([{ lines: ['x'], entries: `${STRIP} /Annots [100 0 R]` }], {
    objects: [
      '<< /Type /Annot /Subtype /Square /Rect [100 680 300 760] /IC [1 0 0] /C [1 0 0] /AP << /N 101 0 R >> >>',
      '<< /Type /XObject /Subtype /Form /BBox [0 0 200 80] /Length 24 >>\nstream\n1 0 0 rg 0 0 200 80 re f\nendstream',
    ],
  });
  const drawer = await openPdfDrawer({
    source: openByteReader(pdf.byteLength, async (offset, length) => pdf.slice(offset, offset + length)),
    detected: { mediaType: 'application/pdf' },
    fileName: 'note.pdf',
    limits: DEFAULT_LIMITS,
    assets,
  });
  const shown = await drawer.draw(0, { maxPixels: 595 * 120 });
  const at = (60 * shown.width + 200) * shown.channels;
  expect([shown.channels, ...shown.data.subarray(at, at + 3)]).toEqual([3, 255, 0, 0]);
  expect((await drawer.draw(0, { maxPixels: 595 * 120, dpi: 72 })).channels).toBe(1);
  drawer.close();
});

test('a box goes through any number of quarter turns and back', () => {
  const fraction = fc.double({ min: 0, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(
      fraction,
      fraction,
      fraction,
      fraction,
      fc.constantFrom<QuarterTurns>(0, 1, 2, 3),
      (x, y, w, h, turns) => {
        const back = turnBack(turnBack({ x, y, w, h }, turns), ((4 - turns) % 4) as QuarterTurns);
        for (const [value, expected] of [
          [back.x, x],
          [back.y, y],
          [back.w, w],
          [back.h, h],
        ] as const)
          expect(value).toBeCloseTo(expected, 9);
      },
    ),
  );
});

test('pixels turn clockwise, and their boxes turn back', () => {
  // A black pixel at the top right of 3 × 2.
  const page: Raster = { width: 3, height: 2, channels: 1, data: Uint8Array.from([9, 9, 0, 9, 9, 9]) };
  const side = turned(page, 1);
  expect({ ...side, data: [...side.data] }).toMatchObject({ width: 2, height: 3, data: [9, 9, 9, 9, 9, 0] });
  const { x, y, w, h } = turnBack({ x: 1 / 2, y: 2 / 3, w: 1 / 2, h: 1 / 3 }, 1);
  expect([x * 3, y * 2, w * 3, h * 2].map(value => Math.round(value))).toEqual([2, 0, 1, 1]);
});

function wordAt(text: string, line: number, x: number, w = 0.05, paragraph = 1): RawWord {
  return { text, confidence: 0.9, box: { x, y: line / 50, w, h: 0.01 }, block: 1, paragraph, line };
}

test('Chinese and Japanese words stand together as they are printed; a column is kept apart', () => {
  const page = composePage([
    wordAt('正品', 1, 0.1),
    wordAt('促销', 1, 0.15),
    wordAt('价格', 1, 0.6),
    wordAt('Ltd', 1, 0.66),
  ]);
  expect(page.text).toBe('正品促销 价格 Ltd');
  expect(page.words?.map(({ start, end }) => [start, end])).toEqual([
    [0, 2],
    [2, 4],
    [5, 7],
    [8, 11],
  ]);
});

test('Korean words keep their spaces, and a word broken at a line end is put together', () => {
  expect(composePage([wordAt('조선', 1, 0.1), wordAt('무역', 1, 0.16)]).text).toBe('조선 무역');
  const broken = composePage([
    wordAt('kokend', 1, 0.1),
    wordAt('wa-', 1, 0.2),
    wordAt('ter', 2, 0.1),
    wordAt('IMO-', 2, 0.2),
    wordAt('9', 3, 0.1),
  ]);
  expect(broken.text).toBe('kokend water IMO-\n9');
  expect(broken.words?.map(({ start, end }) => broken.text.slice(start, end))).toEqual([
    'kokend',
    'wa',
    'ter',
    'IMO-',
    '9',
  ]);
});

test('every word of a page stands in its text where its box says, whatever was recognised', () => {
  const word = fc.record({
    text: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .filter(text => text.trim() !== '')
      .map(text => text.replace(/\s/g, 'x')),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    box: fc.constant({ x: 0.1, y: 0.1, w: 0.1, h: 0.1 }),
    block: fc.integer({ min: 1, max: 2 }),
    paragraph: fc.integer({ min: 1, max: 2 }),
    line: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), words => {
      const page = composePage(words);
      expect(page.words).toHaveLength(words.length);
      for (const [at, { start, end }] of (page.words ?? []).entries()) {
        const text = words[at]?.text ?? '';
        expect([text, text.replace(/-$/, '')]).toContain(page.text.slice(start, end));
      }
    }),
  );
});

test('an answer of the engine that is cut short or nonsense gives no word that is none', () => {
  const row = '5\t1\t1\t1\t1\t1\t100\t50\t20\t10\t96.5\tword';
  expect(
    readTsv(`${row}\n5\t1\t1\t1\t1\t2\t0\t0\t9\t9\t95\t \n5\t1\n4\t1\t1\t1\t1\t0\t1\t1\t1\t1\t-1\t\n`, 1000, 100),
  ).toEqual([
    {
      text: 'word',
      confidence: 0.965,
      box: { x: 0.1, y: 0.5, w: expect.closeTo(0.02), h: expect.closeTo(0.1) },
      block: 1,
      paragraph: 1,
      line: 1,
    },
  ]);
  expect(readTsv('5\t1\t1\t1\t1\t1\t-5\tNaN\t99999\t10\t940\tx', 100, 100)[0]).toMatchObject({
    confidence: 1,
    box: { x: 0, y: 0 },
  });
});

test('transparent paper is white, and a PGM is as large as its header says', () => {
  const clear: Raster = { width: 2, height: 1, channels: 4, data: Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 255]) };
  expect([...toGrey(clear).data].map(value => value > 128)).toEqual([true, false]);
  expect(new TextDecoder().decode(toPgm({ width: 2, height: 1, channels: 1, data: Uint8Array.from([65, 66]) }))).toBe(
    'P5\n2 1\n255\nAB',
  );
});
