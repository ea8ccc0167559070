/** Small words that several parts of a report share. */
import { describeDate, type EdtfDate } from '../../kernel/dates.ts';
import { isAddressedTo, type NamedParty, type Request } from '../request.ts';
import type { ReportBlock, ReportRun, ReportTextRun } from './reportModel.ts';

export function text(words: string, marks: { bold?: boolean; italic?: boolean } = {}): ReportTextRun {
  return { type: 'text', text: words, ...marks };
}

/** A paragraph that is not counted. */
export function remark(runs: ReportRun[] | string, tone: 'plain' | 'caution' = 'plain'): ReportBlock {
  return { type: 'paragraph', number: null, runs: typeof runs === 'string' ? [text(runs)] : runs, tone };
}

export function bullets(sentences: readonly string[]): ReportBlock {
  return { type: 'list', ordered: false, items: sentences.map(sentence => [text(sentence)]) };
}

/** `a`, `a and b`, `a, b and c`. */
export function inWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Several lines become one, since a paragraph is one thought. */
export function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

export function asSentence(words: string): string {
  const line = oneLine(words);
  return line === '' || /[.!?…”"。]$/u.test(line) ? line : `${line}.`;
}

export function capitalised(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

export function dateOr(date: EdtfDate | null, otherwise: string): string {
  return date === null ? otherwise : describeDate(date);
}

/** The day at which an EDTF date begins, for putting dates in order; what begins nowhere comes first. */
export function beginning(date: string): string {
  return (date.split('/')[0] ?? '')
    .replace('..', '')
    .replace(/[?~%]$/, '')
    .replaceAll('X', '0');
}

export function requestsTo(requests: readonly Request[], party: NamedParty): Request[] {
  return requests.filter(request => isAddressedTo(request, party));
}
