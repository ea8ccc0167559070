/** A copy of pictures: each page drawn as pixels, with the marked places painted over for good. */
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { type RedactionMark, redactionReasonWords, type Turn, turnedRect } from '../../../shared/domain/redaction.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { findDocument, readDocumentRange } from '../../documents/documentStore.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import { pagesOf } from '../exhibit/index.ts';
import { copyTag } from './copyTag.ts';
import { readDrawnPage } from './drawnPage.ts';
import { paintBoxes } from './paintBoxes.ts';
import { picturePdf, type PicturePage } from './picturePdf.ts';
import { type PageText, placeMarks, seeksWords } from './placeMarks.ts';
import { type ReadPage, requireFound, requireRead, unplaced } from './refuseCopy.ts';

/** About 200 dots an inch on A4: small print stays readable, and a page stays below a megabyte in most. */
const MOST_PIXELS = 4_000_000;
const DOTS_AN_INCH = 150;
const POINTS_AN_INCH = 72;

/** `turns` is filled while the pages are drawn. @throws redaction-unplaced, redaction-unread, redaction-not-found, password-needed, page-not-drawn */
export async function picturesCopy(
  ctx: JobContext,
  original: Exhibit,
  marks: readonly RedactionMark[],
  turns: Record<string, Turn>,
): Promise<AsyncIterable<Uint8Array>> {
  const pageOf = (index: number): ReadPage => {
    const [page] = original.renditionId === null ? [] : pagesOf(ctx.query().db, original.renditionId, index, 1);
    return page ?? { index, text: '', words: null, method: 'none', widthPt: null };
  };
  const first = await drawn(ctx, original, pageOf(0), marks);
  const { pageCount } = first;
  if (marks.some(mark => mark.pageIndex >= pageCount)) throw unplaced(original, pageCount);
  const found = new Set<RedactionMark>();

  async function* pages(): AsyncGenerator<PicturePage> {
    for (let index = 0; index < pageCount; index += 1) {
      ctx.signal.throwIfAborted();
      ctx.report({ done: index, total: pageCount, unit: 'page', note: null });
      const text = pageOf(index);
      const picture = index === 0 ? first : await drawn(ctx, original, text, marks);
      if (picture.rotation !== 0) turns[index] = picture.rotation;
      const page = readDrawnPage(picture, MOST_PIXELS);
      const placed = placeMarks(text, marks, picture.glyphs);
      if (placed === null) throw unplaced(original, index);
      for (const mark of placed.found) found.add(mark);
      requireRead(original, text, { marks, placed, page, glyphs: picture.glyphs?.text ?? '' });
      paintBoxes(page, [...placed.flat.map(rect => turnedRect(rect, picture.rotation)), ...placed.drawn]);
      const widthPt = text.widthPt ?? (page.width / DOTS_AN_INCH) * POINTS_AN_INCH;
      yield { picture: page, widthPt, heightPt: (widthPt * page.height) / page.width };
    }
    requireFound(original, marks, found);
  }
  return picturePdf(pages(), { pageCount, notes: notesOf(marks), tag: copyTag(original.id) });
}

async function drawn(ctx: JobContext, exhibit: Exhibit, page: PageText, marks: readonly RedactionMark[]) {
  const pageIndex = page.index;
  const { db } = ctx.query();
  const document = findDocument(db, exhibit.sha256);
  if (!document) throw new ProbatumError('not-found', { what: 'document', id: exhibit.sha256 });
  const outcome = await ctx.tools.extractor.draw({
    source: {
      sizeBytes: document.sizeBytes,
      read: (offset, length) => readDocumentRange(db, document, offset, length),
    },
    fileName: exhibit.fileName,
    password: ctx.secret ?? undefined,
    pageIndex,
    maxPixels: MOST_PIXELS,
    withGlyphs: seeksWords(page, marks),
    signal: ctx.signal,
  });
  if (outcome.ok) return outcome.picture;
  const { code, detail } = outcome.problem;
  const name = exhibitNumber(exhibit.number);
  if (code === 'password-needed' || code === 'password-wrong') throw new ProbatumError(code, { exhibit: name });
  throw new ProbatumError('page-not-drawn', { exhibit: name, pageIndex, problem: detail });
}

/** What a reader of the copy is told: that something was painted over, where and why; not what, and no note of ours. */
function notesOf(marks: readonly RedactionMark[]): string[] {
  if (marks.length === 0) return [];
  const lines = new Map<string, number>();
  for (const mark of marks) {
    const where = mark.everywhere ? 'All pages' : `Page ${mark.pageIndex + 1}`;
    const line = `${where}: ${redactionReasonWords[mark.reason]}`;
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return [
    'Redactions in this copy, and the reason for each',
    '',
    ...[...lines].map(([line, count]) => `${line}${count > 1 ? `, ${count} places` : ''}`),
  ];
}
