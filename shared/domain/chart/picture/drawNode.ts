/** A node as SVG: its shape by kind, its sign, and its name beneath, as text that can be searched and copied. */
import type { Point } from '../layout/positions.ts';
import type { SceneNode } from '../scene.ts';
import { type ChartPalette, LABEL_LEADING, LABEL_SIZE, NODE_RADIUS } from './palette.ts';
import { element, escapeXml, number } from './xml.ts';

/** `icon`: markup of ours, 24 units wide, drawn with the current colour; '' where there is none. */
export function drawNode(node: SceneNode, { x, y }: Point, palette: ChartPalette, icon: string): string {
  const shape = drawShape(node, palette);
  const inside =
    node.shape === 'folded'
      ? element('text', { y: 5, 'text-anchor': 'middle', 'font-size': 15, fill: palette.text }, String(node.count))
      : icon === ''
        ? ''
        : element('g', { transform: 'translate(-10 -10) scale(0.8333)', color: palette.text }, icon);
  const words = node.lines.map((line, index) =>
    element('tspan', { x: 0, y: NODE_RADIUS + LABEL_SIZE + 4 + index * LABEL_LEADING }, escapeXml(line)),
  );
  const label = element(
    'text',
    {
      'text-anchor': 'middle',
      'font-size': LABEL_SIZE,
      fill: palette.text,
      stroke: palette.ground,
      'stroke-width': 3,
      'paint-order': 'stroke',
    },
    ...words,
  );
  return element(
    'g',
    { transform: `translate(${number(x)} ${number(y)})` },
    element('title', {}, escapeXml(node.caption)),
    shape,
    inside,
    label,
  );
}

function drawShape({ shape }: SceneNode, palette: ChartPalette): string {
  const line = { stroke: palette.nodeLine, 'stroke-width': 1.3 };
  const r = NODE_RADIUS;
  switch (shape) {
    case 'event':
      return element('polygon', {
        points: `0,${-r - 3} ${r + 3},0 0,${r + 3} ${-r - 3},0`,
        fill: palette.eventFill,
        ...line,
      });
    case 'record':
      return element('rect', {
        x: -r + 2,
        y: -r + 2,
        width: 2 * r - 4,
        height: 2 * r - 4,
        rx: 2,
        fill: palette.nodeFill,
        ...line,
      });
    case 'relationship':
      return element('polygon', {
        points: `${-r},0 ${-r / 2},${-r + 3} ${r / 2},${-r + 3} ${r},0 ${r / 2},${r - 3} ${-r / 2},${r - 3}`,
        fill: palette.nodeFill,
        ...line,
      });
    case 'folded':
      return [
        element('rect', {
          x: -r - 2,
          y: -r + 2,
          width: 2 * r + 4,
          height: 2 * r - 4,
          rx: 4,
          fill: palette.foldedFill,
          ...line,
        }),
        element('rect', { x: -r + 1, y: -r + 5, width: 2 * r - 2, height: 2 * r - 10, rx: 2, fill: 'none', ...line }),
      ].join('');
    case 'thing':
      return element('circle', { r, fill: palette.nodeFill, ...line });
  }
}
