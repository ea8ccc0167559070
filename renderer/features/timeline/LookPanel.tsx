/** Clashes and gaps: what to look at. Neither is a finding. */
import { useState } from 'react';
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import { type Clash, describeSpan, type Gap, lengthWords } from '../../../shared/domain/timeline/index.ts';
import { Button, countOf, Select, Tabs } from '../../ui/index.ts';
import { ClashList } from './ClashList.tsx';

export interface LookPanelProps {
  clashes: readonly Clash<TimelineItem>[];
  gaps: readonly Gap<TimelineItem>[];
  gapDays: number;
  onGapDays(days: number): void;
  onSelect(item: TimelineItem): void;
  onStretch(from: number, to: number): void;
}

const gapOptions = [
  { value: '7', label: '1 week' },
  { value: '30', label: '1 month' },
  { value: '90', label: '3 months' },
  { value: '365', label: '1 year' },
  { value: '1825', label: '5 years' },
] as const;
/** More are not read one after the other; a longer limit or fewer lanes bring them down. */
const SHOWN = 100;

export function LookPanel({ clashes, gaps, gapDays, onGapDays, onSelect, onStretch }: LookPanelProps) {
  const [tab, setTab] = useState<'clashes' | 'gaps'>('clashes');
  return (
    <div className="timeline-look">
      <Tabs
        label="What to look at"
        tabs={[
          { id: 'clashes', label: 'Clashes', count: clashes.length },
          { id: 'gaps', label: 'Gaps', count: gaps.length },
        ]}
        value={tab}
        onChange={setTab}
        panelId="timeline-look-panel"
      />
      <div
        className="timeline-look-body"
        role="tabpanel"
        id="timeline-look-panel"
        aria-label={tab === 'clashes' ? 'Clashes' : 'Gaps'}
      >
        {tab === 'clashes' ? (
          <>
            <p className="inspector-soft">
              Two items that do not seem to go together. Something to look at, not a finding: either may be wrong, or
              neither.
            </p>
            <ClashList label="Clashes" clashes={clashes.slice(0, SHOWN)} onSelect={onSelect} />
            {clashes.length === 0 && <p>No two dated items contradict each other as far as their dates are certain.</p>}
            {clashes.length > SHOWN && (
              <p className="inspector-soft">
                {countOf(clashes.length - SHOWN, 'more clash', 'more clashes')} not listed.
              </p>
            )}
          </>
        ) : (
          <>
            <p className="inspector-soft">
              Stretches in which nothing is known to have happened to an entity of the lanes shown. A name, a flag or a
              tie that lasted counts only where it begins and ends.
            </p>
            <Select
              label="Longer than"
              value={String(gapDays)}
              options={gapOptions}
              onChange={days => onGapDays(Number(days))}
            />
            <ul className="timeline-clashes" aria-label="Gaps">
              {gaps.slice(0, SHOWN).map(gap => (
                <li key={`${gap.entity.id} ${gap.from}`} className="timeline-clash">
                  <p dir="auto">
                    {gap.entity.caption}: nothing for {lengthWords(gap.to - gap.from)}, from {day(gap.from)} to{' '}
                    {day(gap.to)}.
                  </p>
                  <span className="timeline-clash-items">
                    <button type="button" className="timeline-clash-item one-line" onClick={() => onSelect(gap.before)}>
                      Before: {gap.before.title}
                    </button>
                    <button type="button" className="timeline-clash-item one-line" onClick={() => onSelect(gap.after)}>
                      After: {gap.after.title}
                    </button>
                    <Button
                      kind="quiet"
                      label={`Show the gap of ${gap.entity.caption} from ${day(gap.from)}`}
                      onPress={() => onStretch(gap.from, gap.to)}
                    >
                      Show the gap
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
            {gaps.length === 0 && <p>No gap is longer than that.</p>}
            {gaps.length > SHOWN && (
              <p className="inspector-soft">{countOf(gaps.length - SHOWN, 'more gap')} not listed.</p>
            )}
          </>
        )}
      </div>
    </div>
  );
}

function day(at: number): string {
  const iso = new Date(at).toISOString().slice(0, 10);
  return describeSpan(iso, iso);
}
