import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { encodePng } from '../../../electron/extract/raster/encodePng.ts';
import type { Raster } from '../../../electron/extract/raster/raster.ts';
import { shrinkRaster, shrunkSize } from '../../../electron/extract/raster/shrink.ts';
import { type Orientation, turnUpright } from '../../../electron/extract/raster/turn.ts';
import { drawHere } from './support/drawHere.ts';
import {
  ascii,
  BLUE,
  ENCODED,
  GREEN,
  little,
  makeJpeg,
  makePng,
  makeTiff,
  pngOf,
  RED,
  rgbRows,
  threeFields,
  type TiffEntry,
  withExif,
  withSegment,
} from './support/makePicture.ts';

const FIELDS = threeFields(32, 16);
const RGB_ROWS = rgbRows(32, 16, FIELDS);
const PIXELS = Uint8Array.from(RGB_ROWS.flatMap(row => [...row]));

/** Whether the three fields stand where they should, within `tolerance` of their colours. */
async function expectFields(bytes: Uint8Array, tolerance = 0, scale = 1): Promise<void> {
  const drawn = await drawHere(bytes);
  if (typeof drawn === 'string') throw new Error(drawn);
  expect([drawn.width, drawn.height]).toEqual([32 * scale, 16 * scale]);
  for (const [x, y, colour] of [
    [3, 3, RED],
    [3, 12, GREEN],
    [28, 8, BLUE],
  ] as const) {
    const found = drawn.at(x * scale, y * scale);
    expect(Math.max(...found.map((value, index) => Math.abs(value - (colour[index] ?? 0))))).toBeLessThanOrEqual(
      tolerance,
    );
  }
}

function rgbTiff(entries: TiffEntry[], blocks: Uint8Array[], isTiled = false): Uint8Array {
  const common: TiffEntry[] = [
    [256, 3, [32]],
    [257, 3, [16]],
    [258, 3, [8, 8, 8]],
    [262, 3, [2]],
    [277, 3, [3]],
  ];
  const given = new Set(entries.map(([tag]) => tag));
  return makeTiff([{ entries: [...common.filter(([tag]) => !given.has(tag)), ...entries], blocks }], isTiled);
}

function packBits(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes].flatMap(byte => [0, byte]));
}

/** Codes of 9 bits with a clear before the table would need 10. */
function lzwOf(bytes: Uint8Array): Uint8Array {
  const codes = [256];
  bytes.forEach((byte, index) => {
    if (index > 0 && index % 200 === 0) codes.push(256);
    codes.push(byte);
  });
  codes.push(257);
  const bits = codes.map(code => code.toString(2).padStart(9, '0')).join('');
  return Uint8Array.from((bits.match(/.{1,8}/g) ?? []).map(eight => Number.parseInt(eight.padEnd(8, '0'), 2)));
}

function differences(pixels: Uint8Array, stride: number, samples: number): Uint8Array {
  return pixels.map((value, at) => (at % stride < samples ? value : value - (pixels[at - samples] ?? 0)));
}

