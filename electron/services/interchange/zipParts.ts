/** Parts of a workbook as a ZIP, piece by piece. Times in it are fixed: the same content makes the same bytes. */
import { Zip, ZipDeflate } from 'fflate';
import type { WorkbookPart } from '../../../shared/domain/interchange/index.ts';

/** The first day that a ZIP can tell, in whatever zone this machine is. */
const FIXED = new Date(1980, 0, 1);

export async function* zipParts(
  parts: readonly WorkbookPart[],
  encode: (text: Iterable<string>) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for (const { name, text } of parts) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = FIXED;
    zip.add(entry);
    for await (const bytes of encode(text)) {
      entry.push(bytes);
      yield* ready;
      ready = [];
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* ready;
}
