/** The bytes of one ZIP member, decrypted, unpacked and checked against its checksum. */
import type { Entry, FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { DAMAGED_MEMBER, MemberProblem } from './members.ts';
import { openPieceQueue } from './pieceQueue.ts';

/** @throws MemberProblem */
export async function* readEntry(entry: Entry, password: string | undefined): AsyncGenerator<Uint8Array> {
  const file = entry as FileEntry;
  const queue = openPieceQueue();
  const options = { password: entry.encrypted ? password : undefined, checkSignature: true };
  const done = file.getData(queue.writable, options).then(
    () => queue.end(),
    (error: unknown) => queue.fail(error),
  );
  try {
    yield* queue.pieces();
  } catch (error) {
    throw error instanceof ExtractionFailure ? error : new MemberProblem(sentenceOf(error));
  } finally {
    queue.cancel();
    await done;
  }
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (message === 'Invalid password') return 'It is encrypted with another password than the one given.';
  if (message === 'Encryption method not supported') return 'It is encrypted by a method that is not read here.';
  if (message === 'Entry data out of bounds' || message === 'Local file header not found')
    return 'Its data are not in the archive, which may be cut short.';
  return DAMAGED_MEMBER;
}