describe('a picture is drawn with its own pixels', () => {
  test('from PNG of every kind of samples', async () => {
    await expectFields(makePng(32, 16, RGB_ROWS));
    const palette = [...RED, ...GREEN, ...BLUE];
    const index = (x: number, y: number) => [RED, GREEN, BLUE].indexOf(FIELDS(x, y));
    const twoBits = Array.from({ length: 16 }, (_, y) =>
      Uint8Array.from({ length: 8 }, (_, byte) =>
        [0, 1, 2, 3].reduce((sum, at) => sum * 4 + index(byte * 4 + at, y), 0),
      ),
    );
    await expectFields(makePng(32, 16, twoBits, { depth: 2, colourType: 3, chunks: [['PLTE', palette]] }));
    const deep = RGB_ROWS.map(row => Uint8Array.from([...row].flatMap(value => [value, 7])));
    await expectFields(makePng(32, 16, deep, { depth: 16 }));
  });

  test('from PNG with filters, and interlaced', async () => {
    const stride = 96;
    const filtered = RGB_ROWS.flatMap((row, y) => [
      y % 2 === 0 ? 1 : 2,
      ...row.map((value, at) => value - ((y % 2 === 0 ? (at < 3 ? 0 : row[at - 3]) : RGB_ROWS[y - 1]?.[at]) ?? 0)),
    ]);
    expect(filtered).toHaveLength(16 * (stride + 1));
    await expectFields(pngOf(32, 16, deflateSync(Uint8Array.from(filtered.map(value => value & 255)))));
    const passes: [number, number, number, number][] = [
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ];
    const interlaced = passes.flatMap(([left, top, across, down]) => {
      const bytes: number[] = [];
      for (let y = top; y < 16; y += down) {
        bytes.push(0);
        for (let x = left; x < 32; x += across) bytes.push(...FIELDS(x, y));
      }
      return bytes;
    });
    await expectFields(pngOf(32, 16, deflateSync(Uint8Array.from(interlaced)), { interlaced: true }));
  });

  test('from JPEG, JPEG 2000, WebP and HEIC', async () => {
    await expectFields(makeJpeg(32, 16, FIELDS), 8);
    await expectFields(ENCODED.jp2, 4);
    await expectFields(ENCODED.webpLossless);
    await expectFields(ENCODED.webpLossy, 24);
    await expectFields(ENCODED.heic, 24, 2);
  });

  test('from TIFF in strips, tiles and planes, however they are packed', async () => {
    await expectFields(rgbTiff([[278, 3, [16]]], [PIXELS]));
    await expectFields(
      rgbTiff(
        [[278, 3, [5]]],
        [0, 5, 10, 15].map(row => PIXELS.slice(row * 96, (row + 5) * 96)),
      ),
    );
    await expectFields(
      rgbTiff(
        [
          [259, 3, [8]],
          [317, 3, [2]],
        ],
        [deflateSync(differences(PIXELS, 96, 3))],
      ),
    );
    await expectFields(rgbTiff([[259, 3, [5]]], [lzwOf(PIXELS)]));
    await expectFields(rgbTiff([[259, 3, [32773]]], [packBits(PIXELS)]));
    const plane = (channel: number) => PIXELS.filter((_, at) => at % 3 === channel);
    await expectFields(rgbTiff([[284, 3, [2]]], [plane(0), plane(1), plane(2)]));
    const tile = (left: number) =>
      Uint8Array.from(
        Array.from({ length: 16 }, (_, y) => [...PIXELS.slice(y * 96 + left * 3, y * 96 + left * 3 + 48)]).flat(),
      );
    await expectFields(
      rgbTiff(
        [
          [322, 3, [16]],
          [323, 3, [16]],
        ],
        [tile(0), tile(16)],
        true,
      ),
    );
    const deep = Uint8Array.from([...PIXELS].flatMap(value => [9, value]));
    await expectFields(rgbTiff([[258, 3, [16, 16, 16]]], [deep]));
    await expectFields(
      rgbTiff(
        [
          [259, 3, [7]],
          [262, 3, [6]],
        ],
        [makeJpeg(32, 16, FIELDS)],
      ),
      8,
    );
    const inks = Uint8Array.from(
      Array.from({ length: 512 }, (_, at) => [...PIXELS.slice(at * 3, at * 3 + 3).map(value => 255 - value), 0]).flat(),
    );
    await expectFields(
      rgbTiff(
        [
          [258, 3, [8, 8, 8, 8]],
          [262, 3, [5]],
          [277, 3, [4]],
        ],
        [inks],
      ),
    );
  });

  test('from a fax of one black line, in either photometry', async () => {
    // Group 4, a row of 16: horizontal mode, white 0, black 16, and the end of the block.
    const bits = ['001', '00110101', '0000010111', '000000000001', '000000000001'].join('');
    const coded = Uint8Array.from((bits.match(/.{1,8}/g) ?? []).map(eight => Number.parseInt(eight.padEnd(8, '0'), 2)));
    const fax = (photometric: number) =>
      makeTiff([
        {
          entries: [
            [256, 3, [16]],
            [257, 3, [1]],
            [259, 3, [4]],
            [262, 3, [photometric]],
          ],
          blocks: [coded],
        },
      ]);
    expect(await drawHere(fax(0))).toMatchObject({ width: 16, height: 1, channels: 1 });
    const [normal, reversed] = [await drawHere(fax(0)), await drawHere(fax(1))];
    expect([normal, reversed].map(drawn => (typeof drawn === 'string' ? drawn : drawn.at(7, 0)))).toEqual([[0], [255]]);
  });

  test('from BMP, bottom up or run-length coded, and GIF', async () => {
    const bmp = (depth: number, compression: number, palette: number[], pixels: number[]) => {
      const at = 54 + palette.length;
      const header = [...ascii('BM'), ...little(at + pixels.length), 0, 0, 0, 0, ...little(at)];
      const info = [
        ...little(40),
        ...little(32),
        ...little(16),
        1,
        0,
        depth,
        0,
        ...little(compression),
        ...Array(12).fill(0),
        ...little(palette.length / 4),
        ...little(0),
      ];
      return Uint8Array.from([...header, ...info, ...palette, ...pixels]);
    };
    const upwards = [...RGB_ROWS]
      .reverse()
      .flatMap(row => [...row].map((_, at) => row[at - (at % 3) + 2 - (at % 3)] ?? 0));
    await expectFields(bmp(24, 0, [], upwards));
    const palette = [RED, GREEN, BLUE].flatMap(([red, green, blue]) => [blue, green, red, 0]);
    const runs = Array.from({ length: 16 }, (_, row) => [16, row < 8 ? 1 : 0, 16, 2, 0, 0]).flat();
    await expectFields(bmp(8, 1, palette, [...runs, 0, 1]));
    await expectFields(
      makeGif(32, 16, [...RED, ...GREEN, ...BLUE, 0, 0, 0], (x, y) => [RED, GREEN, BLUE].indexOf(FIELDS(x, y))),
    );
  });
});

