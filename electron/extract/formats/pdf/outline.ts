/** The bookmarks of a PDF. Broken files make loops of them, so each is visited once and no more than a limit. */
import type { OutlineEntry } from '../../../../shared/domain/extraction.ts';
import { cleanLine } from '../../cleanText.ts';
import { type Pdfium, readString } from './pdfium.ts';

const MAX_ENTRIES = 10_000;
const MAX_LEVEL = 50;

export function readOutline(module: Pdfium, document: number, pageCount: number): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const seen = new Set<number>();
  const open: { bookmark: number; level: number }[] = [
    { bookmark: module.FPDFBookmark_GetFirstChild(document, 0), level: 0 },
  ];
  for (let next = open.pop(); next !== undefined && entries.length < MAX_ENTRIES; next = open.pop()) {
    const { bookmark, level } = next;
    if (bookmark === 0 || seen.has(bookmark)) continue;
    seen.add(bookmark);
    const title = cleanLine(
      readString(module, (buffer, bytes) => module.FPDFBookmark_GetTitle(bookmark, buffer, bytes)),
      500,
    );
    if (title !== '') entries.push({ title, pageIndex: targetOf(module, document, bookmark, pageCount), level });
    // The sibling goes under the children on the stack, so that the order is that of the panel.
    open.push({ bookmark: module.FPDFBookmark_GetNextSibling(document, bookmark), level });
    if (level < MAX_LEVEL)
      open.push({ bookmark: module.FPDFBookmark_GetFirstChild(document, bookmark), level: level + 1 });
  }
  return entries;
}

function targetOf(module: Pdfium, document: number, bookmark: number, pageCount: number): number | null {
  let destination = module.FPDFBookmark_GetDest(document, bookmark);
  if (destination === 0) {
    const action = module.FPDFBookmark_GetAction(bookmark);
    if (action !== 0) destination = module.FPDFAction_GetDest(document, action);
  }
  if (destination === 0) return null;
  const index = module.FPDFDest_GetDestPageIndex(document, destination);
  return index >= 0 && index < pageCount ? index : null;
}
