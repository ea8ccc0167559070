/** A tie as SVG: its line by strength, its head, and its words with a rim of the ground behind them. */
import { lineStyles } from '../lineStyle.ts';
import type { Point } from '../layout/positions.ts';
import type { SceneTie } from '../scene.ts';
import { type ChartPalette, LINE_WIDTH } from './palette.ts';
import { pointOn, tiePath } from './tiePath.ts';
import { element, escapeXml, number } from './xml.ts';

export function drawTieLine(tie: SceneTie, source: Point, target: Point, palette: ChartPalette): string {
  const { from, control, to, head } = tiePath(source, target, tie.bend);
  const colour = palette.strength[tie.strength];
  const { dash, isDouble } = lineStyles[tie.strength];
  const d = `M${at(from)}${control ? `Q${at(control)} ${at(to)}` : `L${at(to)}`}`;
  const line = (stroke: string, width: number) =>
    element('path', {
      d,
      fill: 'none',
      stroke,
      'stroke-width': width,
      'stroke-dasharray': dash.length > 0 ? dash.join(' ') : null,
    });
  const lines = isDouble
    ? [line(colour, LINE_WIDTH * 3.2), line(palette.ground, LINE_WIDTH * 1.4)]
    : [line(colour, LINE_WIDTH)];
  const arrow = element('polygon', { points: head.map(at).join(' '), fill: colour });
  return element('g', {}, ...lines, ...(tie.directed ? [arrow] : []));
}

/** `share`: where along its line they stand. */
export function drawTieWords(
  tie: SceneTie,
  source: Point,
  target: Point,
  palette: ChartPalette,
  share: number,
): string {
  const path = tiePath(source, target, tie.bend);
  const { x, y } = pointOn(path, share);
  return element(
    'text',
    {
      transform: `translate(${number(x)} ${number(y)}) rotate(${number(path.angle)})`,
      y: 3,
      'text-anchor': 'middle',
      'font-size': 10,
      fill: palette.textSoft,
      stroke: palette.ground,
      'stroke-width': 3,
      'paint-order': 'stroke',
    },
    escapeXml(tie.words),
  );
}

function at({ x, y }: Point): string {
  return `${number(x)},${number(y)}`;
}
