import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import { strengthShapes } from '../../../shared/domain/entity/entity.ts';
import { StatusMark } from '../../ui/index.ts';
import { weightWords } from './timelineData.ts';

/** How sure an item is: shape and word, as everywhere in the window. */
export function Weight({ item }: { item: TimelineItem }) {
  if (item.status !== null) return <StatusMark status={item.status} />;
  const words = weightWords(item);
  if (words === '') return null;
  return (
    <span>
      <span aria-hidden>
        {item.citationCount === 0 || item.strength === null ? '◌' : strengthShapes[item.strength]}
      </span>{' '}
      {words}
    </span>
  );
}
