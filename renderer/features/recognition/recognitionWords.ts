/** How an exhibit's scanned pages stand, in sentences. Pure. */
import type { RecognitionState } from '../../../shared/contract/recognition.ts';
import { ModelName, modelWords, pageRanges } from '../../../shared/domain/recognition.ts';
import { countOf, formatCount } from '../../ui/index.ts';

const PAGES_NAMED = 12;

export function needWords({ pageCount, withoutText, garbled }: RecognitionState): string[] {
  const sentences: string[] = [];
  const of = (indexes: readonly number[], what: string) =>
    indexes.length === pageCount
      ? `${pageCount === 1 ? 'The page has' : `All ${formatCount(pageCount)} pages have`} ${what}.`
      : `${indexes.length === 1 ? 'Page' : 'Pages'} ${named(indexes)} of ${formatCount(pageCount)} ${indexes.length === 1 ? 'has' : 'have'} ${what}.`;
  if (withoutText.length > 0) sentences.push(of(withoutText, 'no text'));
  if (garbled.length > 0) sentences.push(of(garbled, 'a text layer that makes no sense'));
  return sentences;
}

export function doneWords({ recognised }: RecognitionState): string | null {
  const { pages, confidence, models } = recognised;
  if (pages === 0) return null;
  const languages = models === null ? '' : ` as ${languageWords(models.split('+'))}`;
  const sure = confidence === null ? '; no words were found' : `, ${sureWords(confidence)}`;
  return `${countOf(pages, 'page')} recognised${languages}${sure}.`;
}

export function doubtWords({ recognised: { doubtful } }: RecognitionState): string | null {
  if (doubtful.length === 0) return null;
  const pages = `${doubtful.length === 1 ? 'Page' : 'Pages'} ${named(doubtful)}`;
  return `${pages}: compare the words with the picture before you cite them, or try other languages.`;
}

export function sureWords(confidence: number): string {
  return `${Math.round(confidence * 100)} % sure`;
}

export function languageWords(models: readonly string[]): string {
  const words = models.map(name => modelWords[ModelName.safeParse(name).data ?? 'eng']);
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join('; ')} and ${words.at(-1)}`;
}

function named(indexes: readonly number[]): string {
  const ranges = pageRanges(indexes).split(', ');
  if (ranges.length <= PAGES_NAMED) return ranges.join(', ');
  return `${ranges.slice(0, PAGES_NAMED).join(', ')} and others, ${formatCount(indexes.length)} in all,`;
}
