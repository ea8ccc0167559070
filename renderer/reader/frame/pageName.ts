import type { PageName } from '../frameMessages.ts';

/** The page's name as the window gave it; counted from 1 where it gave none. */
export function nameOf(names: readonly PageName[], index: number): PageName {
  return names[index] ?? { short: String(index + 1), full: `p. ${index + 1}` };
}
