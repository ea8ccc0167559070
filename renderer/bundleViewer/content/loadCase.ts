/** What the viewer asks of the bundle: the case, the bytes of an exhibit, its text. */

import { CASE_KEY, chunkCount, chunkKey, textKey } from '../../../shared/domain/bundle/bundlePaths.ts';
import { BundleCase, type BundleExhibit, BundleText } from '../../../shared/domain/bundle.ts';
import { decodeBase64 } from './decodeBase64.ts';
import { loadContent } from './receiver.ts';

export async function loadCase(): Promise<BundleCase> {
  return BundleCase.parse(await loadContent(CASE_KEY));
}

export async function loadText(exhibit: BundleExhibit): Promise<BundleText> {
  return BundleText.parse(await loadContent(textKey(exhibit.number)));
}

/** The bytes as admitted, from the viewer's own copy. */
export async function loadBytes(exhibit: BundleExhibit): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(exhibit.sizeBytes);
  let filled = 0;
  for (let index = 0; index < chunkCount(exhibit); index += 1) {
    const chunk = decodeBase64(await loadContent(chunkKey(exhibit.number, index)));
    if (filled + chunk.length > bytes.length)
      throw new Error(`${exhibit.number} holds more bytes than its record says.`);
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  return filled === bytes.length ? bytes : bytes.slice(0, filled);
}
