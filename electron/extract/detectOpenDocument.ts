/** OpenDocument packages whose `mimetype` does not come first or is missing, as some programs write them. */
import type { DetectedType } from '../../shared/domain/extraction.ts';
import type { ByteReader } from './byteReader.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { openZipReader, type ZipEntry } from './zipDirectory.ts';

/** Packed, so that whatever it expands to stays small too. A manifest is some kilobytes; only one word of it is needed. */
const MAX_MIMETYPE_BYTES = 200;
const MAX_MANIFEST_BYTES = 200 * 1024;
/** The suffix of each kind, by the last word of its media type. */
export const OPEN_DOCUMENT_SUFFIXES: Readonly<Record<string, string>> = {
  text: 'odt',
  spreadsheet: 'ods',
  presentation: 'odp',
  graphics: 'odg',
  chart: 'odc',
  formula: 'odf',
};

export async function detectOpenDocument(
  source: ByteReader,
  entries: readonly ZipEntry[],
): Promise<DetectedType | null> {
  const entry = (name: string) => entries.find(one => one.name === name);
  const manifest = entry('META-INF/manifest.xml');
  if (manifest === undefined || entry('content.xml') === undefined) return null;
  const mimetype = entry('mimetype');
  const zip = openZipReader(source, DEFAULT_LIMITS);
  try {
    const stated =
      mimetype !== undefined && mimetype.packedBytes <= MAX_MIMETYPE_BYTES
        ? new TextDecoder().decode(await zip.read(mimetype))
        : manifest.packedBytes <= MAX_MANIFEST_BYTES
          ? rootType(new TextDecoder().decode(await zip.read(manifest)))
          : '';
    const kind = /^application\/vnd\.oasis\.opendocument\.([a-z]+)(-[a-z]+)?\s*$/.exec(stated);
    if (kind === null) return null;
    return {
      mediaType: stated.trim(),
      suffixHint: kind[2] === undefined ? OPEN_DOCUMENT_SUFFIXES[kind[1] ?? ''] : undefined,
    };
  } catch {
    // What cannot be read is not recognised by it.
    return null;
  }
}

/** The type that the manifest gives the package itself. */
function rootType(manifest: string): string {
  const entry = /<[\w:]*file-entry\b[^>]*full-path="\/"[^>]*>/.exec(manifest)?.[0] ?? '';
  return /media-type="([^"]*)"/.exec(entry)?.[1] ?? '';
}
