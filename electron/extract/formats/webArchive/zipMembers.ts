/** Members of a ZIP as streams: web archives inside one are as large as those outside. */
import { Inflate } from 'fflate';
import type { ByteReader } from '../../byteReader.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { CHUNK_BYTES, checkExpansion, type ExtractLimits } from '../../limits.ts';
import type { ZipEntry } from '../../zipDirectory.ts';

const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const STEP_BYTES = 16 * 1024;

/** @throws ExtractionFailure */
export async function* readZipMember(
  source: ByteReader,
  entry: ZipEntry,
  limits: ExtractLimits,
): AsyncGenerator<Uint8Array> {
  const header = await source.read(entry.headerOffset, LOCAL_HEADER_BYTES);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.byteLength < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_HEADER || entry.encrypted)
    throw new ExtractionFailure('unreadable', 'A member of the web archive is damaged or encrypted.');
  const from = entry.headerOffset + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  const packed = pieces(source, from, Math.min(source.sizeBytes, from + entry.packedBytes));
  if (entry.method === STORED) yield* packed;
  else if (entry.method === DEFLATED) yield* inflate(packed, limits);
  else throw new ExtractionFailure('unreadable', 'A member of the web archive is compressed in an unknown way.');
}

async function* pieces(source: ByteReader, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += CHUNK_BYTES) yield await source.read(at, Math.min(CHUNK_BYTES, to - at));
}

async function* inflate(packed: AsyncIterable<Uint8Array>, limits: ExtractLimits): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let taken = 0;
  let given = 0;
  const inflater = new Inflate(bytes => {
    given += bytes.byteLength;
    ready.push(bytes);
  });
  for await (const piece of packed) {
    for (let at = 0; at < piece.byteLength; at += STEP_BYTES) {
      const step = piece.slice(at, at + STEP_BYTES);
      taken += step.byteLength;
      inflater.push(step, false);
      checkExpansion(taken, given, given, limits);
      yield* ready;
      ready = [];
    }
  }
}

export async function gatherBytes(stream: AsyncIterable<Uint8Array>, max: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.byteLength;
    if (length > max) return null;
    parts.push(piece.slice());
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
