/** Where recognised words stand on their page: one bar for those that follow each other on a line. Fractions of the unrotated page. */
import type { PageRect } from '../../../shared/domain/exhibit.ts';
import type { WordBox } from '../../../shared/domain/extraction.ts';
import type { Span } from './readingTarget.ts';

/** Words of one line this many line heights apart are columns: the gap is no part of a passage. */
const COLUMN_GAP = 3;

export function wordRects(words: readonly WordBox[], spans: readonly Span[]): PageRect[] {
  const bars: PageRect[] = [];
  for (const span of spans) {
    let isFirst = true;
    for (const word of words) {
      if (word.end <= span.start || word.start >= span.end) continue;
      const box = { x: word.x, y: word.y, w: word.w, h: word.h };
      const last = bars.at(-1);
      if (!isFirst && last && isBeside(last, box)) bars[bars.length - 1] = union(last, box);
      else bars.push(box);
      isFirst = false;
    }
  }
  return bars;
}

/** How sure the engine was of the words, on average; null where none is covered. */
export function sureness(words: readonly WordBox[], spans: readonly Span[]): number | null {
  const covered = words.filter(word => spans.some(span => word.end > span.start && word.start < span.end));
  return covered.length === 0 ? null : covered.reduce((sum, word) => sum + word.confidence, 0) / covered.length;
}

/** Along either way that print may run: a sheet may have gone through the scanner sideways. */
function isBeside(bar: PageRect, box: PageRect): boolean {
  const level = overlap(bar.y, bar.h, box.y, box.h) > Math.min(bar.h, box.h) / 2;
  if (level) return gap(bar.x, bar.w, box.x, box.w) < COLUMN_GAP * Math.min(bar.h, box.h);
  const upright = overlap(bar.x, bar.w, box.x, box.w) > Math.min(bar.w, box.w) / 2 && box.h > box.w;
  return upright && gap(bar.y, bar.h, box.y, box.h) < COLUMN_GAP * Math.min(bar.w, box.w);
}

function overlap(start: number, length: number, other: number, otherLength: number): number {
  return Math.min(start + length, other + otherLength) - Math.max(start, other);
}

function gap(start: number, length: number, other: number, otherLength: number): number {
  return Math.max(0, -overlap(start, length, other, otherLength));
}

function union(one: PageRect, other: PageRect): PageRect {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    w: Math.max(one.x + one.w, other.x + other.w) - x,
    h: Math.max(one.y + one.h, other.y + other.h) - y,
  };
}
