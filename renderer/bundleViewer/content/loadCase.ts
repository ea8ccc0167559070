/** What the viewer asks of the bundle first, and the bytes and pages of an exhibit as they are opened. */
import {
  boxesKey,
  CASE_KEY,
  chunkCount,
  chunkKey,
  figureKey,
  textBlockOf,
  textKey,
} from '../../../shared/domain/bundle/bundlePaths.ts';
import {
  BundleBoxes,
  BundleCase,
  type BundleExhibit,
  type BundleFigure,
  type BundlePage,
  BundleText,
  unpackBoxes,
} from '../../../shared/domain/bundle.ts';
import type { WordBox } from '../../../shared/domain/extraction.ts';
import { decodeBase64 } from './decodeBase64.ts';
import { loadContent } from './receiver.ts';
import { loadParsed } from './remembered.ts';

export async function loadCase(): Promise<BundleCase> {
  return BundleCase.parse(await loadContent(CASE_KEY));
}

/** The block of an exhibit's text that has this page; its pages begin at `firstPage`. Only for exhibits with text. */
export async function loadText(exhibit: BundleExhibit, pageIndex: number): Promise<BundleText> {
  const key = textKey(exhibit.number, textBlockOf(exhibit, pageIndex));
  return loadParsed(key, untrusted => BundleText.parse(untrusted));
}

/** Null where the exhibit has no such page. */
export async function loadPage(exhibit: BundleExhibit, pageIndex: number): Promise<BundlePage | null> {
  const { firstPage, pages } = await loadText(exhibit, pageIndex);
  return pages[pageIndex - firstPage] ?? null;
}

/** Where the words of the page stand on it, as they were recognised; null for pages that were not scanned. */
export async function loadBoxes(exhibit: BundleExhibit, pageIndex: number): Promise<WordBox[] | null> {
  const block = textBlockOf(exhibit, pageIndex);
  if (!exhibit.boxBlocks?.includes(block)) return null;
  const { firstPage, pages } = await loadParsed(boxesKey(exhibit.number, block), untrusted =>
    BundleBoxes.parse(untrusted),
  );
  const packed = pages[pageIndex - firstPage];
  return packed ? unpackBoxes(packed) : null;
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
