/** LZ4 frames, as the `lz4` program writes them. Their checksums are of a kind of their own and are not looked at. */
import type { ByteReader } from '../../byteReader.ts';
import { DAMAGED_MEMBER, MemberProblem } from './members.ts';
import { inputOfFile, type TarInput } from './tarInput.ts';

const FRAME = 0x184d2204;
/** Frames for other purposes, which carry no data of the file: sixteen numbers. */
const SKIPPABLE = 0x184d2a50;
const BLOCK_SIZES: Record<number, number> = { 4: 64 * 1024, 5: 256 * 1024, 6: 1024 * 1024, 7: 4 * 1024 * 1024 };
/** How far back a block may copy from. */
const WINDOW_BYTES = 64 * 1024;
const STORED = 0x80000000;

/** @throws MemberProblem where the data are damaged or cut short */
export async function* expandLz4(source: ByteReader): AsyncGenerator<Uint8Array> {
  const input = inputOfFile(source);
  for (let frames = 0; ; frames += 1) {
    const start = await input.read(4);
    if (start.byteLength === 0 && frames > 0) return;
    const magic = numberOf(start);
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) await input.skip(numberOf(await input.read(4)));
    else if (magic === FRAME) yield* expandFrame(input);
    else throw new MemberProblem(DAMAGED_MEMBER);
  }
}

async function* expandFrame(input: TarInput): AsyncGenerator<Uint8Array> {
  const [flags = 0, sizes = 0] = await input.read(2);
  const maxBlockBytes = BLOCK_SIZES[(sizes >> 4) & 7];
  if (flags >> 6 !== 1 || maxBlockBytes === undefined) throw new MemberProblem(DAMAGED_MEMBER);
  const isLinked = (flags & 0x20) === 0;
  await input.skip(((flags & 8) === 0 ? 0 : 8) + ((flags & 1) === 0 ? 0 : 4) + 1);
  let before: Uint8Array = new Uint8Array(0);
  for (;;) {
    const size = numberOf(await input.read(4));
    if (size === 0) break;
    const packed = await readWhole(input, size & 0x7fffffff, maxBlockBytes);
    if ((flags & 0x10) !== 0) await input.skip(4);
    const block = size >= STORED ? packed : expandBlock(packed, before, maxBlockBytes);
    yield block;
    if (isLinked) before = lastOf(before, block);
  }
  if ((flags & 4) !== 0) await input.skip(4);
}

async function readWhole(input: TarInput, length: number, maxBytes: number): Promise<Uint8Array> {
  if (length > maxBytes) throw new MemberProblem(DAMAGED_MEMBER);
  const bytes = await input.read(length);
  if (bytes.byteLength < length) throw new MemberProblem(DAMAGED_MEMBER);
  return bytes;
}

/** Literals and copies by turns, each length continued in further bytes while they are 255. */
function expandBlock(packed: Uint8Array, before: Uint8Array, maxBytes: number): Uint8Array {
  const out = new Uint8Array(before.byteLength + maxBytes);
  out.set(before);
  let to = before.byteLength;
  let at = 0;
  const continued = (length: number): number => {
    let total = length;
    for (let byte = 255; length === 15 && byte === 255; total += byte) {
      byte = packed[at] ?? -1;
      at += 1;
      if (byte < 0) throw new MemberProblem(DAMAGED_MEMBER);
    }
    return total;
  };
  while (at < packed.byteLength) {
    const token = packed[at] ?? 0;
    at += 1;
    const literals = continued(token >> 4);
    if (at + literals > packed.byteLength || to + literals > out.byteLength) throw new MemberProblem(DAMAGED_MEMBER);
    out.set(packed.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at === packed.byteLength) break;
    const back = (packed[at] ?? 0) + (packed[at + 1] ?? 0) * 256;
    at += 2;
    const length = continued(token & 15) + 4;
    if (back === 0 || back > to || to + length > out.byteLength) throw new MemberProblem(DAMAGED_MEMBER);
    // Byte by byte: a copy may run into what it has just written.
    for (let copied = 0; copied < length; copied += 1, to += 1) out[to] = out[to - back] ?? 0;
  }
  return out.subarray(before.byteLength, to);
}

function lastOf(before: Uint8Array, block: Uint8Array): Uint8Array {
  const kept = before.subarray(Math.max(0, before.byteLength + block.byteLength - WINDOW_BYTES));
  const last = new Uint8Array(Math.min(WINDOW_BYTES, kept.byteLength + block.byteLength));
  const fromBlock = block.subarray(Math.max(0, block.byteLength - WINDOW_BYTES));
  last.set(kept.subarray(0, last.byteLength - fromBlock.byteLength));
  last.set(fromBlock, last.byteLength - fromBlock.byteLength);
  return last;
}

function numberOf(bytes: Uint8Array): number {
  if (bytes.byteLength < 4) throw new MemberProblem(DAMAGED_MEMBER);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
}
