/** A text comparison as rows for two columns: cut where lines end on both sides, long equal stretches folded. Pure. */
import type { DiffRun } from '../../../shared/domain/textDiff.ts';

export interface DiffPiece {
  text: string;
  changed: boolean;
}
export type DiffRow =
  | { kind: 'words'; left: DiffPiece[]; right: DiffPiece[]; changed: boolean }
  /** So many characters are the same on both sides and are left out. */
  | { kind: 'folded'; characters: number; left: string; right: string };

/** Shown of an equal stretch before and after a difference. */
const CONTEXT_CHARS = 240;
/** A stretch shorter than it is shown whole: folding it would save nothing. */
const LEAST_FOLDED = 400;

export function diffRows(runs: readonly DiffRun[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let open: Extract<DiffRow, { kind: 'words' }> = emptyRow();
  const close = () => {
    if (open.left.length + open.right.length > 0) rows.push(open);
    open = emptyRow();
  };
  for (const [at, run] of runs.entries()) {
    if (run.kind === 'changed') {
      put(open, run.left, run.right, true);
      open.changed = true;
      continue;
    }
    const head = at === 0 ? 0 : cutAt(run.left, CONTEXT_CHARS);
    const tail = at === runs.length - 1 ? run.left.length : run.left.length - cutAt(run.left, CONTEXT_CHARS, true);
    if (tail - head < LEAST_FOLDED) {
      put(open, run.left, run.right, false);
      continue;
    }
    const [start, end] = [matching(run, head), matching(run, tail)];
    put(open, run.left.slice(0, head), run.right.slice(0, start), false);
    close();
    rows.push({
      kind: 'folded',
      characters: tail - head,
      left: run.left.slice(head, tail),
      right: run.right.slice(start, end),
    });
    put(open, run.left.slice(tail), run.right.slice(end), false);
  }
  close();
  return rows;
}

function emptyRow(): Extract<DiffRow, { kind: 'words' }> {
  return { kind: 'words', left: [], right: [], changed: false };
}

function put(row: Extract<DiffRow, { kind: 'words' }>, left: string, right: string, changed: boolean): void {
  row.left.push(...pieces(left, changed));
  row.right.push(...pieces(right, changed));
}

/** The space after a changed word is not lit: it would join what is apart. */
function pieces(text: string, changed: boolean): DiffPiece[] {
  if (text === '') return [];
  const words = text.trimEnd();
  if (!changed || words === text) return [{ text, changed }];
  const space = { text: text.slice(words.length), changed: false };
  return words === '' ? [space] : [{ text: words, changed }, space];
}

/** A place near so many characters from the start (or the end) where a word ends. */
function cutAt(text: string, characters: number, fromEnd = false): number {
  if (text.length <= characters) return text.length;
  if (!fromEnd) {
    const space = text.indexOf(' ', characters);
    return space < 0 || space > characters + 40 ? whole(text, characters) : space + 1;
  }
  const space = text.lastIndexOf(' ', text.length - characters);
  return space < 0 || space < text.length - characters - 40
    ? text.length - whole(text, text.length - characters)
    : text.length - space - 1;
}

/** Not between the two halves of a character. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

/** The place on the right that has as many characters other than white space before it as this place on the left. */
function matching({ left, right }: DiffRun, at: number): number {
  if (left === right) return at;
  let count = 0;
  for (let index = 0; index < at; index += 1) if (!isSpace(left, index)) count += 1;
  let place = 0;
  while (place < right.length && (count > 0 || isSpace(right, place))) {
    if (!isSpace(right, place)) count -= 1;
    place += 1;
  }
  return place;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
