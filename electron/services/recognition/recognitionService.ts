import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Page } from '../../../shared/domain/rendition.ts';
import { canBeRecognised, suggestModels } from '../../../shared/domain/recognition.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { requireCase } from '../case/index.ts';
import { currentRenditionOf, pagesOf, requireExhibit } from '../exhibit/index.ts';
import { suggestFor, surveyPages } from './surveyExhibit.ts';
import {
  countWaitingPages,
  countWithoutText,
  latestRecognisedPage,
  modelsOfCase,
  setModelsOfCase,
} from './recognitionSql.ts';

/** Below this the words of a page are to be read with care, as a person would of a bad copy. */
const DOUBTFUL = 0.75;

export function describeExhibit(
  { db }: QueryContext,
  { exhibitId }: ParsedInputOf<'recognition.forExhibit'>,
): OutputOf<'recognition.forExhibit'> {
  const exhibit = requireExhibit(db, exhibitId);
  const rendition = currentRenditionOf(db, exhibit.sha256);
  const isPossible = canBeRecognised(exhibit.mediaType) && rendition !== null;
  const survey = rendition && isPossible ? surveyPages(db, rendition.id) : null;
  const recognised = survey?.recognised ?? [];
  const sure = recognised.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
  return {
    isPossible,
    pageCount: survey?.pageCount ?? 0,
    withoutText: survey?.withoutText ?? [],
    garbled: survey?.garbled ?? [],
    recognised: {
      pages: recognised.length,
      confidence: sure.length === 0 ? null : sure.reduce((sum, one) => sum + one, 0) / sure.length,
      doubtful: recognised.flatMap(({ index, confidence }) =>
        confidence !== null && confidence < DOUBTFUL ? [index] : [],
      ),
      engine: recognised.length === 0 ? null : (rendition?.engine ?? null),
      models: rendition?.metadata['recognised with'] ?? null,
    },
    waiting: countWaitingPages(db, exhibit.sha256),
    suggested: suggestFor(db, exhibit, survey?.languages ?? []).models,
  };
}

export function describeCase(
  { db }: QueryContext,
  { caseId, exhibitIds }: ParsedInputOf<'recognition.forCase'>,
): OutputOf<'recognition.forCase'> {
  requireCase(db, caseId);
  const ofCase = modelsOfCase(db, caseId) ?? [];
  return {
    ...countWithoutText(db, caseId, exhibitIds ?? null),
    suggested: suggestModels({ stated: [], ownPages: [], ofCase, neighbours: [] }),
  };
}

export function readPageSoFar(
  { db }: QueryContext,
  { exhibitId, pageIndex }: ParsedInputOf<'recognition.page'>,
): Page | null {
  const { sha256, renditionId } = requireExhibit(db, exhibitId);
  const kept = latestRecognisedPage(db, sha256, pageIndex);
  const page = renditionId ? pagesOf(db, renditionId, pageIndex, 1).find(one => one.index === pageIndex) : undefined;
  if (!kept || !page) return null;
  const { text, words, confidence, languages } = kept;
  return { ...page, text, words, confidence, languages, method: 'ocr' };
}

export function changeModelsOfCase(
  ctx: CommandContext,
  { caseId, models }: ParsedInputOf<'recognition.setModelsOfCase'>,
): Record<string, never> {
  requireCase(ctx.db, caseId);
  setModelsOfCase(ctx.db, caseId, models);
  ctx.custody.record({
    action: 'case-changed',
    caseId,
    subject: caseId,
    details: { 'languages of scans': models?.join('+') ?? 'none' },
  });
  return {};
}
