// Hebrew and Arabic as another engine may give them: in the order of the eye instead of the order of reading.

import type { BareQuote } from './contextScore.ts';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

export function readBackwards({ exact, prefix, suffix }: BareQuote): BareQuote {
  return { exact: backwards(exact), prefix: backwards(suffix), suffix: backwards(prefix) };
}

export function backwards(text: string): string {
  return [...text].reverse().join('');
}
