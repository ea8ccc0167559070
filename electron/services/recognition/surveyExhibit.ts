/** What there is to recognise in an exhibit, and in which languages it may be. */
import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import { type ModelName, isTold, recognitionNeed, suggestModels } from '../../../shared/domain/recognition.ts';
import type { Page } from '../../../shared/domain/rendition.ts';
import type { RenditionId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { pagesOf } from '../exhibit/index.ts';
import { languagesNearby, modelsOfCase } from './recognitionSql.ts';

/** Pages are read in blocks, so that memory does not follow the document's length. */
const pagesPerBlock = 200;

export function* walkPages(db: ReadableDb, renditionId: RenditionId): Iterable<Page> {
  for (let from = 0; ; from += pagesPerBlock) {
    const pages = pagesOf(db, renditionId, from, pagesPerBlock);
    yield* pages;
    if (pages.length < pagesPerBlock) return;
  }
}

export interface Survey {
  withoutText: number[];
  garbled: number[];
  recognised: { index: number; confidence: number | null }[];
  pageCount: number;
  /** Of its pages with text. */
  languages: string[];
}

export function surveyPages(db: ReadableDb, renditionId: RenditionId): Survey {
  const survey: Survey = { withoutText: [], garbled: [], recognised: [], pageCount: 0, languages: [] };
  for (const page of walkPages(db, renditionId)) {
    survey.pageCount += 1;
    const need = recognitionNeed(page);
    if (need === 'no-text') survey.withoutText.push(page.index);
    if (need === 'garbled') survey.garbled.push(page.index);
    if (need === null) survey.languages.push(...page.languages);
    if (page.method === 'ocr') survey.recognised.push({ index: page.index, confidence: page.confidence });
  }
  return survey;
}

/** `isGuess`: nobody told, and what the neighbours are in is only where one begins. */
export function suggestFor(
  db: ReadableDb,
  exhibit: Exhibit,
  ownPages: readonly string[],
): { models: ModelName[]; isGuess: boolean } {
  const hints = {
    stated: exhibit.languages,
    ownPages,
    ofCase: modelsOfCase(db, exhibit.caseId) ?? [],
    neighbours: languagesNearby(db, exhibit.id),
  };
  return { models: suggestModels(hints), isGuess: !isTold(hints) };
}
