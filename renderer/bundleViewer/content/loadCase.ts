/** What the viewer asks of the bundle: the case, the bytes of an exhibit or a figure, texts. */

import { CASE_KEY, chunkCount, chunkKey, figureKey, textKey } from '../../../shared/domain/bundle/bundlePaths.ts';
import { BundleCase, type BundleExhibit, type BundleFigure, BundleText } from '../../../shared/domain/bundle.ts';
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
  return loadChunks(exhibit.number, exhibit, index => chunkKey(exhibit.number, index));
}

/** The picture of a figure; only for those whose picture goes. */
export async function loadFigure({ numeral, picture }: BundleFigure): Promise<Uint8Array<ArrayBuffer>> {
  if (!picture) throw new Error(`The picture of figure ${numeral} is not in this bundle.`);
  return loadChunks(`Figure ${numeral}`, picture, index => figureKey(numeral, index));
}

async function loadChunks(
  name: string,
  file: { sizeBytes: number; fileName: string | null },
  keyOf: (index: number) => string,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.sizeBytes);
  let filled = 0;
  for (let index = 0; index < chunkCount(file); index += 1) {
    const chunk = decodeBase64(await loadContent(keyOf(index)));
    if (filled + chunk.length > bytes.length) throw new Error(`${name} holds more bytes than its record says.`);
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  return filled === bytes.length ? bytes : bytes.slice(0, filled);
}
