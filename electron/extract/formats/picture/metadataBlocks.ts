/**
 * A small copy of a picture file with everything in it except the pixels, for the reader of metadata: it wants its input
 * whole, and what it looks for may stand at the very end of a large file.
 */
import { Inflate } from 'fflate';
import type { ByteReader } from '../../byteReader.ts';
import { joinBytes } from '../../../../shared/kernel/joinBytes.ts';

export interface MetadataBlocks {
  bytes: Uint8Array;
  /** Names of blocks that say more by being there than by their contents: `caBX`, `C2PA`, `JUMBF`. */
  marks: string[];
}

const JPEG_HEADS = [512 * 1024, 16 * 1024 * 1024];
const WHOLE_TIFF_BYTES = 64 * 1024 * 1024;
const MAX_BLOCK_BYTES = 1024 * 1024;
const MAX_COPY_BYTES = 8 * 1024 * 1024;
/** A file of nothing but tiny chunks would be read a request at a time for ever. */
const MAX_BLOCKS = 10_000;
const MAX_TEXT_BYTES = 256 * 1024;
/** Of WebP's pixels: the header that states their size. */
const KEPT_PIXEL_BYTES = 16;

export async function gatherMetadata(source: ByteReader, mediaType: string): Promise<MetadataBlocks> {
  switch (mediaType) {
    case 'image/png':
    case 'image/apng':
      return gatherPng(source);
    case 'image/webp':
      return gatherWebp(source);
    case 'image/jpeg':
      return gatherJpeg(source);
    case 'image/tiff':
      return { bytes: await source.read(0, WHOLE_TIFF_BYTES), marks: [] };
    default: {
      const bytes = await source.readAll();
      return { bytes, marks: holdsText(bytes.subarray(0, 4 * MAX_BLOCK_BYTES), 'jumbc2pa') ? ['C2PA'] : [] };
    }
  }
}

/** The head up to the coded pixels. */
async function gatherJpeg(source: ByteReader): Promise<MetadataBlocks> {
  for (const headBytes of JPEG_HEADS) {
    const bytes = await source.read(0, headBytes);
    const marks = new Set<string>();
    let at = 2;
    while (at + 4 <= bytes.byteLength && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
      const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
      if (bytes[at + 1] === 0xeb && holdsText(bytes.subarray(at, at + 2 + length), 'c2pa')) marks.add('C2PA');
      at += bytes[at + 1] === 0xff ? 1 : 2 + Math.max(2, length);
    }
    if (at < bytes.byteLength || bytes.byteLength === source.sizeBytes || headBytes === JPEG_HEADS.at(-1))
      return { bytes, marks: [...marks] };
  }
  return { bytes: new Uint8Array(0), marks: [] };
}

async function gatherPng(source: ByteReader): Promise<MetadataBlocks> {
  const pieces = [await source.read(0, 8)];
  const marks: string[] = [];
  let copied = 0;
  let at = 8;
  for (let block = 0; block < MAX_BLOCKS && at + 12 <= source.sizeBytes; block += 1) {
    const head = await source.read(at, 8);
    const length = viewOf(head).getUint32(0);
    const type = latin1(head.subarray(4));
    if (type === 'caBX') marks.push('C2PA');
    const isPixels = /^(IDAT|fdAT|fcTL)$/.test(type);
    if (!isPixels && length <= MAX_BLOCK_BYTES && copied + length <= MAX_COPY_BYTES) {
      const chunk = plainText(await source.read(at, 12 + length), type);
      pieces.push(chunk);
      copied += chunk.byteLength;
    }
    at += 12 + length;
    if (type === 'IEND') break;
  }
  return { bytes: joinBytes(pieces), marks };
}

/** Texts may be deflated; the reader takes them only plain. */
function plainText(chunk: Uint8Array, type: string): Uint8Array {
  const data = chunk.subarray(8, -4);
  const keyEnd = data.indexOf(0);
  if (keyEnd < 0) return chunk;
  if (type === 'zTXt') {
    const text = inflateText(data.subarray(keyEnd + 2));
    return pngChunk('tEXt', joinBytes([data.subarray(0, keyEnd + 1), text]));
  }
  if (type !== 'iTXt' || data[keyEnd + 1] !== 1) return chunk;
  const languageEnd = data.indexOf(0, keyEnd + 3);
  const translatedEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0) return chunk;
  const head = data.slice(0, translatedEnd + 1);
  head[keyEnd + 1] = 0;
  return pngChunk('iTXt', joinBytes([head, inflateText(data.subarray(translatedEnd + 1))]));
}

function inflateText(packed: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate(piece => {
    if (length < MAX_TEXT_BYTES) pieces.push(piece.subarray(0, MAX_TEXT_BYTES - length));
    length += piece.byteLength;
  });
  try {
    // Past zlib's two bytes; in steps, so that a bomb is noticed before it is out.
    for (let at = 2; at < packed.byteLength && length < MAX_TEXT_BYTES; at += 1024)
      inflater.push(packed.subarray(at, at + 1024));
  } catch {
    // What came out before the damage stands.
  }
  return joinBytes(pieces);
}

function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.byteLength);
  viewOf(chunk).setUint32(0, data.byteLength);
  chunk.set(
    Uint8Array.from(type, char => char.charCodeAt(0)),
    4,
  );
  chunk.set(data, 8);
  return chunk;
}

async function gatherWebp(source: ByteReader): Promise<MetadataBlocks> {
  const pieces = [await source.read(0, 12)];
  const marks: string[] = [];
  let copied = 0;
  let at = 12;
  for (let block = 0; block < MAX_BLOCKS && at + 8 <= source.sizeBytes; block += 1) {
    const head = await source.read(at, 8);
    const type = latin1(head.subarray(0, 4));
    const stated = viewOf(head).getUint32(4, true);
    const length = stated + (stated & 1);
    if (type === 'C2PA') marks.push('C2PA');
    const isPixels = /^(VP8 |VP8L|ALPH|ANMF)$/.test(type);
    if (isPixels && block === 0) pieces.push(shortened(await source.read(at, 8 + KEPT_PIXEL_BYTES)));
    if (!isPixels && length <= MAX_BLOCK_BYTES && copied + length <= MAX_COPY_BYTES) {
      pieces.push(await source.read(at, 8 + length));
      copied += length;
    }
    at += 8 + length;
  }
  const bytes = joinBytes(pieces);
  if (bytes.byteLength >= 8) viewOf(bytes).setUint32(4, bytes.byteLength - 8, true);
  return { bytes, marks };
}

function shortened(chunk: Uint8Array): Uint8Array {
  const copy = chunk.slice();
  if (copy.byteLength >= 8) viewOf(copy).setUint32(4, copy.byteLength - 8, true);
  return copy;
}

function holdsText(bytes: Uint8Array, text: string): boolean {
  return latin1(bytes).includes(text);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
