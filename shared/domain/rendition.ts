/** A rendition: what one run of an extractor made of a document. Immutable; a new run makes a new rendition. */
import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';
import { RenditionId } from '../kernel/ids.ts';
import { ClaimedPlace, DocumentRemark, ExtractionStructure, SheetPlace, WordBox } from './extraction.ts';
import { typeShape } from './mediaType.ts';
import { isPlaceLabel } from './place.ts';

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

/** `sheet` is for pages that are named by what they hold, and not numbered on paper. */
export type PageKind = 'PDF' | 'part' | 'sheet';

export function pageKindOf(mediaType: string): PageKind {
  if (mediaType === 'application/pdf') return 'PDF';
  return ['sheet', 'archive', 'map'].includes(typeShape(mediaType)) ? 'sheet' : 'part';
}

/**
 * `p. xii (PDF 14)`; where the label is the index, or there is none, `p. 14`. Not every kind of page is a PDF's; and a place
 * that is more exact than its page (`Crew list!B4:C9`, `header: Date`) is printed as it stands. A sheet may be long: its
 * name alone does not tell which part is meant.
 */
export function printedPage(page: { index: number; label: string | null }, kind: PageKind = 'PDF'): string {
  const position = String(page.index + 1);
  if (page.label !== null && isPlaceLabel(page.label)) return page.label;
  if (page.label !== null && kind === 'sheet') return `${page.label} (part ${position})`;
  if (page.label === null || page.label === position) return `p. ${position}`;
  return `p. ${page.label} (${kind} ${position})`;
}
