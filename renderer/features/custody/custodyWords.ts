/** A custody event in words. Pure. */
import type { CustodyAction, CustodyEvent } from '../../../shared/domain/custody.ts';

/** `exhibit-admitted` → `Exhibit admitted`. */
export function actionWords(action: CustodyAction): string {
  const words = action.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The one detail that tells events of a kind apart, where there is one. */
export function eventGist(event: Pick<CustodyEvent, 'details' | 'subject'>): string {
  const { details } = event;
  const telling = ['exhibit', 'number', 'title', 'name', 'reference', 'file', 'path', 'recipient', 'reason'];
  const known = telling.flatMap(key => details[key] ?? []);
  return known.slice(0, 2).join(' · ') || Object.values(details).slice(0, 2).join(' · ');
}

/** A digest for the eye: enough of it to compare, in groups of four. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}
