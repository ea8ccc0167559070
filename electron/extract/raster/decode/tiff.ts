/** One page of a TIFF, band by band: a band is a strip or a row of tiles, of all colour planes. */
import { TIFF, type TiffDirectory, tiffNumber } from '../../formats/picture/tiffDirectory.ts';
import type { Raster } from '../raster.ts';
import { openRowSink, shrinkRaster } from '../shrink.ts';
import { checkPixels, type Decoding, damaged, unsupported, warnOfMissingRows } from './decoding.ts';
import { decodeJpeg } from './jpeg.ts';
import { openTiffSamples } from './tiffSamples.ts';
import { type Block, decodeBlock, jpegOf } from './tiffBlock.ts';

export interface TiffLayout {
  width: number;
  height: number;
  bitsPerSample: number;
  samplesPerPixel: number;
  compression: number;
  photometric: number;
  isPlanar: boolean;
  blockWidth: number;
  blockHeight: number;
  offsets: number[];
  sizes: number[];
  directory: TiffDirectory;
}

const JPEG = 7;
const OLD_JPEG = 6;
const FAX = [2, 3, 4];
const YCBCR = 6;
/** A band is held whole. */
const MAX_BAND_BYTES = 256 * 1024 * 1024;

export async function decodeTiff(decoding: Decoding, directory: TiffDirectory): Promise<Raster> {
  const { limits, maxPixels, bytes, warn } = decoding;
  checkPixels(tiffNumber(directory, TIFF.width, 0), tiffNumber(directory, TIFF.height, 0), limits);
  const layout = readLayout(directory);
  if (layout.compression === OLD_JPEG) return decodeOldJpeg(decoding, layout);
  if (isWholeJpeg(layout))
    return decodeJpeg({ ...decoding, bytes: jpegOf(layout, bytes, 0) }, layout.photometric === 2);
  const samples = openTiffSamples(layout);
  const sink = openRowSink({ ...layout, channels: samples.channels }, maxPixels);
  const line = new Uint8Array(layout.width * samples.channels);
  const bands = Math.ceil(layout.height / layout.blockHeight);
  let whole = 0;
  for (let band = 0; band < bands; band += 1) {
    const rows = Math.min(layout.blockHeight, layout.height - band * layout.blockHeight);
    const planes = await decodeBand(decoding, layout, band, rows);
    if (planes === null) break;
    for (let row = 0; row < rows; row += 1) {
      samples.expand(planes, row, line);
      sink.addRow(line);
    }
    whole += rows;
  }
  warnOfMissingRows(whole, layout.height, warn);
  return sink.finish();
}

function readLayout(directory: TiffDirectory): TiffLayout {
  const number = (tag: number, otherwise: number) => tiffNumber(directory, tag, otherwise);
  const list = (tag: number) => directory.numbers.get(tag) ?? [];
  const width = number(TIFF.width, 0);
  const height = number(TIFF.height, 0);
  const isTiled = directory.numbers.has(TIFF.tileWidth);
  const compression = number(TIFF.compression, 1);
  const layout: TiffLayout = {
    width,
    height,
    bitsPerSample: number(TIFF.bitsPerSample, 1),
    samplesPerPixel: number(TIFF.samplesPerPixel, 1),
    compression,
    photometric: number(TIFF.photometric, FAX.includes(compression) ? 0 : 1),
    isPlanar: number(TIFF.planar, 1) === 2,
    blockWidth: isTiled ? number(TIFF.tileWidth, 0) : width,
    blockHeight: isTiled ? number(TIFF.tileHeight, 0) : Math.min(height, number(TIFF.rowsPerStrip, height)),
    offsets: list(isTiled ? TIFF.tileOffsets : TIFF.stripOffsets),
    sizes: list(isTiled ? TIFF.tileBytes : TIFF.stripBytes),
    directory,
  };
  checkLayout(layout);
  return layout;
}

function checkLayout(layout: TiffLayout): void {
  const { width, height, blockWidth, blockHeight, samplesPerPixel, bitsPerSample, compression } = layout;
  if (!(width > 0 && height > 0 && blockWidth > 0 && blockHeight > 0)) throw damaged();
  if (samplesPerPixel < 1 || samplesPerPixel > 16) throw damaged();
  if (![1, 2, 4, 8, 16].includes(bitsPerSample)) throw unsupported(`of ${bitsPerSample} bits a sample in a TIFF`);
  const bandBytes = (Math.ceil(width / blockWidth) * blockWidth * blockHeight * samplesPerPixel * bitsPerSample) / 8;
  if (bandBytes > MAX_BAND_BYTES) throw unsupported('of so many pixels in one piece in a TIFF');
  if (layout.offsets.length === 0 && compression !== OLD_JPEG) throw damaged();
}

/** The planes of one band, each in rows of packed samples; null where the file ends before them. */
async function decodeBand(
  decoding: Decoding,
  layout: TiffLayout,
  band: number,
  rows: number,
): Promise<Uint8Array[] | null> {
  const { width, height, blockWidth, blockHeight, samplesPerPixel, bitsPerSample, isPlanar } = layout;
  const across = Math.ceil(width / blockWidth);
  const down = Math.ceil(height / blockHeight);
  const samples = isPlanar ? 1 : samplesPerPixel;
  // Tiles are stored whole even where they hang over the edge; the last strip is not.
  const blockRows = layout.directory.numbers.has(TIFF.tileWidth) ? blockHeight : rows;
  const blockStride = Math.ceil((blockWidth * samples * bitsPerSample) / 8);
  const planes: Uint8Array[] = [];
  for (let plane = 0; plane < (isPlanar ? samplesPerPixel : 1); plane += 1) {
    const data = new Uint8Array(blockStride * across * rows);
    for (let column = 0; column < across; column += 1) {
      const index = plane * across * down + band * across + column;
      const block: Block = { layout, index, width: blockWidth, rows: blockRows, stride: blockStride, samples };
      const decoded = await decodeBlock(decoding, block);
      if (decoded === null) return null;
      if (across === 1) data.set(decoded.subarray(0, data.byteLength));
      else
        for (let row = 0; row < rows; row += 1)
          data.set(decoded.subarray(row * blockStride, (row + 1) * blockStride), (row * across + column) * blockStride);
    }
    planes.push(data);
  }
  return planes;
}

/** A picture in one strip of JPEG is decoded, and shrunk, as such. */
function isWholeJpeg({ compression, offsets, isPlanar, blockHeight, height }: TiffLayout): boolean {
  return compression === JPEG && offsets.length === 1 && !isPlanar && blockHeight >= height;
}

/** The first form of JPEG in TIFF was given up in 1995; what there is of it holds a whole JPEG somewhere. */
async function decodeOldJpeg(decoding: Decoding, { directory, photometric }: TiffLayout): Promise<Raster> {
  const from = tiffNumber(directory, TIFF.oldJpegOffset, 0);
  const bytes = tiffNumber(directory, TIFF.oldJpegBytes, 0);
  if (from === 0 || bytes === 0) throw unsupported('in this old kind of TIFF');
  const raster = await decodeJpeg(
    { ...decoding, bytes: decoding.bytes.subarray(from, from + bytes) },
    photometric !== YCBCR && photometric !== 1,
  );
  return shrinkRaster(raster, decoding.maxPixels);
}