/** Codes of 3 bits, cleared before they would grow. */
function makeGif(
  width: number,
  height: number,
  palette: number[],
  indexAt: (x: number, y: number) => number,
): Uint8Array {
  const codes: number[] = [];
  for (let at = 0; at < width * height; at += 1) {
    if (at % 2 === 0) codes.push(4);
    codes.push(indexAt(at % width, Math.floor(at / width)));
  }
  codes.push(5);
  const bytes: number[] = [];
  codes.forEach((code, index) => {
    for (let bit = 0; bit < 3; bit += 1) {
      const place = index * 3 + bit;
      if (code & (1 << bit)) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (1 << (place & 7));
      else bytes[place >> 3] ??= 0;
    }
  });
  const blocks: number[] = [];
  for (let at = 0; at < bytes.length; at += 255)
    blocks.push(Math.min(255, bytes.length - at), ...bytes.slice(at, at + 255));
  const size = [width & 255, width >> 8, height & 255, height >> 8];
  return Uint8Array.from([
    ...ascii('GIF89a'),
    ...size,
    0x81,
    0,
    0,
    ...palette,
    0x2c,
    0,
    0,
    0,
    0,
    ...size,
    0,
    2,
    ...blocks,
    0,
    0x3b,
  ]);
}

describe('a drawn picture', () => {
  test('stands upright by its EXIF', async () => {
    const turned = withExif(makeJpeg(32, 16, FIELDS), makeTiff([{ entries: [[0x0112, 3, [6]]] }]));
    const drawn = await drawHere(turned);
    if (typeof drawn === 'string') throw new Error(drawn);
    expect([drawn.width, drawn.height]).toEqual([16, 32]);
    // What was below on the left is now on the left above.
    const nearest = (x: number, y: number) => {
      const [red = 0, green = 0, blue = 0] = drawn.at(x, y);
      return green > 150 ? 'green' : blue > 150 ? 'blue' : red > 150 ? 'red' : 'none';
    };
    expect([nearest(3, 4), nearest(12, 4), nearest(8, 28)]).toEqual(['green', 'red', 'blue']);
  });

  test('of several pages is drawn page by page', async () => {
    const page = (value: number) => ({
      entries: [
        [256, 3, [4]],
        [257, 3, [4]],
        [258, 3, [8]],
        [262, 3, [1]],
      ] as TiffEntry[],
      blocks: [new Uint8Array(16).fill(value)],
    });
    const tiff = makeTiff([page(10), page(200)]);
    const drawn = await drawHere(tiff, { pageIndex: 1 });
    expect(drawn).toMatchObject({ pageCount: 2, channels: 1 });
    expect(typeof drawn === 'string' ? drawn : drawn.at(1, 1)).toEqual([200]);
    expect(await drawHere(tiff, { pageIndex: 2 })).toBe('unreadable');
  });

  test('lies on white where it is transparent, and on dark where all that shows is white', async () => {
    const rows = (grey: number) =>
      Array.from({ length: 8 }, (_, y) =>
        Uint8Array.from(Array.from({ length: 8 }, (_, x) => [grey, x === y ? 255 : 0]).flat()),
      );
    const pixels = async (grey: number) => {
      const drawn = await drawHere(makePng(8, 8, rows(grey), { colourType: 4 }));
      return typeof drawn === 'string' ? drawn : [drawn.at(0, 0), drawn.at(0, 7)];
    };
    expect(await pixels(0)).toEqual([[0], [255]]);
    expect(await pixels(255)).toEqual([[255], [0x30]]);
  });

  test('is shrunk by the mean of areas: a chequered board becomes grey', async () => {
    const board = Array.from({ length: 64 }, (_, y) => Uint8Array.from({ length: 64 }, (_, x) => ((x + y) % 2) * 255));
    const jpeg = makeJpeg(64, 64, (x, y) => (((x >> 3) + (y >> 3)) % 2 === 0 ? [255, 255, 255] : [0, 0, 0]), 100);
    for (const [picture, maxPixels] of [
      [makePng(64, 64, board, { colourType: 0 }), 256],
      [jpeg, 16],
    ] as const) {
      const drawn = await drawHere(picture, { maxPixels });
      if (typeof drawn === 'string') throw new Error(drawn);
      expect(drawn.width * drawn.height).toBe(maxPixels);
      expect(Math.abs((drawn.at(1, 1)[0] ?? 0) - 127)).toBeLessThan(6);
    }
  });

  test('of three colours is the same with Photoshop’s mark, which only inverts four inks', async () => {
    const adobe = [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 1];
    await expectFields(withSegment(makeJpeg(32, 16, FIELDS), 0xee, adobe), 8);
  });
});

