/** gzip: one or several compressed streams one after another, each with its checksum. */
import { Gunzip } from 'fflate';
import type { ByteReader } from '../../byteReader.ts';
import { addToCrc32 } from './crc32.ts';
import { DAMAGED_MEMBER, MemberProblem } from './members.ts';
import { joinBytes } from '../../../../shared/kernel/joinBytes.ts';

export interface GzipHeader {
  name: Uint8Array | null;
  modifiedSeconds: number;
}

/** Small steps, so that a bomb is noticed early: a byte unpacks to a thousand. */
const STEP_BYTES = 16 * 1024;
const TRAILER_BYTES = 8;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const MAX_NAME_BYTES = 4096;

export async function readGzipHeader(source: ByteReader): Promise<GzipHeader> {
  const head = await source.read(0, 70_000);
  const flags = head[3] ?? 0;
  const modifiedSeconds = head.byteLength < 10 ? 0 : new DataView(head.buffer, head.byteOffset).getUint32(4, true);
  if ((flags & HAS_NAME) === 0) return { name: null, modifiedSeconds };
  const from = 10 + ((flags & HAS_EXTRA) === 0 ? 0 : 2 + (head[10] ?? 0) + (head[11] ?? 0) * 256);
  const end = head.indexOf(0, from);
  const isName = end > from && end - from <= MAX_NAME_BYTES;
  return { name: isName ? head.slice(from, end) : null, modifiedSeconds };
}

/** @throws MemberProblem where the data are damaged or cut short */
export async function* expandGzip(source: ByteReader, warn: (sentence: string) => void): AsyncGenerator<Uint8Array> {
  const member = { crc: 0, sizeBytes: 0 };
  let pieces: Uint8Array[] = [];
  let window: Uint8Array = new Uint8Array(0);
  let windowOffset = 0;
  let isSound = true;
  const gunzip = new Gunzip(piece => {
    member.crc = addToCrc32(member.crc, piece);
    member.sizeBytes += piece.byteLength;
    pieces.push(piece);
  });
  gunzip.onmember = offset => {
    const trailer = offset - windowOffset - TRAILER_BYTES;
    if (!matchesTrailer(window, trailer, member)) isSound = false;
    member.crc = 0;
    member.sizeBytes = 0;
  };

  const push = (step: Uint8Array, isLast: boolean): 'more' | 'ended' => {
    try {
      gunzip.push(step, isLast);
      if (isLast && !matchesTrailer(window, window.byteLength - TRAILER_BYTES, member)) isSound = false;
      return 'more';
    } catch {
      // What follows the last stream is no further one: tapes are filled up with zeros, and files get joined.
      if (!hasTrailer(window, member)) isSound = false;
      else if (!isPadding(window)) warn('Other data follow the compressed ones; they were not read.');
      return 'ended';
    }
  };

  for await (const { offset, bytes } of source.chunks()) {
    for (let at = 0; at < bytes.byteLength; at += STEP_BYTES) {
      const step = bytes.subarray(at, at + STEP_BYTES);
      const kept = window.subarray(Math.max(0, window.byteLength - STEP_BYTES));
      window = joinBytes([kept, step]);
      windowOffset = offset + at - kept.byteLength;
      const state = push(step, offset + at + step.byteLength >= source.sizeBytes);
      const ready = pieces;
      pieces = [];
      for (const piece of ready) if (piece.byteLength > 0) yield piece;
      if (!isSound) throw new MemberProblem(DAMAGED_MEMBER);
      if (state === 'ended') return;
    }
  }
}

interface Sum {
  crc: number;
  sizeBytes: number;
}

function matchesTrailer(window: Uint8Array, at: number, { crc, sizeBytes }: Sum): boolean {
  if (at < 0 || at + TRAILER_BYTES > window.byteLength) return false;
  const view = new DataView(window.buffer, window.byteOffset + at, TRAILER_BYTES);
  return view.getUint32(0, true) === crc && view.getUint32(4, true) === sizeBytes % 2 ** 32;
}

function hasTrailer(window: Uint8Array, sum: Sum): boolean {
  if (sum.sizeBytes === 0) return false;
  for (let at = window.byteLength - TRAILER_BYTES; at >= 0; at -= 1) if (matchesTrailer(window, at, sum)) return true;
  return false;
}

function isPadding(window: Uint8Array): boolean {
  return window.at(-1) === 0 && window.at(-2) === 0;
}
