/** The text of a page of an exhibit, with what must be known of its neighbours to show it. */
import type { BundleExhibit, BundlePage } from '../../../shared/domain/bundle.ts';
import { sheetRows } from '../../../shared/domain/sheet.ts';
import { loadPage } from '../content/loadCase.ts';
import { looksLikeHeadings } from './sheetCells.ts';

export interface ReadPage {
  page: BundlePage;
  /** Of a later page of a sheet: the headings above its first one. */
  headings: readonly string[] | null;
}

export async function readPage(exhibit: BundleExhibit, pageIndex: number): Promise<ReadPage> {
  const page = await pageOf(exhibit, pageIndex);
  return { page, headings: page.sheet && page.sheet.firstRow > 0 ? await headingsOf(exhibit, pageIndex, page) : null };
}

async function pageOf(exhibit: BundleExhibit, pageIndex: number): Promise<BundlePage> {
  return (await loadPage(exhibit, pageIndex)) ?? { label: null, text: '' };
}

/** The pages of one sheet follow each other under one label. */
async function headingsOf(exhibit: BundleExhibit, pageIndex: number, page: BundlePage): Promise<string[] | null> {
  let first = pageIndex;
  while (first > 0 && exhibit.pageLabels[first - 1] === exhibit.pageLabels[pageIndex]) first -= 1;
  if (first === pageIndex) return null;
  const { sheet, text } = await pageOf(exhibit, first);
  const row = sheetRows(text.slice(0, Math.max(0, text.indexOf('\n'))))[0] ?? [];
  const isAbove = sheet?.name === page.sheet?.name && sheet?.firstColumn === page.sheet?.firstColumn;
  return isAbove && sheet?.firstRow === 0 && looksLikeHeadings(row) ? row : null;
}
