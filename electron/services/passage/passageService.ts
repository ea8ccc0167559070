import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { anchorQuote, describeQuote, landHit } from '../../../shared/domain/anchoring/index.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { Passage, Selection } from '../../../shared/domain/passage.ts';
import { placeLabel } from '../../../shared/domain/place.ts';
import type { Page } from '../../../shared/domain/rendition.ts';
import { findArea } from '../../../shared/domain/sheetQuote.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { pagesOf, requireExhibit } from '../exhibit/index.ts';
import {
  findPassage,
  findPassageRow,
  insertPassage,
  passageAt,
  passagesOfCase,
  passagesOfExhibit,
  setPassageWithdrawn,
  updatePassageWords,
} from './passageSql.ts';

export function requirePassage(db: ReadableDb, id: string): Passage {
  const passage = findPassage(db, id);
  if (!passage) throw new ProbatumError('not-found', { what: 'passage', id });
  return passage;
}

/** Marks what was selected. Words are found again in our own text of the page before they are believed. */
export function markPassage(
  ctx: CommandContext,
  { exhibitId, selection, note, tags }: ParsedInputOf<'passage.mark'>,
): Passage {
  const exhibit = requireExhibit(ctx.db, exhibitId);
  const page = exhibit.renditionId
    ? pagesOf(ctx.db, exhibit.renditionId, selection.pageIndex, 1).find(one => one.index === selection.pageIndex)
    : undefined;
  const passage: Passage = {
    ...placeSelection(selection, exhibit, page),
    id: ctx.newId('psg'),
    exhibitId,
    pageIndex: selection.pageIndex,
    note,
    tags,
    citationCount: 0,
    markedAt: ctx.now(),
    markedBy: ctx.actor,
    withdrawnAt: null,
  };
  insertPassage(ctx.db, passage);
  ctx.custody.record({
    action: 'passage-marked',
    caseId: exhibit.caseId,
    exhibitId,
    subject: passage.id,
    sha256: exhibit.sha256,
  });
  return passage;
}

/** Takes the passage that stands over just these words already, and marks them where there is none: a double would part what rests on them. */
export function markOnce(
  ctx: CommandContext,
  input: ParsedInputOf<'passage.mark'>,
): { passage: Passage; isNew: boolean } {
  const { exhibitId, selection } = input;
  const exhibit = requireExhibit(ctx.db, exhibitId);
  const page = exhibit.renditionId
    ? pagesOf(ctx.db, exhibit.renditionId, selection.pageIndex, 1).find(one => one.index === selection.pageIndex)
    : undefined;
  const { position } = placeSelection(selection, exhibit, page);
  const there = position && passageAt(ctx.db, { exhibitId, pageIndex: selection.pageIndex, ...position });
  return there
    ? { passage: requirePassage(ctx.db, there), isNew: false }
    : { passage: markPassage(ctx, input), isNew: true };
}

type Placed = Pick<Passage, 'kind' | 'quote' | 'position' | 'rects' | 'renditionId' | 'anchor' | 'pageLabel'>;

export function placeSelection(
  selection: Selection,
  { renditionId, mediaType }: Exhibit,
  page: Page | undefined,
): Placed {
  const pageLabel = page?.label ?? null;
  if (selection.kind === 'region') {
    return {
      kind: 'region',
      quote: { exact: '', prefix: '', suffix: '' },
      position: null,
      rects: [selection.rect],
      renditionId: null,
      anchor: 'anchored',
      pageLabel,
    };
  }
  const { quote, rects } = selection;
  if (quote.exact.trim() === '') throw new ProbatumError('passage-empty', {});
  const found = page ? findSelected(page, selection) : null;
  // The viewer shows words that our text lacks (a broken text layer): the page and its rectangles still hold the place.
  if (!page || !found)
    return { kind: 'words', quote, position: null, rects, renditionId: null, anchor: 'anchored', pageLabel };
  const { start, end } = found;
  const described = describeQuote(page.text, start, end);
  // Cells beside the quoted ones, which the text from the first to the last runs through, are no part of the quote.
  const kept = found.isArea ? { ...described, exact: quote.exact } : described;
  return {
    kind: 'words',
    quote: kept,
    position: { start, end },
    rects,
    renditionId,
    anchor: 'anchored',
    pageLabel: placeLabel(page, { start, end, exact: kept.exact }, mediaType),
  };
}

/** By quote and context; where the same words stand several times on the page, by how far down they were selected. */
function findSelected(
  { text, sheet }: Page,
  { quote, share }: Extract<Selection, { kind: 'words' }>,
): { start: number; end: number; isArea?: true } | null {
  const start = Math.round((share ?? 0) * text.length);
  const area = sheet === null ? null : findArea(text, quote, share === undefined ? null : start);
  if (area !== null) return { ...area, isArea: true };
  const anchored = anchorQuote(text, quote, { start, end: start + quote.exact.length });
  if (anchored.state !== 'orphaned') return anchored;
  const landing = landHit(text, quote, share);
  return landing?.certainty === 'exact' ? landing : null;
}

export function changePassage(
  ctx: CommandContext,
  { passageId, note, tags }: ParsedInputOf<'passage.update'>,
): Passage {
  const before = requirePassage(ctx.db, passageId);
  const after = { ...before, note: note ?? before.note, tags: tags ?? before.tags };
  updatePassageWords(ctx.db, after);
  record(ctx, 'passage-changed', before);
  return after;
}

/** A passage that is cited stays until its citations are withdrawn. */
export function withdrawPassage(
  ctx: CommandContext,
  { passageId }: ParsedInputOf<'passage.withdraw'>,
): Record<string, never> {
  const passage = requirePassage(ctx.db, passageId);
  if (passage.citationCount > 0)
    throw new ProbatumError('still-relied-on', { what: 'passage', count: passage.citationCount });
  setPassageWithdrawn(ctx.db, passageId, ctx.now());
  record(ctx, 'passage-withdrawn', passage);
  return {};
}

export function restorePassage(
  ctx: CommandContext,
  { passageId }: ParsedInputOf<'passage.restore'>,
): Record<string, never> {
  const passage = requirePassage(ctx.db, passageId);
  setPassageWithdrawn(ctx.db, passageId, null);
  record(ctx, 'passage-restored', passage);
  return {};
}

function record(
  ctx: CommandContext,
  action: 'passage-changed' | 'passage-withdrawn' | 'passage-restored',
  passage: Passage,
): void {
  const { caseId, number } = requireExhibit(ctx.db, passage.exhibitId);
  ctx.custody.record({
    action,
    caseId,
    exhibitId: passage.exhibitId,
    subject: passage.id,
    details: { exhibit: exhibitNumber(number) },
  });
}

export function getPassage(ctx: QueryContext, { passageId }: ParsedInputOf<'passage.get'>): OutputOf<'passage.get'> {
  const row = findPassageRow(ctx.db, passageId);
  if (!row) throw new ProbatumError('not-found', { what: 'passage', id: passageId });
  return row;
}

export const listForExhibit = (ctx: QueryContext, { exhibitId }: ParsedInputOf<'passage.listForExhibit'>) =>
  passagesOfExhibit(ctx.db, exhibitId);
export const listForCase = (ctx: QueryContext, { caseId, words }: ParsedInputOf<'passage.listForCase'>) =>
  passagesOfCase(ctx.db, caseId, words);
