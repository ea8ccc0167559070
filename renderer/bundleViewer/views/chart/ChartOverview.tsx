/** A large chart seen from far: a few long paths in place of thousands of elements, so that it moves at once. */
import { memo, useMemo } from 'react';
import { lineStyles, type Point, strengthsInOrder } from '../../../../shared/domain/chart/index.ts';
import { NODE_RADIUS } from '../../../../shared/domain/chart/picture/palette.ts';
import type { PlacedScene } from './chartScene.ts';

interface Props {
  placed: PlacedScene;
  /** What is looked at is drawn over it. */
  isFaded: boolean;
}

export const ChartOverview = memo(function ChartOverview({ placed, isFaded }: Props) {
  const { lines, nodes, events } = useMemo(() => pathsOf(placed), [placed]);
  return (
    <g className={isFaded ? 'chart-overview faded' : 'chart-overview'}>
      {strengthsInOrder.map(strength => (
        <path
          key={strength}
          className={`lines strength-${strength}`}
          d={lines[strength]}
          strokeDasharray={lineStyles[strength].dash.map(length => length * 3).join(' ')}
        />
      ))}
      <path className="nodes" d={nodes} />
      <path className="nodes event" d={events} />
    </g>
  );
});

function pathsOf({ scene, positions }: PlacedScene) {
  const lines = { confirmed: '', probable: '', possible: '', contested: '' };
  for (const { sourceId, targetId, strength } of scene.ties) {
    const [from, to] = [positions.get(sourceId), positions.get(targetId)];
    if (from && to) lines[strength] += `M${short(from)}L${short(to)}`;
  }
  let [nodes, events] = ['', ''];
  for (const { id, shape } of scene.nodes) {
    const at = positions.get(id);
    if (!at) continue;
    if (shape === 'event') events += diamond(at);
    else nodes += circle(at);
  }
  return { lines, nodes, events };
}

const R = NODE_RADIUS;
const circle = ({ x, y }: Point): string =>
  `M${Math.round(x - R)},${Math.round(y)}a${R},${R} 0 1 0 ${2 * R},0a${R},${R} 0 1 0 ${-2 * R},0`;
const diamond = ({ x, y }: Point): string => `M${Math.round(x)},${Math.round(y - R)}l${R},${R}l${-R},${R}l${-R},${-R}Z`;
const short = ({ x, y }: Point): string => `${Math.round(x)},${Math.round(y)}`;
