/** Why a copy is not made: words that nobody could place are words that might leave. */
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { RedactionMark } from '../../../shared/domain/redaction.ts';
import type { Page } from '../../../shared/domain/rendition.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { DrawnPage } from './drawnPage.ts';
import type { PageText, PlacedMarks } from './placeMarks.ts';

export type ReadPage = PageText & Pick<Page, 'method' | 'widthPt'>;

/** Paper, or what a scan or its compression makes of it. */
const PAPER = 245;

export function unplaced(original: Exhibit, pageIndex: number): ProbatumError {
  return new ProbatumError('redaction-unplaced', { exhibit: exhibitNumber(original.number), page: pageIndex + 1 });
}

/** Words may stand in a picture that nobody read: where some are redacted wherever they stand, such a page stops the copy. */
export function requireRead(
  original: Exhibit,
  { index, text, method }: ReadPage,
  given: { marks: readonly RedactionMark[]; placed: PlacedMarks; page: DrawnPage; glyphs: string },
): void {
  const sought = given.marks.some(mark => mark.everywhere && mark.words.trim() !== '');
  const hasWords = text.trim() !== '' || given.glyphs.trim() !== '';
  if (!sought || hasWords || method === 'ocr' || given.placed.flat.length > 0 || isBlank(given.page)) return;
  throw new ProbatumError('redaction-unread', { exhibit: exhibitNumber(original.number), page: index + 1 });
}

function isBlank({ data }: DrawnPage): boolean {
  return data.every(value => value >= PAPER);
}

/** A name that was mistyped would leave the copy as it was, and whoever sends it would think otherwise. */
export function requireFound(
  original: Exhibit,
  marks: readonly RedactionMark[],
  found: ReadonlySet<RedactionMark>,
): void {
  const missing = marks.find(mark => mark.words.trim() !== '' && !found.has(mark));
  if (missing)
    throw new ProbatumError('redaction-not-found', { exhibit: exhibitNumber(original.number), words: missing.words });
}
