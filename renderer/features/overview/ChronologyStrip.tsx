import { useRef, useState } from 'react';
import type { CaseOverview } from '../../../shared/contract/case.ts';
import { describeDate, type EdtfDate, isEdtf } from '../../../shared/kernel/dates.ts';
import { countOf, Popover } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { type Span, spansOf } from './chronology.ts';

type Dated = CaseOverview['chronology'][number];

/** When things happened or were published, as bars; press one for what lies there. */
export function ChronologyStrip({ chronology }: { chronology: readonly Dated[] }) {
  const spans = spansOf(chronology);
  const most = Math.max(...spans.map(span => span.things.length));
  return (
    <ol className="strip" aria-label="Chronology">
      {spans.map(span => (
        <li key={span.label} className="strip-span">
          {span.things.length > 0 ? (
            <Bar span={span} share={span.things.length / most} />
          ) : (
            <span className="strip-gap" />
          )}
          {/* A year stands once, at its first bar; the bar's own name says more. */}
          <span className="strip-tick" aria-hidden>
            {span.tick}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Bar({ span, share }: { span: Span<Dated>; share: number }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const name = `${span.label}: ${countOf(span.things.length, 'exhibit')}`;
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="strip-press"
        aria-label={name}
        title={name}
        aria-expanded={open}
        onClick={() => setOpen(now => !now)}
      >
        <span className="strip-bar" style={{ height: `${Math.max(8, share * 100)}%` }} />
      </button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} label={name}>
        <ul className="strip-list">
          {span.things.map(thing => (
            <li key={`${thing.exhibitId}-${thing.date}`}>
              <button
                type="button"
                className="strip-thing"
                onClick={() => navigate.go({ place: 'exhibits', exhibitId: thing.exhibitId })}
              >
                <span className="strip-date">
                  {isEdtf(thing.date) ? describeDate(thing.date as EdtfDate) : thing.date}
                </span>
                <span dir="auto">{thing.label}</span>
              </button>
            </li>
          ))}
        </ul>
      </Popover>
    </>
  );
}
