/** Files and pictures inside an office document become child exhibits. */
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractContext } from '../../extractor.ts';
import type { ZipEntry } from '../../zipDirectory.ts';
import type { OfficePackage } from './officePackage.ts';

/** Bullets, lines and spacers are smaller; a photograph or a scan never is. */
const MIN_PICTURE_BYTES = 2048;

export interface EmbeddedKinds {
  files: RegExp;
  pictures: RegExp;
}

export async function addEmbeddedParts(
  pack: OfficePackage,
  context: ExtractContext,
  { files, pictures }: EmbeddedKinds,
): Promise<void> {
  const found: { entry: ZipEntry; disposition: 'attachment' | 'inline' }[] = [];
  let small = 0;
  for (const name of pack.names) {
    const entry = pack.entry(name);
    if (entry === undefined) continue;
    if (files.test(name)) found.push({ entry, disposition: 'attachment' });
    else if (pictures.test(name)) {
      if (entry.expandedBytes >= MIN_PICTURE_BYTES) found.push({ entry, disposition: 'inline' });
      else small += 1;
    }
  }
  if (found.length > 0 && context.depth >= context.limits.maxNestingDepth) {
    context.warn(
      `The document holds ${found.length} embedded files, but lies ${context.depth} levels deep itself; they were not unpacked.`,
    );
    return;
  }
  if (small > 0)
    context.warn(
      small === 1
        ? 'One picture of less than 2 KB was left in the document.'
        : `${small} pictures of less than 2 KB each were left in the document.`,
    );
  for (const { entry, disposition } of found) await addEntry(pack, context, entry, disposition);
}

async function addEntry(
  pack: OfficePackage,
  context: ExtractContext,
  entry: ZipEntry,
  disposition: 'attachment' | 'inline',
): Promise<void> {
  const name = entry.name.replace(/^.*[\\/]/, '');
  if (entry.expandedBytes > context.limits.maxPartBytes) {
    context.warn(`The embedded file “${name}” is too large to be taken out.`);
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = await pack.readEntry(entry);
  } catch (error) {
    // The words of the document were read all the same; only this part of it is damaged, encrypted or a bomb.
    const reason = error instanceof ExtractionFailure ? ` ${error.problem.detail}` : '';
    context.warn(`The embedded file “${name}” could not be taken out.${reason}`);
    return;
  }
  await context.addPart({ name, mediaType: '', disposition, bytes });
}
