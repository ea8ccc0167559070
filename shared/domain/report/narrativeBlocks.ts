/** The narrative of a finding as numbered paragraphs with calls of notes where its citation chips stood. */
import type { Narrative, NarrativeRun } from '../narrative.ts';
import type { NoteBook } from './noteBook.ts';
import type { Paragraphs } from './paragraphs.ts';
import type { ReportBlock, ReportRun } from './reportModel.ts';
import { plainText } from './reportModel.ts';
import { oneLine, text } from './reportWords.ts';

/** What stands in the text where a chip leads nowhere any more: a gap that nobody can overlook. */
export const LOST_CITATION = '[citation withdrawn]';

export function narrativeBlocks(narrative: Narrative, notes: NoteBook, paragraphs: Paragraphs): ReportBlock[] {
  return narrative.flatMap((block): ReportBlock[] => {
    if (block.type === 'list') {
      const items = block.items.map(item => toRuns(item, notes)).filter(isWritten);
      return items.length > 0 ? [{ type: 'list', ordered: block.ordered, items }] : [];
    }
    const runs = toRuns(block.runs, notes);
    if (!isWritten(runs)) return [];
    const words = oneLine(plainText(runs));
    // A heading holds no calls; one that does is read as a paragraph, so that no citation is lost.
    if (block.type === 'heading' && runs.every(run => run.type === 'text'))
      return [{ type: 'heading', level: 3, text: words }];
    return [paragraphs.next(runs)];
  });
}

function isWritten(runs: readonly ReportRun[]): boolean {
  return runs.some(run => run.type === 'footnote' || run.text.trim() !== '');
}

/** A call stands at its word, without the space that a chip is typed with, and after the mark that ends the clause. */
function toRuns(given: readonly NarrativeRun[], notes: NoteBook): ReportRun[] {
  const runs: ReportRun[] = [];
  let calls: ReportRun[] = [];
  /** True where only space followed the calls so far. */
  let gap = false;
  const settle = () => {
    runs.push(...calls);
    calls = [];
    gap = false;
  };
  for (const run of given) {
    if (run.type === 'citation') {
      const call = notes.call(run.citationId);
      if (call) {
        if (calls.length === 0) trimEnd(runs);
        calls.push(call);
      } else {
        settle();
        runs.push(text(`${endsOpen(runs) ? ' ' : ''}${LOST_CITATION}`, { italic: true }));
      }
      continue;
    }
    let words = run.text;
    if (calls.length > 0) {
      if (words.trim() === '') {
        gap ||= words !== '';
        continue;
      }
      const mark = /^\s*([.,;:!?)\]”’]+)/u.exec(words);
      if (mark) {
        runs.push(text(mark[1] ?? ''));
        words = words.slice(mark[0].length);
      } else if (gap) words = ` ${words.trimStart()}`;
      settle();
    }
    // A space before a mark is what a chip left that was taken out again.
    if (/^[.,;:!?]/.test(words)) trimEnd(runs);
    runs.push(text(words, { ...(run.bold ? { bold: true } : {}), ...(run.italic ? { italic: true } : {}) }));
  }
  settle();
  return runs.filter(run => run.type === 'footnote' || run.text !== '');
}

function trimEnd(runs: ReportRun[]): void {
  const last = runs.at(-1);
  if (last?.type === 'text') runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
}

function endsOpen(runs: readonly ReportRun[]): boolean {
  const last = runs.at(-1);
  return last !== undefined && !(last.type === 'text' && /\s$/u.test(last.text));
}
