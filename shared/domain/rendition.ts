/** A rendition: what one run of an extractor made of a document. Immutable; a new run makes a new rendition. */
import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';
import { RenditionId } from '../kernel/ids.ts';
import { ClaimedPlace, DocumentRemark, ExtractionStructure, SheetPlace, WordBox } from './extraction.ts';

export const Rendition = z.object({
  id: RenditionId,
  sha256: Sha256,
  engine: z.string(),
  engineVersion: z.string(),
  madeAt: Instant,
  pageCount: z.number().int().nonnegative(),
  metadata: z.record(z.string(), z.string()),
  outline: z.array(z.object({ title: z.string(), pageIndex: z.number().int(), level: z.number().int() })),
  warnings: z.array(z.string()),
  structure: ExtractionStructure.nullable(),
  places: z.array(ClaimedPlace),
  remarks: z.array(DocumentRemark),
});
export type Rendition = z.infer<typeof Rendition>;

export const Page = z.object({
  /** Counted from 0; people see it plus one as "PDF n". */
  index: z.number().int().nonnegative(),
  /** As printed on the page (`xii`), null where the document names none. */
  label: z.string().nullable(),
  text: z.string(),
  widthPt: z.number().nullable(),
  heightPt: z.number().nullable(),
  method: z.enum(['text-layer', 'converted', 'ocr', 'none']),
  confidence: z.number().nullable(),
  sheet: SheetPlace.nullable(),
  /** Where each word stands on the page (OCR), else null. */
  words: z.array(WordBox).nullable(),
  /** Proposed from the page's own text. */
  languages: z.array(z.string()),
});
export type Page = z.infer<typeof Page>;

/** `p. xii (PDF 14)`; where the label is the index, or there is none, `p. 14`. Not every kind of page is a PDF's. */
export function printedPage(page: { index: number; label: string | null }, kind: 'PDF' | 'part' = 'PDF'): string {
  const position = String(page.index + 1);
  if (page.label === null || page.label === position) return `p. ${position}`;
  return `p. ${page.label} (${kind} ${position})`;
}
