/**
 * In which script a scan is, where nothing tells: its first page is read with one model after the other, and the one that is
 * clearly sure of its words is taken. Scans come in batches, so the last answer is tried first.
 */
import { ModelName } from '../../../shared/domain/recognition.ts';

/** How sure a model is of a page, and how much it read; null where the page could not be read at all. */
export type Trial = (models: ModelName[]) => Promise<{ confidence: number; letters: number } | null>;

export interface ModelGuesser {
  /** @param suggested what the neighbours are in, which is only a hint */
  modelsFor(suggested: ModelName, tryPage: Trial): Promise<ModelName[]>;
}

/** A model reads its own script so surely in good print, and another's hardly ever. */
const CLEAR = 0.8;
/** The best of all is taken from here on: bad print. */
const FAIR = 0.6;
/** Specks and stamps are read by any model. */
const FEW_LETTERS = 12;
/** Photographs and drawings have no script: after so many in a row nothing is tried any more. */
const MOST_FAILURES = 5;

export function openModelGuesser(): ModelGuesser {
  let last: ModelName | null = null;
  let failures = 0;

  return {
    async modelsFor(suggested, tryPage) {
      const first = last ?? suggested;
      if (failures >= MOST_FAILURES) return withEnglish(first);
      const order = [...new Set([first, suggested, ...ModelName.options])];
      let best: { model: ModelName; confidence: number } | null = null;
      for (const model of order) {
        const result = await tryPage([model]);
        if (result === null) break;
        if (result.letters < FEW_LETTERS) continue;
        if (best === null || result.confidence > best.confidence) best = { model, confidence: result.confidence };
        if (result.confidence >= CLEAR) break;
      }
      if (best === null || best.confidence < FAIR) {
        failures += 1;
        return withEnglish(first);
      }
      failures = 0;
      last = best.model;
      return withEnglish(last);
    },
  };
}

function withEnglish(model: ModelName): ModelName[] {
  return model === 'eng' ? ['eng'] : [model, 'eng'];
}
