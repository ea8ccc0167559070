/** Takes lines and runs of bytes off a stream, in order, holding no more of it than the piece in hand. */
import type { Expanded } from './gunzipMembers.ts';
import { joinBytes } from '../../../../shared/kernel/joinBytes.ts';

export interface ByteQueue {
  /** Without its line end; cut at `max`, in which case the next call goes on within it. Null at the end. */
  line(max: number): Promise<Uint8Array | null>;
  /** The next bytes, at most `max` and as they come; null at the end, or where `isStop` says so of a piece not begun. */
  some(max: number, isStop?: (piece: Expanded) => boolean): Promise<Uint8Array | null>;
}

export function openByteQueue(pieces: AsyncIterable<Expanded>): ByteQueue {
  const source = pieces[Symbol.asyncIterator]();
  let piece: Expanded | null = null;
  let at = 0;

  async function fill(): Promise<Expanded | null> {
    while (piece === null || at >= piece.bytes.byteLength) {
      const next = await source.next();
      if (next.done) {
        piece = null;
        return null;
      }
      piece = next.value;
      at = 0;
    }
    return piece;
  }

  return {
    async some(max, isStop) {
      const current = await fill();
      if (current === null || max <= 0 || (at === 0 && isStop?.(current) === true)) return null;
      const bytes = current.bytes.subarray(at, at + max);
      at += bytes.byteLength;
      return bytes;
    },
    async line(max) {
      const parts: Uint8Array[] = [];
      let length = 0;
      for (let current = await fill(); current !== null; current = await fill()) {
        const feed = current.bytes.indexOf(0x0a, at);
        const end = Math.min(feed < 0 ? current.bytes.byteLength : feed, at + max - length);
        parts.push(current.bytes.subarray(at, end));
        length += end - at;
        const isWhole = end === feed;
        at = isWhole ? end + 1 : end;
        if (isWhole || length >= max) break;
      }
      if (parts.length === 0) return null;
      const whole = joinBytes(parts);
      return whole.at(-1) === 0x0d ? whole.subarray(0, -1) : whole;
    },
  };
}
