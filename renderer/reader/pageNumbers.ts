/** The page as people write it (`xii`, `14`, `PDF 14`) and as the pane counts it. */
import { printedPage } from '../../shared/domain/rendition.ts';

/** `p. xii (PDF 14) of 212`. */
export function pagePosition(
  index: number,
  labels: readonly (string | null)[],
  count: number,
  kind: 'PDF' | 'part',
): string {
  return `${printedPage({ index, label: labels[index] ?? null }, kind)} of ${count}`;
}

/**
 * The page that a person means: a printed label first, since that is what is on the paper; then a count from 1, which
 * `PDF 14` or `#14` asks for outright. Null where there is no such page.
 */
export function findPage(written: string, labels: readonly (string | null)[], count: number): number | null {
  const text = written.trim().replace(/^pp?\.\s*/i, '');
  if (text === '') return null;
  const counted = /^(?:pdf|part|#)\s*(\d{1,7})$/i.exec(text);
  if (counted === null) {
    const exact = labels.indexOf(text);
    if (exact >= 0 && exact < count) return exact;
    const lower = text.toLowerCase();
    const folded = labels.findIndex(label => label?.toLowerCase() === lower);
    if (folded >= 0 && folded < count) return folded;
  }
  const digits = counted?.[1] ?? (/^\d{1,7}$/.test(text) ? text : null);
  if (digits === null) return null;
  const index = Number(digits) - 1;
  return index >= 0 && index < count ? index : null;
}
