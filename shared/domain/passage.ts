/** A passage: a place in an exhibit, held by several selectors so that it can be found again. */
import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { ExhibitId, PassageId, RenditionId } from '../kernel/ids.ts';
import { PageRect } from './exhibit.ts';
import { PassageTranslation } from './translation.ts';

export const AnchorState = z.enum(['anchored', 'moved', 'orphaned']);
export type AnchorState = z.infer<typeof AnchorState>;

export const PassageQuote = z.object({
  exact: z.string().max(20_000),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
});
export type PassageQuote = z.infer<typeof PassageQuote>;

export const Passage = z.object({
  id: PassageId,
  exhibitId: ExhibitId,
  /** The rendition whose offsets `position` counts in; null for a region on a page without text. */
  renditionId: RenditionId.nullable(),
  kind: z.enum(['words', 'region']),
  quote: PassageQuote,
  /** UTF-16 offsets in the page's text; null for a region. */
  position: z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() }).nullable(),
  pageIndex: z.number().int().nonnegative(),
  pageLabel: z.string().nullable(),
  rects: z.array(PageRect).max(500),
  note: z.string().max(10_000),
  tags: z.array(z.string().max(80)).max(50),
  anchor: AnchorState,
  citationCount: z.number().int().nonnegative(),
  /** Shown beneath the passage's own words, never in their place. */
  translation: PassageTranslation.nullable().optional(),
  markedAt: Instant,
  markedBy: z.string(),
  withdrawnAt: Instant.nullable(),
});
export type Passage = z.infer<typeof Passage>;

/** What a selection in the reader gives; the service re-finds the words in the rendition before it believes them. */
export const Selection = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('words'),
    pageIndex: z.number().int().nonnegative(),
    quote: PassageQuote,
    rects: z.array(PageRect).max(500),
    /** How far down the page they stand, 0 to 1: tells repeated words apart. */ share: z
      .number()
      .min(0)
      .max(1)
      .optional(),
  }),
  z.object({ kind: z.literal('region'), pageIndex: z.number().int().nonnegative(), rect: PageRect }),
]);
export type Selection = z.infer<typeof Selection>;

/** The words of a passage as shown in lists; a region says so. */
export function passageWords(passage: Pick<Passage, 'kind' | 'quote' | 'note'>): string {
  if (passage.kind === 'words') return passage.quote.exact;
  return passage.note === '' ? '[region of the page]' : `[region] ${passage.note}`;
}
