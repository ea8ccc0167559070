/** Streams that a writer in a thread is tried with, and what it has left open. */
import { readdirSync, readlinkSync } from 'node:fs';

/** Pieces of one length, each overwritten as soon as the next is asked for. */
export async function* inOneBuffer(bytes: Uint8Array, pieceBytes: number): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(pieceBytes);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
    buffer.fill(0xff);
  }
}

/** Whether this process, its threads included, has the file open; only Linux tells. */
export function openHere(path: string): boolean {
  if (process.platform !== 'linux') return false;
  return readdirSync('/proc/self/fd').some(name => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`) === path;
    } catch {
      return false;
    }
  });
}
