/** The text of an exhibit that goes, a block of pages at a time, and where its recognised words stand. */
import { type BundleBoxes, type BundleExhibit, type BundleText, packBoxes } from '../../../shared/domain/bundle.ts';
import { pagesOfBlock } from '../../../shared/domain/bundle/textBlocks.ts';
import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import type { Page, Rendition } from '../../../shared/domain/rendition.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { currentRenditionOf, pagesOf } from '../exhibit/index.ts';

interface Block {
  rendition: Rendition;
  firstPage: number;
  pages: Page[];
}

function readBlock(
  db: ReadableDb,
  exhibit: Exhibit,
  { number, textBlocks = [0] }: BundleExhibit,
  block: number,
): Block {
  const rendition = currentRenditionOf(db, exhibit.sha256);
  if (!rendition) throw new Error(`${number} has no text`);
  const { first, end } = pagesOfBlock(textBlocks, block, rendition.pageCount);
  return { rendition, firstPage: first, pages: pagesOf(db, rendition.id, first, end - first) };
}

export function readTextBlock(db: ReadableDb, exhibit: Exhibit, about: BundleExhibit, block: number): BundleText {
  const { rendition, firstPage, pages } = readBlock(db, exhibit, about, block);
  const { structure } = rendition;
  return {
    number: about.number,
    method: `${rendition.engine} ${rendition.engineVersion}`.trim(),
    firstPage,
    ...(structure?.kind === 'mail' && block === 0
      ? { mail: { headers: structure.headers, bodyKind: structure.bodyKind } }
      : {}),
    pages: pages.map(({ label, text, method, widthPt, heightPt, sheet }) => ({
      label,
      text,
      method,
      ...(widthPt !== null && heightPt !== null ? { widthPt, heightPt } : {}),
      ...(sheet ? { sheet } : {}),
    })),
  };
}

export function readBoxBlock(db: ReadableDb, exhibit: Exhibit, about: BundleExhibit, block: number): BundleBoxes {
  const { firstPage, pages } = readBlock(db, exhibit, about, block);
  return {
    number: about.number,
    firstPage,
    pages: pages.map(({ words }) => (words && words.length > 0 ? packBoxes(words) : null)),
  };
}
