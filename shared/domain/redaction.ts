/**
 * Redactions: regions of pages and runs of words that are painted over for good in a copy, each with the reason why. The copy
 * is an exhibit of its own, made of pixels alone, or of words alone where there are no pages to draw; its words come back by
 * recognition of what is left to see. The original stays as it was admitted.
 */
import { z } from 'zod';
import { assertNever } from '../kernel/assertNever.ts';
import { Instant } from '../kernel/dates.ts';
import { CaseId, ExhibitId } from '../kernel/ids.ts';
import { type Exhibit, PageRect } from './exhibit.ts';
import { typeShape } from './mediaType.ts';
import { plain, wordPlaces } from './wordPlaces.ts';

export const RedactionKind = z.enum(['redacted', 'pixels-only']);
export type RedactionKind = z.infer<typeof RedactionKind>;

export const RedactionReason = z.enum([
  'personal-data',
  'confidential-source',
  'privileged',
  'ongoing-inquiry',
  'other',
]);
export type RedactionReason = z.infer<typeof RedactionReason>;

export const redactionReasonWords: Record<RedactionReason, string> = {
  'personal-data': 'personal data',
  'confidential-source': 'confidential source',
  privileged: 'privileged',
  'ongoing-inquiry': 'ongoing inquiry',
  other: 'other',
};

/** One place that is painted over. */
export const RedactionMark = z
  .object({
    pageIndex: z.number().int().nonnegative(),
    /** Boxes on the page; several where a run of words goes over lines. */
    rects: z.array(PageRect).max(2000),
    /** The words under it, for text that has no place on a drawn page; empty for a region. */
    words: z.string().max(10_000).default(''),
    /** The words wherever they stand in the exhibit, not on this page alone. */
    everywhere: z.boolean().default(false),
    reason: RedactionReason,
    /** Needed for `other`. */
    note: z.string().trim().max(500).default(''),
  })
  .refine(mark => mark.rects.length > 0 || mark.words.trim() !== '', 'a redaction needs a region or words')
  .refine(mark => mark.reason !== 'other' || mark.note !== '', 'say in words why, where none of the reasons fits');
export type RedactionMark = z.infer<typeof RedactionMark>;

/** A page's own rotation, which its drawing has already. */
export const Turn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);
export type Turn = z.infer<typeof Turn>;

export const Redaction = z.object({
  /** The copy. */
  exhibitId: ExhibitId,
  originalId: ExhibitId,
  caseId: CaseId,
  kind: RedactionKind,
  marks: z.array(RedactionMark),
  /** Of pages that were drawn turned: quarter turns in degrees, clockwise, by page index. */
  turns: z.record(z.string(), Turn),
  engine: z.string(),
  at: Instant,
  by: z.string(),
});
export type Redaction = z.infer<typeof Redaction>;

/** Shown where words were cited that the copy does not have. */
export const REDACTED_WORDS = '[redacted]';

export function touches(one: PageRect, other: PageRect): boolean {
  return one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h;
}

/** A place on the page before its rotation, as a place on the page as it is drawn. */
export function turnedRect({ x, y, w, h }: PageRect, turn: Turn): PageRect {
  switch (turn) {
    case 0:
      return { x, y, w, h };
    case 90:
      return { x: 1 - (y + h), y: x, w: h, h: w };
    case 180:
      return { x: 1 - (x + w), y: 1 - (y + h), w, h };
    case 270:
      return { x: y, y: 1 - (x + w), w: h, h: w };
    default:
      return assertNever(turn);
  }
}

/** Whether what was cited is painted over. Where a place is not known, the same page is enough. */
export function isRedacted(
  cited: { pageIndex: number; rects: readonly PageRect[]; words: string },
  marks: readonly RedactionMark[],
): boolean {
  return marks.some(mark => {
    if (mark.everywhere && says(mark.words, cited.words)) return true;
    if (mark.pageIndex !== cited.pageIndex) return false;
    const overlaps = mark.rects.some(rect => cited.rects.some(one => touches(rect, one)));
    if (overlaps) return true;
    return says(mark.words, cited.words) || (cited.rects.length === 0 && plain(mark.words) === '');
  });
}

function says(words: string, cited: string): boolean {
  const [inner, outer] = [plain(words), plain(cited)];
  return inner !== '' && outer !== '' && (outer.includes(inner) || inner.includes(outer));
}

/**
 * What a copy is made of: pictures of its pages where they can be drawn here, else the words that were read. Null where there
 * is neither.
 */
export function copyForm({
  mediaType,
  pageCount,
}: Pick<Exhibit, 'mediaType' | 'pageCount'>): 'pictures' | 'words' | null {
  const shape = typeShape(mediaType);
  if (shape === 'pdf' || (shape === 'picture' && mediaType !== 'image/svg+xml')) return 'pictures';
  return pageCount > 0 ? 'words' : null;
}

/**
 * A page's text without the words that are redacted: every occurrence gives way to the reason. Anything less would leave the
 * second mention of a name.
 */
export function withoutWords(text: string, marks: readonly Pick<RedactionMark, 'words' | 'reason'>[]): string {
  const places = marks
    .flatMap(({ words, reason }) => wordPlaces(text, words).map(place => ({ ...place, reason })))
    // Of those that begin together the longest speaks.
    .sort((one, other) => one.start - other.start || other.end - one.end);
  let rest = '';
  let done = 0;
  for (const { start, end, reason } of places) {
    if (start >= done) rest += `${text.slice(done, start)}[redacted: ${redactionReasonWords[reason]}]`;
    done = Math.max(done, end);
  }
  return rest + text.slice(done);
}
