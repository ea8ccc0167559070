/** What the timeline shows: sources and kinds to leave out, and whether times of day are told in Pyongyang's clock too. */
import { ListFilter } from 'lucide-react';
import { useRef, useState } from 'react';
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import { Button, Checkbox, formatCount, Popover } from '../../ui/index.ts';
import { sources, sourceWords } from './timelineData.ts';
import type { TimelineState } from './timelineMemory.ts';

export interface ShowPanelProps {
  items: readonly TimelineItem[];
  kinds: readonly { kind: string; count: number }[];
  state: TimelineState;
  onChange(change: Partial<TimelineState>): void;
}

/** Rarer kinds are found by their words. */
const KINDS = 40;

export function ShowPanel({ items, kinds, state, onChange }: ShowPanelProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const hidden = state.hiddenSources.length + state.hiddenKinds.length;
  return (
    <>
      <Button ref={anchor} kind="quiet" icon={ListFilter} onPress={() => setOpen(now => !now)}>
        {hidden === 0 ? 'Show' : `Show (${hidden} left out)`}
      </Button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} label="What the timeline shows">
        <div className="timeline-show">
          <fieldset>
            <legend className="field-label">Items</legend>
            {sources.map(source => (
              <Checkbox
                key={source}
                label={`${sourceWords[source].many} (${formatCount(items.filter(item => item.source === source).length)})`}
                checked={!state.hiddenSources.includes(source)}
                onChange={() => onChange({ hiddenSources: toggled(state.hiddenSources, source) })}
              />
            ))}
          </fieldset>
          {kinds.length > 0 && (
            <fieldset>
              <legend className="field-label">Kinds</legend>
              {kinds.slice(0, KINDS).map(({ kind, count }) => (
                <Checkbox
                  key={kind}
                  label={`${kind} (${formatCount(count)})`}
                  checked={!state.hiddenKinds.includes(kind)}
                  onChange={() => onChange({ hiddenKinds: toggled(state.hiddenKinds, kind) })}
                />
              ))}
            </fieldset>
          )}
          <fieldset>
            <legend className="field-label">Times of day</legend>
            <Checkbox
              label="Show Pyongyang time too"
              hint="UTC+9; UTC+8:30 from 15 August 2015 to 4 May 2018"
              checked={state.withPyongyang}
              onChange={withPyongyang => onChange({ withPyongyang })}
            />
          </fieldset>
          {hidden > 0 && (
            <Button kind="quiet" onPress={() => onChange({ hiddenSources: [], hiddenKinds: [] })}>
              Show everything
            </Button>
          )}
        </div>
      </Popover>
    </>
  );
}

function toggled<Value>(all: readonly Value[], one: Value): Value[] {
  return all.includes(one) ? all.filter(other => other !== one) : [...all, one];
}
