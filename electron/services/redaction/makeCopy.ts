/**
 * The job that makes a copy of an exhibit without what must not leave: its pages drawn as pixels with the marked places painted
 * over, or, where pages cannot be drawn, the words that were read without the marked ones. The copy is admitted as an exhibit
 * of its own; what it was made from, and why, stays in the vault.
 */
import { z } from 'zod';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { HandlingMark } from '../../../shared/domain/handlingMark.ts';
import {
  copyForm,
  type Redaction,
  RedactionKind,
  RedactionMark,
  redactionReasonWords,
  type Turn,
  turnedRect,
  withoutWords,
} from '../../../shared/domain/redaction.ts';
import type { Page } from '../../../shared/domain/rendition.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { ExhibitId } from '../../../shared/kernel/ids.ts';
import { adoptBlob, findDocument, readDocumentRange, stageBytes } from '../../documents/documentStore.ts';
import type { Job, JobContext } from '../../jobs/jobContext.ts';
import { admitDocument, pagesOf, readWithAttachments, requireExhibit } from '../exhibit/index.ts';
import { readDrawnPage } from './drawnPage.ts';
import { paintBoxes } from './paintBoxes.ts';
import { picturePdf, type PicturePage } from './picturePdf.ts';
import { boxesOn, marksOn } from './placeMarks.ts';
import { insertRedaction, redactionOfCopy } from './redactionSql.ts';

export const MakeInput = z.object({
  exhibitId: ExhibitId,
  kind: RedactionKind,
  marks: z.array(RedactionMark),
  title: z.string(),
  handlingMark: HandlingMark.nullable(),
});
export type MakeInput = z.infer<typeof MakeInput>;

export interface MadeCopy {
  exhibitId: ExhibitId;
  exhibitNumber: number;
}

/** About 200 dots an inch on A4: small print stays readable, and a page stays below a megabyte in most. */
const MOST_PIXELS = 4_000_000;
const DOTS_AN_INCH = 150;
const POINTS_AN_INCH = 72;
const PAGES_AT_ONCE = 50;
const ENGINE = 'probatum redaction 1';
/** Before the words of a message, that begin with "From:", so that nothing takes the copy for a message. */
const WORDS_ALONE = '[Copy of words alone, made from a document that did not leave]\n\n';

/** @throws redaction-unplaced, not-copyable, password-needed, page-not-drawn */
export const makeCopy: Job<MakeInput, MadeCopy> = async (ctx, input) => {
  const original = requireExhibit(ctx.query().db, input.exhibitId);
  const form = copyForm(original);
  if (form === null) throw new ProbatumError('not-copyable', { exhibit: exhibitNumber(original.number) });
  const marks = input.kind === 'redacted' ? input.marks : [];
  const turns: Record<string, Turn> = {};
  const bytes = form === 'pictures' ? await pictures(ctx, original, marks, turns) : wordsOf(ctx, original, marks);
  const staged = await stageBytes(steps => ctx.write(command => steps(command.db)), bytes, ctx.signal);
  const fileName = `${input.kind === 'redacted' ? 'redacted' : 'copy'}.${form === 'pictures' ? 'pdf' : 'txt'}`;
  const copy = ctx.write(command => {
    const document = adoptBlob(command.db, staged, 'application/octet-stream', command.now());
    const { exhibit } = admitDocument(command, {
      caseId: original.caseId,
      sha256: document.sha256,
      fileName,
      title: input.title,
      path: fileName,
      parentId: null,
      jobId: ctx.jobId,
      defaults: {
        sourceId: original.sourceId,
        publishedOn: original.publishedOn,
        obtainedHow: `${input.kind === 'redacted' ? 'Redacted' : 'Pixel-only'} copy, made in this vault`,
        handlingMark: input.handlingMark ?? original.handlingMark,
      },
    });
    // The same marks make the same bytes: that copy is here already.
    if (redactionOfCopy(command.db, exhibit.id)) return exhibit;
    const redaction: Redaction = {
      exhibitId: exhibit.id,
      originalId: original.id,
      caseId: original.caseId,
      kind: input.kind,
      marks: [...marks],
      turns,
      engine: ENGINE,
      at: command.now(),
      by: command.actor,
    };
    insertRedaction(command.db, redaction);
    command.custody.record({
      action: 'exhibit-redacted',
      caseId: original.caseId,
      exhibitId: exhibit.id,
      subject: exhibitNumber(exhibit.number),
      sha256: exhibit.sha256,
      details: {
        original: exhibitNumber(original.number),
        kind: input.kind,
        places: String(marks.length),
        reasons: [...new Set(marks.map(mark => redactionReasonWords[mark.reason]))].join(', '),
      },
    });
    return exhibit;
  });
  await readWithAttachments(ctx, copy.id, { depth: 0 });
  ctx.announce('exhibit', 'redaction', 'custody', 'case');
  return { exhibitId: copy.id, exhibitNumber: copy.number };
};

