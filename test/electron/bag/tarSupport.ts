/** TARs built in code, whole and broken, for the tests of reader and writer. */
import { readTar, type TarEntry, type TarLimits, tarStream } from '../../../electron/bag/index.ts';
import { BLOCK_BYTES, fileHeader, headerSum, padding } from '../../../electron/bag/tar/tarFormat.ts';

export async function joined(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

export function tarOf(entries: readonly TarEntry[]): Promise<Buffer> {
  return joined(tarStream(entries));
}

export async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

export async function filesIn(
  tar: Uint8Array,
  { piece = 1000, limits }: { piece?: number; limits?: Partial<TarLimits> } = {},
): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { path, bytes } of readTar(inPieces(tar, piece), limits)) {
    files[path] = (await joined(bytes)).toString('utf8');
  }
  return files;
}

export function entry(path: string, text: string): TarEntry {
  const bytes = Buffer.from(text);
  return { path, sizeBytes: bytes.length, bytes };
}

/** One file as it stands in a TAR, its header changed by hand and its checksum put right again. */
export function rawMember(path: string, text: string, change: (header: Buffer) => void = () => undefined): Buffer {
  const bytes = Buffer.from(text);
  const header = fileHeader(path, bytes.length);
  change(header.subarray(-BLOCK_BYTES));
  setSum(header.subarray(-BLOCK_BYTES));
  return Buffer.concat([header, bytes, padding(bytes.length)]);
}

export function setSum(header: Buffer): void {
  header.write(`${headerSum(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
}

/** An extended header with these records as they stand. */
export function rawPax(records: string, kind = 'x'): Buffer {
  return rawMember('PaxHeader', records, header => header.write(kind, 156, 'latin1'));
}

export const END = Buffer.alloc(2 * BLOCK_BYTES);
