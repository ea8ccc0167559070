/** Which row a key leads to. Pure. */
export function rowAfterKey(key: string, at: number, count: number, rowsInView: number): number | null {
  if (count === 0) return null;
  const page = Math.max(1, rowsInView - 1);
  const to: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? count - 1 : at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + page,
    PageUp: at - page,
  };
  const next = to[key];
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next));
}

/** The keys from one row to another, both included. */
export function rangeOfKeys(from: number, to: number, getKey: (index: number) => string): Set<string> {
  const keys = new Set<string>();
  for (let index = Math.min(from, to); index <= Math.max(from, to); index++) keys.add(getKey(index));
  return keys;
}

/** The next row after `at` whose text begins with what was typed, going round once. */
export function rowStartingWith(
  typed: string,
  at: number,
  count: number,
  getText: (index: number) => string,
): number | null {
  const wanted = typed.toLowerCase();
  // A repeated letter walks on; a longer word may stay on the row it already found.
  const first = typed.length === 1 ? at + 1 : at;
  for (let step = 0; step < count; step++) {
    const index = (Math.max(0, first) + step) % count;
    if (getText(index).toLowerCase().startsWith(wanted)) return index;
  }
  return null;
}
