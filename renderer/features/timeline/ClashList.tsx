import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import { type Clash, clashWords, describeSpan } from '../../../shared/domain/timeline/index.ts';

export interface ClashListProps {
  label: string;
  clashes: readonly Clash<TimelineItem>[];
  onSelect(item: TimelineItem): void;
}

/** Clashes in words; each of the two items is one press away. */
export function ClashList({ label, clashes, onSelect }: ClashListProps) {
  return (
    <ul className="timeline-clashes" aria-label={label}>
      {clashes.map(clash => (
        <li key={clash.id} className="timeline-clash">
          <span className="timeline-clash-kind">{clashWords[clash.kind]}</span>
          <p dir="auto">{clash.sentence}</p>
          <span className="timeline-clash-items">
            {clash.items.map((item, at) => (
              <button
                key={item.id}
                type="button"
                className="timeline-clash-item one-line"
                title={`Show ${item.title}`}
                onClick={() => onSelect(item)}
              >
                <span className="visually-hidden">Show </span>
                {clash.items.length > 1 ? `${at + 1}. ` : ''}
                {describeSpan(item.fromOn, item.toOn)}: {item.title}
              </button>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
