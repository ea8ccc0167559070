/** The samples of one strip or tile, unpacked from whatever they are packed with. */
import { Unzlib } from 'fflate';
import { TIFF, tiffNumber } from '../../formats/picture/tiffDirectory.ts';
import { type Decoding, damaged, unsupported } from './decoding.ts';
import { decodeJpeg } from './jpeg.ts';
import { unpackLzw } from './lzw.ts';
import { drawCoded } from './pdfiumPicture.ts';
import type { TiffLayout } from './tiff.ts';

export interface Block {
  layout: TiffLayout;
  index: number;
  width: number;
  rows: number;
  /** Bytes a row. */
  stride: number;
  samples: number;
}

const STEP_BYTES = 16 * 1024;

/** Null: the file ends before this block. What a damaged block lacks stays 0. */
export async function decodeBlock(decoding: Decoding, block: Block): Promise<Uint8Array | null> {
  const { layout, index, stride, rows } = block;
  const from = layout.offsets[index] ?? 0;
  const wanted = stride * rows;
  const stated = layout.sizes[index] ?? (layout.compression === 1 ? wanted : 0);
  const packed = decoding.bytes.subarray(from, from + stated);
  if (from === 0 || packed.byteLength === 0) return null;
  const to = new Uint8Array(wanted);
  switch (layout.compression) {
    case 1:
      to.set(packed.subarray(0, wanted));
      break;
    case 5:
      unpackLzw(packed, to);
      break;
    case 8:
    case 32946:
      inflateInto(packed, to);
      break;
    case 32773:
      unpackRuns(packed, to);
      break;
    case 2:
    case 3:
    case 4:
      return decodeFax(decoding, block, packed);
    case 7:
      return decodeJpegBlock(decoding, block);
    default:
      throw unsupported('with this rare kind of compression in a TIFF');
  }
  takeBackPredictor(to, block);
  return to;
}

function inflateInto(packed: Uint8Array, to: Uint8Array): void {
  let filled = 0;
  const inflater = new Unzlib(piece => {
    to.set(piece.subarray(0, to.byteLength - filled), filled);
    filled = Math.min(to.byteLength, filled + piece.byteLength);
  });
  try {
    for (let at = 0; at < packed.byteLength && filled < to.byteLength; at += STEP_BYTES)
      inflater.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.byteLength);
  } catch {
    if (filled === 0) throw damaged();
  }
}

/** PackBits: a length, then so many bytes, or one byte so many times. */
function unpackRuns(packed: Uint8Array, to: Uint8Array): void {
  let filled = 0;
  for (let at = 0; at < packed.byteLength && filled < to.byteLength; ) {
    const length = packed[at] ?? 0;
    at += 1;
    if (length < 128) {
      const run = packed.subarray(at, at + length + 1).subarray(0, to.byteLength - filled);
      to.set(run, filled);
      filled += run.byteLength;
      at += length + 1;
    } else if (length > 128) {
      to.fill(packed[at] ?? 0, filled, Math.min(to.byteLength, filled + 257 - length));
      filled += 257 - length;
      at += 1;
    }
  }
}

/** Differences from the pixel before, where a row was written so. */
function takeBackPredictor(data: Uint8Array, { layout, stride, rows, samples }: Block): void {
  const predictor = tiffNumber(layout.directory, TIFF.predictor, 1);
  if (predictor === 1 || ![5, 8, 32946].includes(layout.compression)) return;
  if (predictor !== 2 || layout.bitsPerSample < 8) throw unsupported('with this kind of predictor in a TIFF');
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const little = layout.directory.littleEndian;
  for (let row = 0; row < rows; row += 1) {
    const start = row * stride;
    if (layout.bitsPerSample === 8) {
      for (let at = start + samples; at < start + stride; at += 1)
        data[at] = (data[at] ?? 0) + (data[at - samples] ?? 0);
    } else {
      for (let at = start + samples * 2; at + 1 < start + stride; at += 2)
        view.setUint16(at, view.getUint16(at, little) + view.getUint16(at - samples * 2, little), little);
    }
  }
}

/** Fax codes, groups 3 and 4. The result is as TIFF has it: a set bit is black where the photometry says so. */
async function decodeFax(
  decoding: Decoding,
  { layout, width, rows, stride }: Block,
  packed: Uint8Array,
): Promise<Uint8Array> {
  const options = tiffNumber(layout.directory, TIFF.faxOptions, 0);
  const k = layout.compression === 4 ? -1 : layout.compression === 3 && (options & 1) !== 0 ? 1 : 0;
  const bytes = tiffNumber(layout.directory, TIFF.fillOrder, 1) === 2 ? packed.map(reverseBits) : packed;
  const parameters = `/K ${k}/Columns ${width}/Rows ${rows}${layout.compression === 2 ? '/EncodedByteAlign true' : ''}`;
  const raster = await drawCoded(
    {
      bytes,
      width,
      height: rows,
      dictionary: `/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<<${parameters}>>`,
      isGrey: true,
    },
    { width, height: rows },
    decoding.assets,
  );
  const to = new Uint8Array(stride * rows);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // Black runs are ones, whatever they are called afterwards.
      if ((raster.data[y * width + x] ?? 255) < 128)
        to[y * stride + (x >> 3)] = (to[y * stride + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return to;
}

function reverseBits(byte: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit += 1) if (byte & (1 << bit)) reversed |= 0x80 >> bit;
  return reversed;
}

async function decodeJpegBlock(
  decoding: Decoding,
  { layout, index, width, rows, stride, samples }: Block,
): Promise<Uint8Array> {
  const raster = await decodeJpeg(
    { ...decoding, bytes: jpegOf(layout, decoding.bytes, index), maxPixels: Number.MAX_SAFE_INTEGER },
    layout.photometric === 2,
  );
  const to = new Uint8Array(stride * rows);
  for (let y = 0; y < Math.min(rows, raster.height); y += 1) {
    for (let x = 0; x < Math.min(width, raster.width); x += 1) {
      for (let sample = 0; sample < samples; sample += 1)
        to[y * stride + x * samples + sample] =
          raster.data[(y * raster.width + x) * raster.channels + Math.min(sample, raster.channels - 1)] ?? 0;
    }
  }
  return to;
}

/** A strip's JPEG together with the tables that all strips share. */
export function jpegOf({ offsets, sizes, directory }: TiffLayout, bytes: Uint8Array, index: number): Uint8Array {
  const from = offsets[index] ?? 0;
  const coded = bytes.subarray(from, from + (sizes[index] ?? 0));
  const tables = directory.tables.get(TIFF.jpegTables);
  if (tables === undefined || tables.byteLength < 4) return coded;
  // Both begin with a start mark; the tables end with an end mark.
  const whole = new Uint8Array(tables.byteLength - 2 + Math.max(0, coded.byteLength - 2));
  whole.set(tables.subarray(0, -2));
  whole.set(coded.subarray(2), tables.byteLength - 2);
  return whole;
}
