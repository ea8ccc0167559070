import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import type { LaidLane } from '../../../shared/domain/timeline/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import { classes, countOf } from '../../ui/index.ts';
import { schemaIcon } from '../entity/index.ts';

export interface LaneNamesProps {
  lanes: readonly LaidLane<TimelineItem>[];
  width: number;
  chosen: ReadonlySet<EntityId>;
  onToggle(id: EntityId): void;
}

/** Lower ones have room for one line of the name. */
const LOW_PX = 60;

/** The names of the lanes; a press chooses the entity, here and in the chart, the map and the lists. */
export function LaneNames({ lanes, width, chosen, onToggle }: LaneNamesProps) {
  return (
    <ul className="timeline-lanes" aria-label="Lanes" style={{ width }}>
      {lanes.map(({ lane, top, height }) => {
        const Icon = lane.entity && schemaIcon(lane.entity.schema);
        const count = countOf(lane.items.length, 'item');
        const inside = (
          <>
            {Icon && <Icon size={14} aria-hidden />}
            <span className="timeline-lane-name" dir="auto">
              {lane.label}
            </span>
            <span className="visually-hidden">, {count}</span>
          </>
        );
        const id = lane.entity?.id;
        return (
          <li
            key={lane.id}
            className={classes('timeline-lane', height < LOW_PX && 'timeline-lane-low')}
            style={{ top, height }}
          >
            {id === undefined ? (
              <span className="timeline-lane-label timeline-lane-soft" title={`${lane.label}, ${count}`}>
                {inside}
              </span>
            ) : (
              <button
                type="button"
                className={classes('timeline-lane-label', chosen.has(id) && 'timeline-lane-chosen')}
                aria-pressed={chosen.has(id)}
                title={`${lane.label}, ${count}`}
                onClick={() => onToggle(id)}
              >
                {inside}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
