/** Which time the map shows: all, a stretch, or one day. */
import { Segmented } from '../../../ui/index.ts';
import { dateWords } from '../../../../shared/domain/entity/caption.ts';
import type { PlacedFeature } from '../mark/featureFacts.ts';
import { DAY_MS, dayOf, extentOf, type TimeFilter } from '../time/timeFilter.ts';

export interface TimeBarProps {
  /** All of the case: the ends of the slider do not move with what is shown. */
  features: readonly PlacedFeature[];
  shownCount: number;
  value: TimeFilter;
  onChange(filter: TimeFilter): void;
}

const modes = [
  { value: 'all', label: 'All time' },
  { value: 'range', label: 'From–until' },
  { value: 'as-at', label: 'As at' },
] as const;

export function TimeBar({ features, shownCount, value, onChange }: TimeBarProps) {
  const extent = extentOf(features);
  if (!extent) return null;
  const last = extent.to - DAY_MS;
  const setMode = (mode: TimeFilter['mode']) => {
    if (mode === 'all') onChange({ mode });
    else if (mode === 'range') onChange({ mode, from: extent.from, to: last });
    else onChange({ mode, at: value.mode === 'range' ? value.to : last });
  };
  const slider = (label: string, at: number, set: (at: number) => void) => (
    <Slider label={label} at={at} from={extent.from} last={last} onChange={set} />
  );
  return (
    <div className="map-time">
      <Segmented label="Time shown" options={modes} value={value.mode} onChange={setMode} />
      {value.mode === 'all' && (
        <span className="position-soft">
          {dateWords(dayOf(extent.from))} to {dateWords(dayOf(last))}
        </span>
      )}
      {value.mode === 'range' && (
        <>
          {slider('From', value.from, from => onChange({ ...value, from, to: Math.max(from, value.to) }))}
          {slider('Until', value.to, to => onChange({ ...value, to, from: Math.min(to, value.from) }))}
        </>
      )}
      {value.mode === 'as-at' && slider('On', value.at, at => onChange({ ...value, at }))}
      <span className="map-time-count position-soft" role="status">
        {shownCount === features.length ? '' : `${shownCount} of ${features.length} shown`}
      </span>
    </div>
  );
}

interface SliderProps {
  label: string;
  at: number;
  from: number;
  last: number;
  onChange(at: number): void;
}

/** A day a step; a day can be typed beside it. */
function Slider({ label, at, from, last, onChange }: SliderProps) {
  return (
    <span className="map-slider">
      <label>
        {label}{' '}
        <input
          type="range"
          min={0}
          max={Math.max(1, Math.round((last - from) / DAY_MS))}
          value={Math.round((at - from) / DAY_MS)}
          aria-valuetext={dateWords(dayOf(at))}
          onChange={event => onChange(from + Number(event.target.value) * DAY_MS)}
        />
      </label>
      <input
        type="date"
        className="input"
        aria-label={`${label}, day`}
        value={dayOf(at)}
        min={dayOf(from)}
        max={dayOf(last)}
        onChange={event => {
          const typed = Date.parse(`${event.target.value}T00:00Z`);
          if (!Number.isNaN(typed)) onChange(Math.min(last, Math.max(from, typed)));
        }}
      />
    </span>
  );
}
