/** Writes a stream to a file so that one piece goes to the disk while the next is made. */
import type { FileHandle } from 'node:fs/promises';

/** Pieces must not be written to by whoever made them; what was written before an error means nothing. */
export async function writeAhead(
  file: FileHandle,
  pieces: AsyncIterable<Uint8Array>,
  look: (piece: Uint8Array) => void,
): Promise<number> {
  let sizeBytes = 0;
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const piece of pieces) {
      look(piece);
      await writing;
      writing = writeWhole(file, piece, sizeBytes);
      // Told when the next piece is there; until then nobody waits for it, and nothing must be taken for a bug.
      writing.catch(() => undefined);
      sizeBytes += piece.length;
    }
  } finally {
    // Also after an error: the file must not be closed under a write.
    await writing;
  }
  return sizeBytes;
}

async function writeWhole(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}
