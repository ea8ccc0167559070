/** The ground of the map: sea, land, coasts, borders as thin lines, and the graticule with its degrees. */
import { geoPath, type GeoProjection } from 'd3-geo';
import { type Bounds, type MapView, visibleBounds } from '../view/mapView.ts';
import { type Atlas, inView } from './atlas.ts';
import { type DrawContext, haloText, SANS } from './drawContext.ts';
import type { MapColours } from './mapColours.ts';

export function drawBase(
  context: DrawContext,
  view: MapView,
  projection: GeoProjection,
  atlas: Atlas | null,
  colours: MapColours,
): void {
  context.fillStyle = colours.outside;
  context.beginPath();
  context.rect(0, 0, view.width, view.height);
  context.fill();
  const path = geoPath(projection, context as CanvasRenderingContext2D);
  const precision = projection.precision();
  context.fillStyle = colours.sea;
  context.beginPath();
  path({ type: 'Sphere' });
  context.fill();
  const bounds = visibleBounds(view);
  context.setLineDash([]);
  // Lines of the atlas are straight on the map, as borders along a parallel are, and are not bent to great circles.
  projection.precision(0);
  drawGraticule(context, view, path, bounds, colours);
  if (atlas) drawAtlas(context, path, atlas, bounds, view.scale, colours);
  projection.precision(precision);
}

/** What is smaller than this on the map is not drawn. */
const LEAST_SHAPE_PX = 0.7;

function drawAtlas(
  context: DrawContext,
  path: ReturnType<typeof geoPath>,
  atlas: Atlas,
  bounds: Bounds,
  scale: number,
  colours: MapColours,
): void {
  const leastDegrees = (LEAST_SHAPE_PX / scale) * (180 / Math.PI);
  context.beginPath();
  for (const shape of inView(atlas.land, bounds, leastDegrees)) path(shape);
  context.fillStyle = colours.land;
  context.fill();
  context.strokeStyle = colours.coast;
  context.lineWidth = 0.8;
  context.stroke();
  context.beginPath();
  for (const shape of inView(atlas.borders, bounds, leastDegrees)) path(shape);
  context.strokeStyle = colours.border;
  context.lineWidth = 0.6;
  context.stroke();
}

/** In degrees: from a minute to thirty degrees. */
const STEPS = [1 / 60, 2 / 60, 5 / 60, 10 / 60, 0.5, 1, 2, 5, 10, 15, 30];
const LEAST_PX = 90;

export function graticuleStep({ scale }: Pick<MapView, 'scale'>): number {
  const least = (LEAST_PX / scale) * (180 / Math.PI);
  return STEPS.find(step => step >= least) ?? 30;
}

/** The multiples of a step within a stretch. */
export function gridLines(from: number, span: number, step: number): number[] {
  const lines: number[] = [];
  for (let count = Math.ceil(from / step - 1e-9); count * step <= from + span + 1e-9; count += 1)
    lines.push(count * step);
  return lines;
}

function drawGraticule(
  context: DrawContext,
  view: MapView,
  path: ReturnType<typeof geoPath>,
  bounds: Bounds,
  colours: MapColours,
): void {
  const step = graticuleStep(view);
  const { west, span, south, north } = bounds;
  context.beginPath();
  for (const longitude of meridians(bounds, step))
    path({ type: 'LineString', coordinates: sampled(south, north, at => [longitude, at]) });
  for (const latitude of gridLines(south, north - south, step))
    path({ type: 'LineString', coordinates: sampled(0, Math.min(span, 359.9), at => [west + at, latitude]) });
  context.strokeStyle = colours.grid;
  context.lineWidth = 0.7;
  context.stroke();
}

function meridians({ west, span }: Bounds, step: number): number[] {
  return gridLines(west, Math.min(span, 360 - step / 2), step);
}

/** Lines of the graticule are no great circles: enough points keep them on their parallel. */
function sampled(from: number, to: number, at: (value: number) => [number, number]): [number, number][] {
  const count = 60;
  return Array.from({ length: count + 1 }, (_, index) => at(from + ((to - from) * index) / count));
}

/** `38°N`, `125°30′E`. */
export function degreeLabel(value: number, letters: 'NS' | 'EW'): string {
  const turned = letters === 'EW' ? ((((value + 180) % 360) + 360) % 360) - 180 : value;
  const minutes = Math.round(Math.abs(turned) * 60);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  const letter = minutes === 0 || (letters === 'EW' && whole === 180) ? '' : turned < 0 ? letters[1] : letters[0];
  return `${whole}°${rest === 0 ? '' : `${String(rest).padStart(2, '0')}′`}${letter}`;
}

/** Along the lower and the left edge, drawn last so that they read over everything. */
export function drawDegrees(context: DrawContext, view: MapView, projection: GeoProjection, colours: MapColours): void {
  const bounds = visibleBounds(view);
  const step = graticuleStep(view);
  context.font = `11px ${SANS}`;
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  const foot = Math.max(bounds.south, -89);
  for (const longitude of meridians(bounds, step)) {
    const point = projection([longitude, foot]);
    if (point && point[0] > 34 && point[0] < view.width - 20)
      haloText(
        context,
        degreeLabel(longitude, 'EW'),
        point[0],
        Math.min(view.height - 4, point[1] + 14),
        colours.gridInk,
        colours.halo,
      );
  }
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const latitude of gridLines(bounds.south, bounds.north - bounds.south, step)) {
    const point = projection([view.center.longitude, latitude]);
    if (point && Math.abs(latitude) < 90 && point[1] > 10 && point[1] < view.height - 26)
      haloText(context, degreeLabel(latitude, 'NS'), 5, point[1], colours.gridInk, colours.halo);
  }
}
