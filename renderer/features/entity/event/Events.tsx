/** What the entity took part in, in the order of time. */
import { CalendarClock, Plus } from 'lucide-react';
import type { LinkView } from '../../../../shared/contract/entity.ts';
import { Button, Empty } from '../../../ui/index.ts';
import { eventsOf, linkKey } from '../tie/tieGroups.ts';
import { TieLine } from '../tie/TieLine.tsx';

export interface EventsProps {
  links: readonly LinkView[];
  onAdd(): void;
}

export function Events({ links, onAdd }: EventsProps) {
  const events = eventsOf(links);
  const add = (
    <Button icon={Plus} shortcut="V" onPress={onAdd}>
      Record an event
    </Button>
  );
  if (events.length === 0)
    return (
      <Empty
        icon={CalendarClock}
        title="No events yet"
        text="Transfers at sea, port calls, payments, meetings: when, where, who took part as what, how much."
        action={add}
      />
    );
  return (
    <div className="ties">
      <ul>
        {events.map(link => (
          <TieLine key={linkKey(link)} link={link} />
        ))}
      </ul>
      <div>{add}</div>
    </div>
  );
}
