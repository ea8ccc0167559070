/** Where the words of a target were recognised on a page that has no text of its own: the boxes of a scan. */
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';
import type { PageRect } from '../../../shared/domain/exhibit.ts';
import { loadBoxes, loadPage } from '../content/loadCase.ts';
import { locateTarget, type ReadingTarget } from './readingTarget.ts';
import { wordRects } from './wordRects.ts';

export async function recogniseTarget(
  exhibit: BundleExhibit,
  pageIndex: number,
  target: ReadingTarget,
): Promise<PageRect[]> {
  if (!exhibit.hasText) return [];
  const words = await loadBoxes(exhibit, pageIndex);
  if (!words) return [];
  const page = await loadPage(exhibit, pageIndex);
  const found = page && locateTarget(page.text, target);
  return found ? wordRects(words, found.spans) : [];
}
