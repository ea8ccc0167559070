/** Ports and seas, the greater ones first; what would lie over another name or a mark is left out until one comes nearer. */
import type { GeoProjection } from 'd3-geo';
import { type GazetteerPlace, gazetteerPorts, gazetteerSeas } from '../../../../shared/domain/geo/index.ts';
import { type MapView, toPoint } from '../view/mapView.ts';
import { type DrawContext, haloText, SANS, textWidth } from './drawContext.ts';
import type { MapColours } from './mapColours.ts';
import { printedSeaName, type SeaNames } from './seaNames.ts';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Pixels a radian from which a rank shows. The world in a window has some two hundred. */
const SEA_FROM = [0, 0, 420, 1000, 3000];
const PORT_FROM = [0, 800, 2600, 6500];
/** An ocean's name says nothing where only a bay is in view. */
const SEA_UNTIL = [0, 3500, 40_000, 200_000, 900_000];

export interface NameOptions {
  marks: boolean;
  ports: boolean;
  seas: boolean;
  seaNames: SeaNames;
}

export function drawNames(
  context: DrawContext,
  view: MapView,
  projection: GeoProjection,
  colours: MapColours,
  options: NameOptions,
  taken: Box[],
): void {
  if (options.seas) {
    const shown = gazetteerSeas.filter(
      ({ rank }) => view.scale >= (SEA_FROM[rank] ?? 0) && view.scale <= (SEA_UNTIL[rank] ?? 0),
    );
    context.font = `italic 13px ${SANS}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const sea of byRank(shown))
      drawSea(context, view, projection, colours, printedSeaName(sea, options.seaNames), sea, taken);
  }
  if (!options.ports) return;
  const shown = gazetteerPorts.filter(({ rank }) => view.scale >= (PORT_FROM[rank] ?? 0));
  context.font = `12px ${SANS}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const port of byRank(shown)) drawPort(context, view, projection, colours, port, taken);
}

function byRank(places: readonly GazetteerPlace[]): GazetteerPlace[] {
  return [...places].sort((left, right) => left.rank - right.rank);
}

function drawSea(
  context: DrawContext,
  view: MapView,
  projection: GeoProjection,
  colours: MapColours,
  name: string,
  sea: GazetteerPlace,
  taken: Box[],
): void {
  const point = toPoint(projection, sea);
  if (!point || isOutside(point, view)) return;
  const half = textWidth(name, 13) / 2;
  // Half a name reads as another one.
  if (point.x < half || point.x > view.width - half) return;
  if (!takeRoom({ left: point.x - half, right: point.x + half, top: point.y - 9, bottom: point.y + 9 }, taken)) return;
  haloText(context, name, point.x, point.y, colours.seaInk, colours.sea);
}

function drawPort(
  context: DrawContext,
  view: MapView,
  projection: GeoProjection,
  colours: MapColours,
  port: GazetteerPlace,
  taken: Box[],
): void {
  const point = toPoint(projection, port);
  if (!point || isOutside(point, view)) return;
  const box = {
    left: point.x - 3,
    right: point.x + 8 + textWidth(port.name, 12),
    top: point.y - 8,
    bottom: point.y + 8,
  };
  if (!takeRoom(box, taken)) return;
  context.beginPath();
  context.rect(point.x - 2, point.y - 2, 4, 4);
  context.fillStyle = colours.portInk;
  context.fill();
  haloText(context, port.name, point.x + 6, point.y, colours.portInk, colours.halo);
}

function isOutside({ x, y }: { x: number; y: number }, { width, height }: MapView): boolean {
  return x < 0 || y < 0 || x > width || y > height;
}

/** True, and the room is taken, where nothing stands yet. */
export function takeRoom(box: Box, taken: Box[]): boolean {
  const isFree = taken.every(
    other => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
  );
  if (isFree) taken.push(box);
  return isFree;
}
