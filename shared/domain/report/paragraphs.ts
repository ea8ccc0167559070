/** Counts the paragraphs of a report from its first to its last, as cross-references need. */
import type { ReportBlock, ReportRun } from './reportModel.ts';
import { text } from './reportWords.ts';

type Paragraph = Extract<ReportBlock, { type: 'paragraph' }>;

export class Paragraphs {
  #last = 0;

  get last(): number {
    return this.#last;
  }

  next(runs: ReportRun[] | string, tone: Paragraph['tone'] = 'plain'): Paragraph {
    this.#last += 1;
    return { type: 'paragraph', number: this.#last, runs: typeof runs === 'string' ? [text(runs)] : runs, tone };
  }
}
