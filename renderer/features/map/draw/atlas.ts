/**
 * Coasts and borders, from Natural Earth's public-domain map at 1 : 50 million as the package `world-atlas` has it; read once,
 * when a map is first opened. Each polygon and line knows its bounds, so that a frame draws only what is in view.
 */
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position as LonLat } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Bounds } from '../view/mapView.ts';
import { meets } from '../view/mapView.ts';

interface Bounded<Shape> {
  shape: Shape;
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface Atlas {
  land: readonly Bounded<Polygon>[];
  borders: readonly Bounded<LineString>[];
}

type CountriesTopology = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

let read: Promise<Atlas> | null = null;

/** The same promise for all who ask; a failure is asked anew. */
export function loadAtlas(): Promise<Atlas> {
  read ??= import('world-atlas/countries-50m.json').then(
    file => readAtlas((file.default ?? file) as unknown as CountriesTopology),
    (failure: unknown) => {
      read = null;
      throw failure;
    },
  );
  return read;
}

export function readAtlas(topology: CountriesTopology): Atlas {
  const { countries, land } = topology.objects;
  const polygons = feature(topology, land).features.flatMap(({ geometry }) =>
    polygonsOf(geometry as Polygon | MultiPolygon),
  );
  const lines: MultiLineString = mesh(topology, countries, (left, right) => left !== right);
  return {
    land: polygons.map(shape => bounded(shape, shape.coordinates[0] ?? [])),
    borders: lines.coordinates.map(coordinates => bounded({ type: 'LineString' as const, coordinates }, coordinates)),
  };
}

function polygonsOf(geometry: Polygon | MultiPolygon): Polygon[] {
  if (geometry.type === 'Polygon') return [geometry];
  return geometry.coordinates.map(coordinates => ({ type: 'Polygon', coordinates }));
}

/** The file is cut at the date line, so that no shape goes round it. */
function bounded<Shape>(shape: Shape, points: readonly LonLat[]): Bounded<Shape> {
  const box = { shape, west: 180, south: 90, east: -180, north: -90 };
  for (const [longitude = 0, latitude = 0] of points) {
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
  }
  return box;
}

/** Those that lie in the bounds, without what would be less than a point. */
export function inView<Shape>(shapes: readonly Bounded<Shape>[], bounds: Bounds, leastDegrees: number): Shape[] {
  return shapes
    .filter(
      ({ west, south, east, north }) =>
        Math.max(east - west, north - south) >= leastDegrees && meets(bounds, west, south, east, north),
    )
    .map(({ shape }) => shape);
}
