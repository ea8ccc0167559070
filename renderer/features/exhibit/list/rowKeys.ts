/** Keys of rows in a list that is read page by page: the exhibit's id, or its place until that is read. Pure. */
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';

export function keyOfRow(row: { id: ExhibitId } | undefined, index: number): string {
  return row ? row.id : `#${index}`;
}

export function idOfKey(key: string): ExhibitId | null {
  return key.startsWith('#') ? null : (key as ExhibitId);
}

/** The stretch of the list that a selection covers without its ids. */
export function missingRange(keys: Iterable<string>): { first: number; last: number } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const key of keys) {
    if (!key.startsWith('#')) continue;
    const index = Number(key.slice(1));
    first = Math.min(first, index);
    last = Math.max(last, index);
  }
  return last < 0 ? null : { first, last };
}
