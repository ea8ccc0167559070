/** The keys of the pop-over. Pure. */
import type { Bearing } from '../../../shared/domain/citation.ts';
import { Credibility } from '../../../shared/domain/source.ts';

export function bearingOfKey(key: string): Bearing | null {
  if (key === '+') return 'supports';
  if (key === '-' || key === '−') return 'contradicts';
  if (key === '.' || key === '·') return 'context';
  return null;
}

export function credibilityOfKey(key: string): Credibility | null {
  const read = Credibility.safeParse(Number(key));
  return read.success && key.length === 1 ? read.data : null;
}

/** True for a letter of any script: it begins the words of a claim. */
export function startsText(key: string): boolean {
  return /^\p{L}$/u.test(key);
}
