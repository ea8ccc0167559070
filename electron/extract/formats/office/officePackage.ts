/**
 * A document that is a ZIP of parts: OOXML and OpenDocument. Only parts that hold text are inflated, under limits; what a part
 * really inflates to is counted, whatever the directory says.
 */
import type { ByteReader } from '../../byteReader.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractContext } from '../../extractor.ts';
import { checkDirectory, openZipReader, readZipDirectory, type ZipEntry } from '../../zipDirectory.ts';

export interface OfficePackage {
  /** As stored, each once, without folders. */
  names: readonly string[];
  entry(name: string): ZipEntry | undefined;
  /** Undefined where there is no such part, or where it is damaged, which is told. */
  read(name: string): Promise<Uint8Array | undefined>;
  readEntry(entry: ZipEntry): Promise<Uint8Array>;
}

export interface PackageRequest {
  source: ByteReader;
  limits: ExtractContext['limits'];
  warn: ExtractContext['warn'];
}

/** @param isText which parts will be read: a bomb among them is refused by its directory alone */
export async function openOfficePackage(
  { source, limits, warn }: PackageRequest,
  isText: (name: string) => boolean,
): Promise<OfficePackage> {
  const entries = await readZipDirectory(source);
  // Pictures of one colour shrink a thousandfold and are no bombs for it; they are looked at when they are taken out.
  checkDirectory(
    entries.filter(entry => isText(entry.name)),
    limits,
  );
  const zip = openZipReader(source, limits);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue;
    const key = keyOf(entry.name);
    // Programs differ in which of the two they show, so that one document can say two things.
    if (byName.has(key)) warn(`The document holds “${entry.name}” twice; the first one was read.`);
    else byName.set(key, entry);
  }
  return {
    names: [...byName.values()].map(entry => entry.name),
    entry: name => byName.get(keyOf(name)),
    async read(name) {
      const entry = byName.get(keyOf(name));
      if (entry === undefined) return undefined;
      try {
        return await zip.read(entry);
      } catch (error) {
        // A limit or a password concerns the whole document; damage only the part that it lies in.
        if (error instanceof ExtractionFailure && error.problem.code !== 'unreadable') throw error;
        warn(`A part of the document is damaged and was not read: “${entry.name}”.`);
        return undefined;
      }
    },
    readEntry: zip.read,
  };
}

/** Names of parts are the same in either case; some writers put a slash before them, or backslashes between. */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
