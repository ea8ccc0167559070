/** Which part of the earth is in view and how: pure steps of panning, zooming and fitting, and the projection that follows. */
import {
  geoEquirectangular,
  geoEquirectangularRaw,
  geoMercator,
  geoMercatorRaw,
  geoNaturalEarth1,
  geoNaturalEarth1Raw,
  type GeoProjection,
  type GeoRawProjection,
} from 'd3-geo';
import { type Position, wrapLongitude } from '../../../../shared/domain/geo/index.ts';

export type ProjectionName = 'mercator' | 'naturalEarth' | 'equirectangular';

export const projectionOptions: readonly { value: ProjectionName; label: string }[] = [
  { value: 'mercator', label: 'Mercator (regional work)' },
  { value: 'naturalEarth', label: 'Natural Earth (the world)' },
  { value: 'equirectangular', label: 'Equirectangular (plate carrée)' },
];

export interface MapView {
  projection: ProjectionName;
  center: Position;
  /** Pixels for a radian of longitude at the equator. */
  scale: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

const MAKE = { mercator: geoMercator, naturalEarth: geoNaturalEarth1, equirectangular: geoEquirectangular };
const RAW: Record<ProjectionName, GeoRawProjection> = {
  mercator: geoMercatorRaw,
  naturalEarth: geoNaturalEarth1Raw,
  equirectangular: geoEquirectangularRaw,
};
/** Mercator runs to infinity; here it ends where its map is a square. */
const MOST_LATITUDE = { mercator: 85, naturalEarth: 90, equirectangular: 90 };
/** Three metres a pixel: nearer than the coasts of the atlas are. */
const LARGEST_SCALE = 2_000_000;
const RADIAN = 180 / Math.PI;

/** The meridian of the middle is the middle of the projection, so that the edge of the world is never in the way. */
export function projectionOf({ projection, center, scale, width, height }: MapView): GeoProjection {
  return MAKE[projection]()
    .rotate([-center.longitude, 0])
    .center([0, center.latitude])
    .scale(scale)
    .translate([width / 2, height / 2])
    .clipExtent([
      [-EDGE, -EDGE],
      [width + EDGE, height + EDGE],
    ]);
}
/** Lines run a little beyond the picture, so that their ends do not show. */
const EDGE = 20;

export function toPoint(projection: GeoProjection, { latitude, longitude }: Position): Point | null {
  const point = projection([longitude, latitude]);
  return point && Number.isFinite(point[0]) && Number.isFinite(point[1]) ? { x: point[0], y: point[1] } : null;
}

/** Null beyond the edge of the world. */
export function toPosition(view: MapView, { x, y }: Point): Position | null {
  const projection = projectionOf(view);
  const found = projection.invert?.([x, y]);
  if (!found || !Number.isFinite(found[0]) || !Number.isFinite(found[1]) || Math.abs(found[1]) > 90) return null;
  const [longitude, latitude] = found;
  // Beyond the edge the inverse answers a place that is drawn elsewhere.
  const back = projection([longitude, latitude]);
  if (!back || Math.abs(back[0] - x) > 1 || Math.abs(back[1] - y) > 1) return null;
  return { latitude, longitude: wrapLongitude(longitude) };
}

function leastScale({ width, height }: MapView): number {
  return Math.max(30, Math.min(width / (2 * Math.PI), height / 3));
}

/** Keeps scale and middle within what can be shown: beyond the poles is nothing to be seen. */
export function settled(view: MapView): MapView {
  const scale = Math.min(LARGEST_SCALE, Math.max(leastScale(view), view.scale));
  const raw = RAW[view.projection];
  const [, edge] = raw(0, MOST_LATITUDE[view.projection] / RADIAN);
  const most = Math.max(0, edge - view.height / 2 / scale);
  const [, wanted] = raw(0, clamped(view.center.latitude, MOST_LATITUDE[view.projection]) / RADIAN);
  const [, latitude = 0] = raw.invert?.(0, clamped(wanted, most)) ?? [];
  return {
    ...view,
    scale,
    center: { latitude: latitude * RADIAN, longitude: wrapLongitude(view.center.longitude) },
  };
}

function clamped(value: number, most: number): number {
  return Math.min(most, Math.max(-most, value));
}

/** What was under the pointer moves with it. */
export function panned(view: MapView, by: Point): MapView {
  const center = toPosition(view, { x: view.width / 2 - by.x, y: view.height / 2 - by.y });
  return center ? settled({ ...view, center }) : view;
}

/** Larger by a factor, with the place at the point staying where it is. */
export function zoomed(view: MapView, factor: number, at: Point = { x: view.width / 2, y: view.height / 2 }): MapView {
  const held = toPosition(view, at);
  const next = settled({ ...view, scale: view.scale * factor });
  const now = held && toPoint(projectionOf(next), held);
  return now ? panned(next, { x: at.x - now.x, y: at.y - now.y }) : next;
}

export function centredOn(view: MapView, center: Position, degreesAcross?: number): MapView {
  const scale = degreesAcross === undefined ? view.scale : (Math.min(view.width, view.height) / degreesAcross) * RADIAN;
  return settled({ ...view, center, scale });
}

export function wholeWorld(view: MapView): MapView {
  return settled({ ...view, center: { latitude: 10, longitude: view.center.longitude }, scale: 0 });
}

/** The narrowest span that places are fitted into: so far out at sea some coast is in view, and one sees where on earth it is. */
const LEAST_DEGREES = 6;

/** All the places, with room about them; across the date line if that is the shorter way round. */
export function fitted(view: MapView, places: readonly Position[]): MapView {
  if (places.length === 0) return wholeWorld(view);
  const latitudes = places.map(place => place.latitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const { west, span } = longitudeSpan(places.map(place => place.longitude));
  const center = { latitude: (south + north) / 2, longitude: wrapLongitude(west + span / 2) };
  // In Mercator a degree of latitude is longer than one of longitude by the secant.
  const stretch = view.projection === 'mercator' ? 1 / Math.cos(Math.min(80, Math.abs(center.latitude)) / RADIAN) : 1;
  const across = Math.max(span, LEAST_DEGREES) / (view.width * 0.8);
  const along = (Math.max(north - south, LEAST_DEGREES) * stretch) / (view.height * 0.75);
  return settled({ ...view, center, scale: RADIAN / Math.max(across, along) });
}

/** The shortest arc that holds all: the circle without its widest gap. */
export function longitudeSpan(longitudes: readonly number[]): { west: number; span: number } {
  const sorted = [...new Set(longitudes)].sort((left, right) => left - right);
  let west = sorted[0] ?? 0;
  let widest = 0;
  for (const [index, longitude] of sorted.entries()) {
    const next = index + 1 < sorted.length ? (sorted[index + 1] ?? 0) : (sorted[0] ?? 0) + 360;
    if (next - longitude > widest) {
      widest = next - longitude;
      west = sorted[(index + 1) % sorted.length] ?? 0;
    }
  }
  return { west, span: sorted.length < 2 ? 0 : 360 - widest };
}

export interface Bounds {
  west: number;
  /** In degrees east of `west`; 360 for all round. */
  span: number;
  south: number;
  north: number;
}

export function visibleBounds(view: MapView): Bounds {
  const projection = projectionOf(view);
  const most = MOST_LATITUDE[view.projection];
  const edge = (latitude: number, y: number, isBeyond: (edgeY: number) => boolean) => {
    const end = projection([view.center.longitude, latitude]);
    if (!end || isBeyond(end[1])) return latitude;
    return projection.invert?.([view.width / 2, y])?.[1] ?? latitude;
  };
  // Natural Earth draws its equator shorter than the scale says, and its poles shorter still.
  const shrink = view.projection === 'naturalEarth' ? 0.5 : 1;
  const span = Math.min(360, (view.width / (view.scale * shrink)) * RADIAN);
  return {
    west: wrapLongitude(view.center.longitude - span / 2),
    span,
    south: edge(-most, view.height, y => y < view.height),
    north: edge(most, 0, y => y > 0),
  };
}

/** True where the two have a place in common; `to` may be smaller than `from` across the date line. */
export function meets(bounds: Bounds, west: number, south: number, east: number, north: number): boolean {
  if (north < bounds.south || south > bounds.north) return false;
  if (bounds.span >= 360) return true;
  const from = (((west - bounds.west) % 360) + 360) % 360;
  return from <= bounds.span || from + (east - west) >= 360;
}

/** Pixels for a kilometre at a latitude. */
export function pixelsPerKm({ scale, projection }: MapView, latitude: number): number {
  const kmPerRadian = 6371.0088;
  const stretch = Math.cos(Math.min(85, Math.abs(latitude)) / RADIAN);
  // Measured east to west, as the bar lies.
  return scale / (kmPerRadian * (projection === 'naturalEarth' ? Math.max(stretch, 0.1) / 0.87 : stretch));
}
