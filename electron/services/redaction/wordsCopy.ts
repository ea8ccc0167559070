/** A copy of words alone, where there are no pages to draw: the text that was read, without the marked words. */
import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import { type RedactionMark, withoutWords } from '../../../shared/domain/redaction.ts';
import type { Page } from '../../../shared/domain/rendition.ts';
import { holds, wordPlaces } from '../../../shared/domain/wordPlaces.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import { pagesOf } from '../exhibit/index.ts';
import { copyTag } from './copyTag.ts';
import { marksOn } from './placeMarks.ts';
import { requireFound, unplaced } from './refuseCopy.ts';

const PAGES_AT_ONCE = 50;
/** Before the words of a message, that begin with "From:", so that nothing takes the copy for a message. */
const wordsAlone = (tag: string) =>
  `[Copy of words alone, made from a document that did not leave; copy ${tag.slice(0, 12)}]\n\n`;

/** @throws redaction-unplaced, redaction-not-found */
export async function* wordsCopy(
  ctx: JobContext,
  original: Exhibit,
  marks: readonly RedactionMark[],
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const found = new Set<RedactionMark>();
  for (const page of readPages(ctx, original)) {
    ctx.signal.throwIfAborted();
    const here: RedactionMark[] = [];
    for (const mark of marksOn(page, marks)) {
      const rows = rowsOf(page.text, mark);
      if (rows.every(({ words }) => wordPlaces(page.text, words).length > 0)) found.add(mark);
      else if (mark.words.trim() === '' || holds(page.text, mark.words)) throw unplaced(original, page.index);
      here.push(...rows);
    }
    const text = withoutWords(page.text, here);
    // A page without words would not be counted, and all behind it would stand one page too early.
    const before = page.index === 0 ? wordsAlone(copyTag(original.id)) : '\f';
    yield encoder.encode(`${before}${text.trim() === '' ? '[no text]' : text}\n`);
  }
  requireFound(original, marks, found);
}

/** Cells that were marked as a block stand apart in the text, row by row. */
function rowsOf(text: string, mark: RedactionMark): RedactionMark[] {
  if (!mark.words.includes('\n') || wordPlaces(text, mark.words).length > 0) return [mark];
  return mark.words
    .split('\n')
    .filter(words => words.trim() !== '')
    .map(words => ({ ...mark, words }));
}

function* readPages(ctx: JobContext, { renditionId, pageCount }: Exhibit): Generator<Page> {
  if (renditionId === null) return;
  for (let from = 0; from < pageCount; from += PAGES_AT_ONCE)
    yield* pagesOf(ctx.query().db, renditionId, from, PAGES_AT_ONCE);
}
