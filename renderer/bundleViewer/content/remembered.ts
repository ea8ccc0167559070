/** What was loaded last stays at hand: turning a page back and forth, or going from tie to tie, runs no script twice. */
import { loadContent } from './receiver.ts';

/** Blocks are some hundred kilobytes at most; forty of them are less than one scanned exhibit. */
const MOST = 40;
const known = new Map<string, Promise<unknown>>();

/** The content of a key, parsed once. What fails is asked for anew the next time. */
export function loadParsed<T>(key: string, parse: (untrusted: unknown) => T): Promise<T> {
  const before = known.get(key);
  const loading = (before ?? loadContent(key).then(parse)) as Promise<T>;
  known.delete(key);
  known.set(key, loading);
  loading.catch(() => known.delete(key));
  for (const oldest of known.keys()) {
    if (known.size <= MOST) break;
    known.delete(oldest);
  }
  return loading;
}