async function pictures(
  ctx: JobContext,
  original: Exhibit,
  marks: readonly RedactionMark[],
  turns: Record<string, Turn>,
): Promise<AsyncIterable<Uint8Array>> {
  const first = await drawn(ctx, original, 0);
  const { pageCount } = first;
  const boxes = new Map<number, ReturnType<typeof boxesOn>>();
  for (const page of readPages(ctx, original)) boxes.set(page.index, boxesOn(page, marks));
  for (let index = 0; index < pageCount; index += 1) {
    const own = marks.filter(mark => mark.pageIndex === index);
    // A picture that nobody read has no text; its regions are as good.
    const found = boxes.get(index) ?? (boxes.has(index) ? null : own.flatMap(mark => mark.rects));
    if (found === null || own.some(mark => mark.rects.length === 0 && found.length === 0))
      throw new ProbatumError('redaction-unplaced', { exhibit: exhibitNumber(original.number), page: index + 1 });
    boxes.set(index, found);
  }
  if (marks.some(mark => mark.pageIndex >= pageCount))
    throw new ProbatumError('redaction-unplaced', { exhibit: exhibitNumber(original.number), page: pageCount + 1 });
  const sizes = new Map([...readPages(ctx, original)].map(page => [page.index, page.widthPt]));

  async function* pages(): AsyncGenerator<PicturePage> {
    for (let index = 0; index < pageCount; index += 1) {
      ctx.signal.throwIfAborted();
      ctx.report({ done: index, total: pageCount, unit: 'page', note: null });
      const picture = index === 0 ? first : await drawn(ctx, original, index);
      if (picture.rotation !== 0) turns[index] = picture.rotation;
      const page = readDrawnPage(picture, MOST_PIXELS);
      paintBoxes(
        page,
        (boxes.get(index) ?? []).map(rect => turnedRect(rect, picture.rotation)),
      );
      const widthPt = sizes.get(index) ?? (page.width / DOTS_AN_INCH) * POINTS_AN_INCH;
      yield { picture: page, widthPt, heightPt: (widthPt * page.height) / page.width };
    }
  }
  return picturePdf(pages(), pageCount, notesOf(marks));
}

async function drawn(ctx: JobContext, exhibit: Exhibit, pageIndex: number) {
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

async function* wordsOf(
  ctx: JobContext,
  original: Exhibit,
  marks: readonly RedactionMark[],
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const page of readPages(ctx, original)) {
    ctx.signal.throwIfAborted();
    const here = marksOn(page, marks);
    if (here.some(mark => mark.words.trim() === ''))
      throw new ProbatumError('redaction-unplaced', {
        exhibit: exhibitNumber(original.number),
        page: page.index + 1,
      });
    const text = withoutWords(page.text, here);
    // A page without words would not be counted, and all behind it would stand one page too early.
    const before = page.index === 0 ? WORDS_ALONE : '\f';
    yield encoder.encode(`${before}${text.trim() === '' ? '[no text]' : text}\n`);
  }
}

function* readPages(ctx: JobContext, { renditionId, pageCount }: Exhibit): Generator<Page> {
  if (renditionId === null) return;
  for (let from = 0; from < pageCount; from += PAGES_AT_ONCE)
    yield* pagesOf(ctx.query().db, renditionId, from, PAGES_AT_ONCE);
}
