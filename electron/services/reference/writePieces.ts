/** Text that leaves in pieces: written aside and hashed on the way; recorded before it gets its name. */
import { asidePath, removeOnFailure } from '../../documents/writeAside.ts';
import { createHash } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import type { JobContext } from '../../jobs/jobContext.ts';

const WRITE_CHARS = 256 * 1024;

export interface WrittenPieces {
  sha256: Sha256;
  sizeBytes: number;
}

export async function writePieces(
  ctx: JobContext,
  path: string,
  pieces: Iterable<string>,
  record: (written: WrittenPieces) => void,
): Promise<WrittenPieces> {
  const aside = asidePath(path);
  return removeOnFailure(
    aside,
    async () => {
      const hash = createHash('sha256');
      let sizeBytes = 0;
      const file = await open(aside, 'wx', 0o600);
      const put = async (text: string) => {
        const bytes = Buffer.from(text, 'utf8');
        hash.update(bytes);
        sizeBytes += bytes.byteLength;
        await file.writeFile(bytes);
      };
      try {
        let waiting = '';
        for (const piece of pieces) {
          waiting += piece;
          if (waiting.length < WRITE_CHARS) continue;
          await put(waiting);
          waiting = '';
          ctx.signal.throwIfAborted();
          // Others have their turn, and whoever wants to stop it is heard.
          await new Promise(resolve => setImmediate(resolve));
        }
        await put(waiting);
        await file.sync();
      } finally {
        await file.close();
      }
      ctx.signal.throwIfAborted();
      const written = { sha256: Sha256.parse(hash.digest('hex')), sizeBytes };
      record(written);
      await rename(aside, path);
      return written;
    },
    path,
  );
}
