import { Info } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton, Popover } from '../../ui/index.ts';

const MARKS = [
  ['●', 'confirmed, or a claim that is established'],
  ['◐', 'probable'],
  ['○', 'possible, or a claim that is reported'],
  ['◇', 'contested'],
  ['◌', 'nothing is cited for it'],
  ['▯', 'an exhibit was published'],
  ['~', 'about that time: the bar reaches as far again as the date is exact'],
  ['?', 'the date is in doubt'],
  ['›', 'no end, or no beginning, is stated'],
  ['+5', 'so many more begin there: come closer to see each'],
] as const;

const COLOURS = [
  ['event', 'events'],
  ['relationship', 'ties between entities'],
  ['statement', 'dated values, and exhibits'],
] as const;

/** What the signs of the drawing mean. */
export function Legend() {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        ref={anchor}
        icon={Info}
        label="What the signs mean"
        expanded={open}
        onPress={() => setOpen(now => !now)}
      />
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} label="What the signs mean">
        <div className="timeline-show">
          <dl className="timeline-legend">
            {MARKS.map(([sign, words]) => (
              <div key={sign}>
                <dt>{sign}</dt>
                <dd>{words}</dd>
              </div>
            ))}
            {COLOURS.map(([ink, words]) => (
              <div key={ink}>
                <dt>
                  <span className={`timeline-swatch timeline-swatch-${ink}`} />
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <p className="inspector-soft">
            A bar is dense where the thing certainly was, and fades over the time in which it may have begun or ended.
          </p>
        </div>
      </Popover>
    </>
  );
}
