import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { CustodyAction } from '../../../shared/domain/custody.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { Translation, TranslationOf } from '../../../shared/domain/translation.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireOfCase } from '../case/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { sha256Hex } from '../custody/index.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { requirePassage } from '../passage/index.ts';
import {
  findTranslation,
  insertTranslation,
  isLinked,
  setSuperseded,
  setTranslationWithdrawn,
  summariesOfExhibit,
  translatedBy,
  translationsOfExhibit,
} from './translationSql.ts';

function requireTranslation(db: ReadableDb, id: string): Translation {
  const translation = findTranslation(db, id);
  if (!translation) throw new ProbatumError('not-found', { what: 'translation', id });
  return translation;
}

export function summariseTranslations(
  { db }: QueryContext,
  { exhibitId }: ParsedInputOf<'translation.summarise'>,
): OutputOf<'translation.summarise'> {
  return { rows: summariesOfExhibit(db, exhibitId), translates: translatedBy(db, exhibitId) };
}

export const listForExhibit = (
  { db }: QueryContext,
  { exhibitId, pageIndex, history }: ParsedInputOf<'translation.listForExhibit'>,
): OutputOf<'translation.listForExhibit'> =>
  translationsOfExhibit(db, exhibitId, { pageIndex: pageIndex ?? null, history });

/** The words that stood before stay, superseded: a report may have printed them. */
export function writeTranslation(
  ctx: CommandContext,
  { exhibitId, of, text, details, supersedes }: ParsedInputOf<'translation.write'>,
): Translation {
  const exhibit = requireExhibit(ctx.db, exhibitId);
  requirePlace(ctx.db, exhibit, of);
  const before = supersedes === null ? null : requireTranslation(ctx.db, supersedes);
  if (before) {
    if (before.exhibitId !== exhibitId || !samePlace(before.of, of))
      throw new ProbatumError('not-found', { what: 'translation of this place', id: before.id });
    if (before.supersededAt !== null || before.withdrawnAt !== null)
      throw new ProbatumError('translation-superseded', { exhibit: exhibitNumber(exhibit.number) });
    setSuperseded(ctx.db, before.id, ctx.now());
  }
  const translation: Translation = {
    ...details,
    ...newVersion(ctx, (before?.version ?? 0) + 1),
    exhibitId,
    of,
    text,
  };
  insertTranslation(ctx.db, translation, before?.id ?? null);
  record(ctx, 'translation-written', exhibit, translation);
  return translation;
}

export function linkTranslation(
  ctx: CommandContext,
  { exhibitId, linkedExhibitId, details }: ParsedInputOf<'translation.link'>,
): Translation {
  const exhibit = requireExhibit(ctx.db, exhibitId);
  const linked = requireExhibit(ctx.db, linkedExhibitId);
  if (exhibit.id === linked.id) throw new ProbatumError('copy-of-itself', { exhibit: exhibitNumber(exhibit.number) });
  requireOfCase('exhibit', linked.caseId, exhibit.caseId);
  const link: Translation = {
    ...details,
    ...newVersion(ctx, 1),
    exhibitId,
    of: { kind: 'exhibit', linkedExhibitId },
    text: '',
  };
  // Said twice, it is the second time that counts: the details may differ.
  if (isLinked(ctx.db, exhibitId, linkedExhibitId))
    for (const one of translationsOfExhibit(ctx.db, exhibitId, { pageIndex: null, history: false }))
      if (samePlace(one.of, link.of)) setSuperseded(ctx.db, one.id, ctx.now());
  insertTranslation(ctx.db, link, null);
  record(ctx, 'translation-linked', exhibit, link, { by: exhibitNumber(linked.number) });
  return link;
}

function newVersion(ctx: CommandContext, version: number) {
  return {
    id: ctx.newId('trl'),
    version,
    writtenAt: ctx.now(),
    writtenBy: ctx.actor,
    supersededAt: null,
    withdrawnAt: null,
  };
}

export function withdrawTranslation(
  ctx: CommandContext,
  { translationId }: ParsedInputOf<'translation.withdraw'>,
): Record<string, never> {
  const translation = requireTranslation(ctx.db, translationId);
  setTranslationWithdrawn(ctx.db, translationId, ctx.now());
  record(ctx, 'translation-withdrawn', requireExhibit(ctx.db, translation.exhibitId), translation);
  return {};
}

export function restoreTranslation(
  ctx: CommandContext,
  { translationId }: ParsedInputOf<'translation.restore'>,
): Record<string, never> {
  const translation = requireTranslation(ctx.db, translationId);
  setTranslationWithdrawn(ctx.db, translationId, null);
  record(ctx, 'translation-restored', requireExhibit(ctx.db, translation.exhibitId), translation);
  return {};
}

/** @throws not-found where the page or the passage is not in the exhibit */
function requirePlace(db: ReadableDb, exhibit: Exhibit, of: TranslationOf): void {
  const name = exhibitNumber(exhibit.number);
  if (of.kind === 'passage' && requirePassage(db, of.passageId).exhibitId !== exhibit.id)
    throw new ProbatumError('not-found', { what: `passage of ${name}`, id: of.passageId });
  // A picture that was not read has one page to look at and none on record.
  if (of.kind === 'page' && of.pageIndex >= Math.max(1, exhibit.pageCount))
    throw new ProbatumError('not-found', { what: `page of ${name}`, id: String(of.pageIndex + 1) });
}

function samePlace(left: TranslationOf, right: TranslationOf): boolean {
  return JSON.stringify(placeKey(left)) === JSON.stringify(placeKey(right));
}

function placeKey(of: TranslationOf): [string, string | number] {
  if (of.kind === 'page') return [of.kind, of.pageIndex];
  return [of.kind, of.kind === 'passage' ? of.passageId : of.linkedExhibitId];
}

function record(
  ctx: CommandContext,
  action: Extract<CustodyAction, `translation-${string}`>,
  exhibit: Exhibit,
  { id, text, of, language, method, translator, version, isCertified, certificationNote, madeOn }: Translation,
  details: Record<string, string> = {},
): void {
  ctx.custody.record({
    action,
    caseId: exhibit.caseId,
    exhibitId: exhibit.id,
    subject: id,
    sha256: exhibit.sha256,
    details: {
      ...details,
      of: of.kind === 'page' ? `page ${of.pageIndex + 1}` : of.kind,
      language,
      method,
      ...(translator === '' ? {} : { translator }),
      version: String(version),
      // Who swears to it weighs more than its words: a later change of this must show.
      certified: isCertified ? certificationNote || 'yes' : 'no',
      ...(madeOn === null ? {} : { madeOn }),
      ...(text === '' ? {} : { content: sha256Hex(text) }),
    },
  });
}
