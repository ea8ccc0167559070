/** A PDF's own outline as a flat list with levels; its destinations stay pdf.js's business. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OutlineEntry } from '../sidebar/outlineList.ts';

const MAX_ENTRIES = 5_000;
const MAX_LEVEL = 12;

type Destination = string | unknown[];
type OutlineNode = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

export async function listOutline(
  pdf: PDFDocumentProxy,
  onGo: (destination: Destination) => void,
): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const add = (nodes: readonly OutlineNode[], level: number): void => {
    for (const { title, dest, items } of nodes) {
      if (entries.length >= MAX_ENTRIES) return;
      entries.push({ title: title.trim() || '(no title)', level, go: dest === null ? null : () => onGo(dest) });
      if (level < MAX_LEVEL) add(items, level + 1);
    }
  };
  // An outline is a comfort: a broken one is as good as none.
  add((await pdf.getOutline().catch(() => null)) ?? [], 1);
  return entries;
}
