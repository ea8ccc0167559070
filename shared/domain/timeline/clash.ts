/** A clash: two items that do not seem to go together. It is something to look at, never a finding: either may be wrong, or neither. */
import type { LaneEntity, TimedItem } from './timedItem.ts';

export type ClashKind = 'two-places' | 'two-values' | 'two-dates' | 'before-beginning' | 'after-end' | 'reversed';

export const clashWords: Record<ClashKind, string> = {
  'two-places': 'Two places at once',
  'two-values': 'Two values at once',
  'two-dates': 'Two dates for one thing',
  'before-beginning': 'Before its beginning',
  'after-end': 'After its end',
  reversed: 'Ends before it begins',
};

export interface Clash<Item extends TimedItem = TimedItem> {
  /** The same for the same two items, whenever it is computed. */
  id: string;
  kind: ClashKind;
  /** Null where the clash is within one item that names nobody. */
  entity: LaneEntity | null;
  items: readonly Item[];
  /** One sentence: both items by name, and why they do not go together. */
  sentence: string;
}

/** The title with its date, as a sentence names it. */
export function named({ title }: TimedItem, when: string): string {
  const words = title.length > 90 ? `${title.slice(0, 89).trimEnd()}…` : title;
  return `“${words}” (${when})`;
}

export function clashId(kind: ClashKind, entity: LaneEntity | null, items: readonly TimedItem[]): string {
  return [kind, entity?.id ?? '', ...items.map(item => item.id)].join(' ');
}
