/** Opens a file that a person gave, for reading it once: never a link, a device or our own vault, whatever it was a moment ago. */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { belongsToHeldVault } from '../../db/heldFiles.ts';
import type { GivenPath } from './walkFiles.ts';

/** A refusal of one file; what it says is for the person. */
export class GivenFileRefused extends Error {
  readonly code: string;
  readonly sentence: string;

  constructor(code: string, sentence: string) {
    super(code);
    this.code = code;
    this.sentence = sentence;
  }
}

const READ_BYTES = 1024n * 1024n;

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** The file's bytes, in order. @throws GivenFileRefused, and what the operating system says */
export async function* readGiven(given: GivenPath): AsyncGenerator<Uint8Array> {
  // Before it is opened: closing a descriptor of the vault would give up its lock (see heldFiles.ts).
  if (typeof given === 'string' && belongsToHeldVault(given)) {
    throw new GivenFileRefused(
      'own-vault',
      'This is the vault that is open, or a file beside it. A vault cannot hold itself; to keep a copy, make a backup.',
    );
  }
  // NOFOLLOW and NONBLOCK: between the listing and now somebody may have put a link or a pipe in its place.
  const file = await open(given, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    yield* readUnchanged(file);
  } finally {
    await file.close();
  }
}

/** A file that is still being written would be admitted half, under a digest that nobody can find again. */
async function* readUnchanged(file: FileHandle): AsyncGenerator<Uint8Array> {
  const before = await file.stat({ bigint: true });
  if (!before.isFile())
    throw new GivenFileRefused(
      'not-a-file',
      'Neither a file nor a folder (a device, a pipe or a socket). Leave it out.',
    );
  let read = 0n;
  for (;;) {
    // One byte more than is left, so that a file that grows is noticed.
    const piece = Buffer.allocUnsafe(Number(before.size - read < READ_BYTES ? before.size - read + 1n : READ_BYTES));
    const { bytesRead } = await file.read(piece, 0, piece.length, null);
    if (bytesRead === 0) break;
    read += BigInt(bytesRead);
    if (read > before.size) throw changing();
    yield piece.subarray(0, bytesRead);
  }
  const after = await file.stat({ bigint: true });
  if (read !== before.size || after.size !== before.size || after.mtimeNs !== before.mtimeNs) throw changing();
}

function changing(): GivenFileRefused {
  return new GivenFileRefused(
    'file-changing',
    'It changed while it was being read. Wait until it is complete, or copy it, then give it again.',
  );
}
