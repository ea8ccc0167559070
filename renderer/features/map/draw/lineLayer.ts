/** Lines over the ground: a track with its gaps dashed, and what is being measured. Both run along great circles. */
import { geoPath, type GeoProjection } from 'd3-geo';
import { distanceKm, midPoint, nauticalMiles, type Position } from '../../../../shared/domain/geo/index.ts';
import type { Track } from '../track/track.ts';
import { type Point, toPoint } from '../view/mapView.ts';
import { type DrawContext, haloText, SANS } from './drawContext.ts';
import type { MapColours } from './mapColours.ts';

export function drawTrack(context: DrawContext, projection: GeoProjection, track: Track, colours: MapColours): void {
  for (const leg of track.legs) {
    drawLine(
      context,
      projection,
      [leg.from.drawn, leg.to.drawn],
      leg.isImpossible ? colours.chosen : colours.track,
      leg.isGap ? [6, 5] : [],
    );
    drawArrow(context, projection, leg.from.drawn, leg.to.drawn, leg.isImpossible ? colours.chosen : colours.track);
  }
}

function drawLine(
  context: DrawContext,
  projection: GeoProjection,
  line: readonly Position[],
  ink: string,
  dash: number[],
): void {
  context.beginPath();
  geoPath(
    projection,
    context as CanvasRenderingContext2D,
  )({
    type: 'LineString',
    coordinates: line.map(({ latitude, longitude }) => [longitude, latitude]),
  });
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.setLineDash(dash);
  context.stroke();
  context.setLineDash([]);
}

const LEAST_FOR_ARROW_PX = 30;

/** In the middle, towards the later place. */
function drawArrow(context: DrawContext, projection: GeoProjection, from: Position, to: Position, ink: string): void {
  const [start, end] = [toPoint(projection, from), toPoint(projection, to)];
  const middle = toPoint(projection, midPoint(from, to));
  const before = toPoint(projection, midPoint(from, midPoint(from, to)));
  if (!start || !end || !middle || !before || Math.hypot(end.x - start.x, end.y - start.y) < LEAST_FOR_ARROW_PX) return;
  const angle = Math.atan2(middle.y - before.y, middle.x - before.x);
  const corner = (turn: number): Point => ({
    x: middle.x + 7 * Math.cos(angle + turn),
    y: middle.y + 7 * Math.sin(angle + turn),
  });
  context.beginPath();
  for (const [index, turn] of [0, 2.5, -2.5].entries()) {
    const { x, y } = corner(turn);
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.closePath();
  context.fillStyle = ink;
  context.fill();
}

export function drawMeasure(
  context: DrawContext,
  projection: GeoProjection,
  points: readonly Position[],
  colours: MapColours,
): void {
  if (points.length > 1) drawLine(context, projection, points, colours.measure, []);
  context.font = `600 12px ${SANS}`;
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  for (const [index, place] of points.entries()) {
    const point = toPoint(projection, place);
    if (!point) continue;
    context.beginPath();
    context.arc(point.x, point.y, 3.5, 0, 2 * Math.PI);
    context.fillStyle = colours.measure;
    context.fill();
    const before = points[index - 1];
    const middle = before && toPoint(projection, midPoint(before, place));
    if (before && middle)
      haloText(
        context,
        `${nauticalMiles(distanceKm(before, place)).toFixed(1)} nm`,
        middle.x,
        middle.y - 4,
        colours.measure,
        colours.halo,
      );
  }
}
