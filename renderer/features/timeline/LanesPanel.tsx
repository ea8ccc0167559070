/** Which entities have lanes. Those chosen are the same that the chart, the map and the lists have chosen. */
import { Rows3, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { Button, IconButton, Popover, Segmented } from '../../ui/index.ts';
import { EntityLink, EntityPicker } from '../entity/index.ts';
import type { LaneChoice } from './timelineMemory.ts';

export interface LanesPanelProps {
  caseId: CaseId;
  lanes: LaneChoice;
  chosen: readonly EntityChip[];
  onLanes(lanes: LaneChoice): void;
  onToggle(id: EntityId): void;
}

export const laneOptions = [
  { value: 'busiest', label: 'Busiest', hint: 'The twelve entities of most items' },
  { value: 'chosen', label: 'Chosen', hint: 'The entities chosen here, in the chart, the map or the lists' },
  { value: 'all', label: 'All', hint: 'Every entity with a dated item' },
] as const;

export function LanesPanel({ caseId, lanes, chosen, onLanes, onToggle }: LanesPanelProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Segmented label="Lanes" options={laneOptions} value={lanes} onChange={onLanes} />
      <Button ref={anchor} kind="quiet" icon={Rows3} onPress={() => setOpen(now => !now)}>
        {`Lanes …`}
      </Button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} label="Entities with a lane">
        <div className="timeline-show">
          <EntityPicker
            caseId={caseId}
            label="Choose an entity"
            value={null}
            except={chosen.map(chip => chip.id)}
            onChange={chip => {
              if (!chip) return;
              onToggle(chip.id);
              onLanes('chosen');
            }}
          />
          <ul className="timeline-chosen" aria-label="Chosen">
            {chosen.map(chip => (
              <li key={chip.id}>
                <EntityLink entity={chip} />
                <IconButton
                  icon={X}
                  size={14}
                  label={`Choose ${chip.caption} no longer`}
                  onPress={() => onToggle(chip.id)}
                />
              </li>
            ))}
          </ul>
          {chosen.length === 0 && (
            <p className="inspector-soft">None is chosen. A press on the name of a lane chooses it.</p>
          )}
        </div>
      </Popover>
    </>
  );
}
