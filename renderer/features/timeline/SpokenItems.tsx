import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import type { SpannedItem } from '../../../shared/domain/timeline/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import { COLUMNS, rowOf } from './timelineData.ts';

export interface SpokenItemsProps {
  items: readonly SpannedItem<TimelineItem>[];
  selected: TimelineItem | null;
  withPyongyang: boolean;
  nameOf(id: EntityId): string;
}

/** For those who do not see the canvas: the item in hand as an option, with its number among all; the table has every one. */
export function SpokenItems({ items, selected, withPyongyang, nameOf }: SpokenItemsProps) {
  const index = selected ? items.findIndex(one => one.item.id === selected.id) : -1;
  const item = items[Math.max(0, index)]?.item;
  if (!item) return null;
  const cells = rowOf(item, nameOf, withPyongyang);
  const words = COLUMNS.flatMap((column, at) => (cells[at] ? `${column}: ${cells[at]}` : [])).join('. ');
  return (
    <div
      id="timeline-item-current"
      role="option"
      tabIndex={-1}
      className="visually-hidden"
      aria-selected={index >= 0}
      aria-setsize={items.length}
      aria-posinset={Math.max(0, index) + 1}
    >
      {words}
    </div>
  );
}
