import { useState } from 'react';
import type { CaseOverview } from '../../../shared/contract/case.ts';
import { classes, countOf } from '../../ui/index.ts';
import { ChronologyList } from './ChronologyList.tsx';
import { type Span, spansOf } from './chronology.ts';

type Dated = CaseOverview['chronology'][number];

/** With more bars than this a number over each would run into the next. */
const MOST_NUMBERED = 16;

/** When things happened or were published: bars for how much is known of which time, and below them what it is. */
export function ChronologyStrip({ chronology }: { chronology: readonly Dated[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const spans = spansOf(chronology);
  const most = Math.max(...spans.map(span => span.things.length));
  const span = spans.find(one => one.label === chosen);
  const things = span ? span.things : spans.flatMap(one => one.things);
  return (
    <section>
      <div className="overview-heading-row">
        <h2 className="overview-heading">Chronology</h2>
        <p className="strip-what" role="status">
          {span ? `${span.label}: ` : ''}
          {countOf(things.length, 'exhibit')} by date of publication
          {span && (
            <button type="button" className="strip-all" onClick={() => setChosen(null)}>
              Show all
            </button>
          )}
        </p>
      </div>
      <ol className={classes('strip', spans.every(one => one.tick !== null) && 'strip-named')} aria-label="Chronology">
        {spans.map(one => (
          <li key={one.label} className={classes('strip-span', one.things.length === 0 && 'strip-span-empty')}>
            {one.things.length > 0 && (
              <Bar
                span={one}
                share={one.things.length / most}
                numbered={spans.length <= MOST_NUMBERED}
                pressed={one.label === chosen}
                faded={span !== undefined && one.label !== chosen}
                onPress={() => setChosen(one.label === chosen ? null : one.label)}
              />
            )}
            {/* A year stands once, at its first bar; the bar's own name says more. */}
            <span className="strip-tick" aria-hidden>
              {one.tick}
            </span>
          </li>
        ))}
      </ol>
      <ChronologyList key={chosen ?? ''} things={things} />
    </section>
  );
}

interface BarProps {
  span: Span<Dated>;
  share: number;
  numbered: boolean;
  pressed: boolean;
  faded: boolean;
  onPress(): void;
}

function Bar({ span, share, numbered, pressed, faded, onPress }: BarProps) {
  const name = `${span.label}: ${countOf(span.things.length, 'exhibit')}`;
  return (
    <button
      type="button"
      className={classes('strip-press', faded && 'strip-faded')}
      aria-label={name}
      aria-pressed={pressed}
      title={name}
      onClick={onPress}
    >
      {numbered && (
        <span className="strip-number" aria-hidden>
          {span.things.length}
        </span>
      )}
      <span className="strip-bar" style={{ height: `${Math.max(6, share * 100)}%` }} />
    </button>
  );
}
