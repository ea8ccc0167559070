import { describeSpan } from '../../../shared/domain/timeline/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import { countOf } from '../../ui/index.ts';
import type { Hit } from './hitTest.ts';
import { sourceWords, weightWords } from './timelineData.ts';

export interface HoverWordsProps {
  hit: Hit;
  x: number;
  y: number;
  room: { width: number; height: number };
  withPyongyang: boolean;
  nameOf(id: EntityId): string;
}

const WIDTH_PX = 300;

/** What lies under the pointer, in words beside it. Its equals for the keyboard are the inspector and the spoken option. */
export function HoverWords({ hit, x, y, room, withPyongyang, nameOf }: HoverWordsProps) {
  const left = Math.max(4, Math.min(x + 14, room.width - WIDTH_PX - 4));
  const place = y > room.height / 2 ? { left, bottom: room.height - y + 12 } : { left, top: y + 18 };
  if (hit.kind === 'crowd') {
    return (
      <div className="timeline-hover" style={{ ...place, maxWidth: WIDTH_PX }} aria-hidden>
        <p>{countOf(hit.crowd.count, 'more item')} begin here. A click comes closer.</p>
      </div>
    );
  }
  const { item } = hit;
  const weight = weightWords(item);
  return (
    <div className="timeline-hover" style={{ ...place, maxWidth: WIDTH_PX }} aria-hidden>
      <p className="timeline-hover-title" dir="auto">
        {item.title}
      </p>
      <p>{describeSpan(item.fromOn, item.toOn, withPyongyang)}</p>
      {item.place && <p dir="auto">{item.place.words}</p>}
      {item.entityIds.length > 0 && (
        <p className="timeline-hover-soft" dir="auto">
          {item.entityIds.slice(0, 5).map(nameOf).join(', ')}
          {item.entityIds.length > 5 && ` and ${item.entityIds.length - 5} more`}
        </p>
      )}
      <p className="timeline-hover-soft">
        {[
          `${sourceWords[item.source].one}${item.kindLabel === item.source || item.source === 'exhibit' ? '' : `: ${item.kindLabel}`}`,
          weight,
          item.citationCount > 0 && countOf(item.citationCount, 'citation'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
