/** An identity over time, drawn: a lane a property, a bar a value; open ends run out as arrows, uncertain ones are dashed. */
import type { IdentityHistory, IdentityLane, IdentitySpan } from '../../../../shared/domain/entity/identityHistory.ts';
import { spanWords } from '../../../../shared/domain/entity/caption.ts';
import { classes } from '../../../ui/index.ts';
import { timeScale, yearTicks } from './timeScale.ts';

const LANE_LABEL_WIDTH = 120;
const ROW = 24;
const LANE_GAP = 8;
const AXIS = 22;
/** Drawn in these units and scaled to the room that there is. */
const WIDTH = 900;

export function HistoryStrip({ history, width = WIDTH }: { history: IdentityHistory; width?: number }) {
  const { lanes, extent } = history;
  if (extent === null || lanes.length === 0) return null;
  const scale = timeScale(extent, LANE_LABEL_WIDTH + 12, width - 12);
  const tops: number[] = [];
  let bottom = AXIS;
  for (const lane of lanes) {
    tops.push(bottom);
    bottom += lane.rows * ROW + LANE_GAP;
  }
  return (
    <svg className="identity-strip" width={width} height={bottom} viewBox={`0 0 ${width} ${bottom}`} aria-hidden>
      {yearTicks(extent, (width - LANE_LABEL_WIDTH) / 64).map(({ at, label }) => (
        <g key={label}>
          <line className="identity-tick" x1={scale(at)} x2={scale(at)} y1={AXIS - 4} y2={bottom} />
          <text className="identity-year" x={scale(at) + 3} y={AXIS - 8}>
            {label}
          </text>
        </g>
      ))}
      {lanes.map((lane, index) => (
        <Lane key={lane.id} lane={lane} top={tops[index] ?? 0} scale={scale} width={width} />
      ))}
    </svg>
  );
}

interface LaneProps {
  lane: IdentityLane;
  top: number;
  scale(at: number): number;
  width: number;
}

function Lane({ lane, top, scale, width }: LaneProps) {
  return (
    <g>
      <text className="identity-lane" x={0} y={top + 16}>
        {lane.label}
      </text>
      <line
        className="identity-rule"
        x1={0}
        x2={width}
        y1={top + lane.rows * ROW + LANE_GAP / 2}
        y2={top + lane.rows * ROW + LANE_GAP / 2}
      />
      {lane.spans.map(span => (
        <Bar key={span.key} span={span} top={top + span.row * ROW} scale={scale} width={width} />
      ))}
    </g>
  );
}

/** Average width of a letter at 12 px; the words are cut to their bar, and whole in the table. */
const LETTER = 6.5;
const LEAST = 6;

function Bar({
  span: { span, words, fromOn, toOn },
  top,
  scale,
  width,
}: Omit<LaneProps, 'lane'> & { span: IdentitySpan }) {
  const left = span.from === null ? LANE_LABEL_WIDTH : scale(span.from);
  const right = span.to === null ? width : Math.max(left + LEAST, scale(span.to));
  const isSure = !span.approximate && !span.uncertain;
  const letters = Math.floor((right - left - 10) / LETTER);
  const cut = [...words].length > letters ? `${[...words].slice(0, Math.max(0, letters - 1)).join('')}…` : words;
  const middle = top + ROW / 2;
  return (
    <g>
      <title>{`${words}, ${spanWords(fromOn, toOn)}`}</title>
      <path
        className={classes('identity-bar', !isSure && 'identity-unsure')}
        d={outline(left, right, top + 2, top + ROW - 2, span.from === null, span.to === null)}
      />
      {letters > 1 && (
        <text className="identity-words" x={left + (span.from === null ? 12 : 6)} y={middle + 4}>
          {cut}
        </text>
      )}
    </g>
  );
}

/** A box whose open side is pointed. */
function outline(
  left: number,
  right: number,
  top: number,
  bottom: number,
  openLeft: boolean,
  openRight: boolean,
): string {
  const middle = (top + bottom) / 2;
  const point = 8;
  const start = openLeft ? `M${left + point},${top}` : `M${left},${top}`;
  const end = openRight
    ? `L${right - point},${top} L${right},${middle} L${right - point},${bottom}`
    : `L${right},${top} L${right},${bottom}`;
  return `${start} ${end} ${openLeft ? `L${left + point},${bottom} L${left},${middle}` : `L${left},${bottom}`} Z`;
}
