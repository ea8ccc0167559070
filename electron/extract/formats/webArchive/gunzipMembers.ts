/**
 * Undoes the compression of a web archive piece by piece. Each record is usually a gzip member of its own, so where a
 * member begins is noted: it is where reading can take up again behind a damaged record.
 */
import { Gunzip } from 'fflate';
import { checkExpansion, type ExtractLimits } from '../../limits.ts';
import { joinBytes } from '../../../../shared/kernel/joinBytes.ts';

/** A piece inflates to a thousand times its size at most, which bounds what is held at once. */
const STEP_BYTES = 16 * 1024;
const LENGTH_BYTES = 4;
/** Below this the ratio says nothing: a single record may be made of blanks. */
const UNSUSPICIOUS_BYTES = 64 * 1024 * 1024;

export interface Expanded {
  bytes: Uint8Array;
  /** A gzip member begins with these bytes. */
  isStart: boolean;
}

/** @param damaged told once where the compression is broken or breaks off; what came before was given. */
export async function* gunzipMembers(
  chunks: AsyncIterable<Uint8Array>,
  limits: ExtractLimits,
  damaged: () => void,
): AsyncGenerator<Expanded> {
  let ready: Expanded[] = [];
  let isStart = true;
  let packed = 0;
  let expanded = 0;
  let inMember = 0;
  let tail: Uint8Array = new Uint8Array(0);
  const gunzip = new Gunzip(bytes => {
    if (bytes.byteLength === 0) return;
    expanded += bytes.byteLength;
    inMember += bytes.byteLength;
    ready.push({ bytes, isStart });
    isStart = false;
  });
  gunzip.onmember = () => {
    isStart = true;
    inMember = 0;
  };
  const push = (bytes: Uint8Array, isLast: boolean): boolean => {
    try {
      gunzip.push(bytes, isLast);
      return true;
    } catch {
      return false;
    }
  };
  const check = () => {
    if (expanded > UNSUSPICIOUS_BYTES) checkExpansion(packed, expanded, expanded, limits);
  };
  for await (const chunk of chunks) {
    tail = joinBytes([tail, chunk.slice(-LENGTH_BYTES)]).slice(-LENGTH_BYTES);
    for (let at = 0; at < chunk.byteLength; at += STEP_BYTES) {
      const step = chunk.slice(at, at + STEP_BYTES);
      packed += step.byteLength;
      const isWhole = push(step, false);
      check();
      yield* ready;
      ready = [];
      if (!isWhole) {
        damaged();
        return;
      }
    }
  }
  const isWhole = push(new Uint8Array(0), true);
  check();
  yield* ready;
  // Subtle: the library takes a member that breaks off for a whole one. Each ends with its length, modulo 2^32.
  if (!isWhole || lengthIn(tail) !== inMember % 2 ** 32) damaged();
}

function lengthIn(tail: Uint8Array): number {
  if (tail.byteLength < LENGTH_BYTES) return -1;
  return new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
}

export async function* plainPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Expanded> {
  for await (const bytes of chunks) yield { bytes, isStart: false };
}