const rasters = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
    channels: fc.constantFrom(1 as const, 3 as const, 4 as const),
  })
  .chain(({ width, height, channels }) =>
    fc
      .uint8Array({ minLength: width * height * channels, maxLength: width * height * channels })
      .map((data): Raster => ({ width, height, channels, data })),
  );

describe('rasters', () => {
  test('are the same after being written as PNG and read by another reader', () => {
    fc.assert(
      fc.property(rasters, raster => {
        const { width, height, data, channels } = decode(encodePng(raster));
        if (raster.channels === 1 && raster.data.every(value => value === 0 || value === 255)) return;
        expect({ width, height, channels, data: new Uint8Array(data) }).toEqual(raster);
      }),
      { numRuns: 60 },
    );
  });

  test('that are mostly zeros are written so that any reader can inflate them', () => {
    const sparse = fc.array(fc.tuple(fc.nat(99), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(sparse, places => {
        const raster: Raster = { width: 10, height: 10, channels: 1, data: new Uint8Array(100).fill(0) };
        for (const [at, value] of places) raster.data[at] = value;
        expect(
          decode(encodePng({ ...raster, data: raster.data.map(value => (value === 255 ? 254 : value)) })).width,
        ).toBe(10);
      }),
    );
  });

  test('of black and white are written with a bit a pixel', () => {
    const raster: Raster = {
      width: 10,
      height: 2,
      channels: 1,
      data: Uint8Array.from({ length: 20 }, (_, at) => ((at % 3) % 2) * 255),
    };
    expect(decode(encodePng(raster))).toMatchObject({
      depth: 1,
      data: Uint8Array.from([0b01001001, 0, 0b10010010, 0b01000000]),
    });
  });

  test('keep their mean when shrunk, and never exceed the pixels asked for', () => {
    fc.assert(
      fc.property(rasters, fc.integer({ min: 1, max: 900 }), (raster, maxPixels) => {
        const small = shrinkRaster(raster, maxPixels);
        expect(small.width * small.height).toBeLessThanOrEqual(maxPixels);
        if (raster.channels === 4) return;
        const mean = ({ data }: Raster) => data.reduce((sum, value) => sum + value, 0) / data.length;
        expect(Math.abs(mean(small) - mean(raster))).toBeLessThan(1);
      }),
      { numRuns: 100 },
    );
  });

  test('of any size shrink to at least one pixel', () => {
    expect(shrunkSize(1_000_000, 1, 100)).toEqual({ width: 100, height: 1 });
    expect(shrunkSize(3, 1_000_000, 100)).toEqual({ width: 1, height: 100 });
  });

  test('come back after four turns, and after two mirrorings', () => {
    fc.assert(
      fc.property(rasters, raster => {
        const turns = (...orientations: Orientation[]) => orientations.reduce(turnUpright, raster);
        expect(turns(6, 6, 6, 6)).toEqual(raster);
        expect(turns(6, 8)).toEqual(raster);
        expect(turns(2, 2)).toEqual(raster);
        expect(turns(5, 5)).toEqual(raster);
        expect(turns(6, 6)).toEqual(turns(3));
        expect(turns(2, 3)).toEqual(turns(4));
        expect(turns(5, 3)).toEqual(turns(7));
      }),
      { numRuns: 40 },
    );
  });
});
