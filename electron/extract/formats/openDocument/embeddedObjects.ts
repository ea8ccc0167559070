/** Objects and pictures in an OpenDocument file. An embedded document is a folder, and becomes a file of its own again. */
import { zipSync } from 'fflate';
import { OPEN_DOCUMENT_SUFFIXES } from '../../detectOpenDocument.ts';
import type { ExtractContext } from '../../extractor.ts';
import { addEmbeddedParts } from '../office/embeddedParts.ts';
import type { OfficePackage } from '../office/officePackage.ts';

const MAX_OBJECTS = 1000;

export async function addEmbeddedObjects(
  pack: OfficePackage,
  types: ReadonlyMap<string, string>,
  context: ExtractContext,
): Promise<void> {
  await addEmbeddedParts(pack, context, { files: /^(?:\.\/)?Object[^/]*$/i, pictures: /^(Pictures|media)\/[^/]+$/i });
  const folders = [...types].filter(
    ([path, type]) => /^[^/]+\/$/.test(path) && type.startsWith('application/vnd.oasis.opendocument.'),
  );
  if (folders.length === 0) return;
  if (context.depth >= context.limits.maxNestingDepth || folders.length > MAX_OBJECTS) {
    context.warn(`The document holds ${folders.length} embedded documents, which were not unpacked.`);
    return;
  }
  for (const [folder, mediaType] of folders) {
    const files: Record<string, Uint8Array> = { mimetype: new TextEncoder().encode(mediaType) };
    for (const name of pack.names.filter(name => name.startsWith(folder))) {
      const bytes = await pack.read(name);
      if (bytes !== undefined) files[name.slice(folder.length)] = bytes;
    }
    const suffix = OPEN_DOCUMENT_SUFFIXES[mediaType.replace(/^.*\.opendocument\./, '')] ?? 'odf';
    // Dates of today would make other bytes of the same document each time.
    const bytes = zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) });
    await context.addPart({ name: `${folder.slice(0, -1)}.${suffix}`, mediaType, disposition: 'attachment', bytes });
  }
}
