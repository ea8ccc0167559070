import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { StandingMark } from '../../../shared/contract/redaction.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { Selection } from '../../../shared/domain/passage.ts';
import { copyForm, type RedactionMark } from '../../../shared/domain/redaction.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { started } from '../handlers.ts';
import type { HostContext } from '../host.ts';
import { copiesMadeOf, insertMark, redactionOfCopy, standingMarks, takeMarkBack } from './redactionSql.ts';

/** @throws reason-needed, passage-empty */
export function markForRedaction(
  ctx: CommandContext,
  { exhibitId, selection, reason, note, everywhere }: ParsedInputOf<'redaction.mark'>,
): StandingMark {
  requireExhibit(ctx.db, exhibitId);
  if (reason === 'other' && note === '')
    throw new ProbatumError('reason-needed', { what: 'A redaction for another reason' });
  const place = placeOf(selection);
  if (place.rects.length === 0 && place.words.trim() === '') throw new ProbatumError('passage-empty', {});
  const mark: RedactionMark = { ...place, reason, note, everywhere: everywhere && place.words !== '' };
  const at = ctx.now();
  const id = insertMark(ctx.db, { exhibitId, mark, at, by: ctx.actor });
  return { id, mark, at, by: ctx.actor };
}

function placeOf(selection: Selection): Pick<RedactionMark, 'pageIndex' | 'rects' | 'words'> {
  const { pageIndex } = selection;
  return selection.kind === 'region'
    ? { pageIndex, rects: [selection.rect], words: '' }
    : { pageIndex, rects: selection.rects, words: selection.quote.exact };
}

export function takeBackMark(
  ctx: CommandContext,
  { exhibitId, markId }: ParsedInputOf<'redaction.takeBack'>,
): Record<string, never> {
  if (!takeMarkBack(ctx.db, exhibitId, markId, ctx.now()))
    throw new ProbatumError('not-found', { what: 'redaction', id: String(markId) });
  return {};
}

export function redactionsOfExhibit(
  ctx: QueryContext,
  { exhibitId }: ParsedInputOf<'redaction.ofExhibit'>,
): OutputOf<'redaction.ofExhibit'> {
  requireExhibit(ctx.db, exhibitId);
  const own = redactionOfCopy(ctx.db, exhibitId);
  return {
    copies: copiesMadeOf(ctx.db, exhibitId),
    copyOf: own && { ...own, originalNumber: requireExhibit(ctx.db, own.originalId).number },
  };
}

/** @throws not-copyable, invalid-input where nothing is marked */
export function startCopy(
  host: HostContext,
  { exhibitId, kind, marks, title, handlingMark, password }: ParsedInputOf<'redaction.make'>,
): { jobId: JobId } {
  const { db } = host.session.queryContext();
  const exhibit = requireExhibit(db, exhibitId);
  const name = exhibitNumber(exhibit.number);
  if (copyForm(exhibit) === null) throw new ProbatumError('not-copyable', { exhibit: name });
  const given = kind === 'pixels-only' ? [] : (marks ?? standingMarks(db, exhibitId).map(({ mark }) => mark));
  if (kind === 'redacted' && given.length === 0)
    throw new ProbatumError('invalid-input', {
      operation: 'redaction.make',
      problem: 'nothing is marked for redaction; mark words or a region first',
    });
  const called = title || (kind === 'redacted' ? 'Redacted copy' : 'Copy of pixels alone');
  const input = { exhibitId, kind, marks: given, title: called, handlingMark };
  const words = kind === 'redacted' ? `Redacting a copy of ${name}` : `Copying the pixels of ${name}`;
  return started(host.startJob('redaction.make', words, input, password));
}
