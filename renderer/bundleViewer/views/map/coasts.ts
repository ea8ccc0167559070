/** Coasts and borders as paths in the units of the map, made once for a middle meridian. */
import { geoMercator, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { WORLD } from './mercator.ts';

export interface Coasts {
  land: Path2D;
  borders: Path2D;
}

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

export function makeCoasts(untrustedTopology: unknown, middle: number): Coasts {
  if (!isWorld(untrustedTopology)) throw new Error('The coasts in this bundle are not those of a map.');
  const projection = geoMercator().rotate([-middle, 0]).scale(WORLD).translate([0, 0]).precision(0);
  const path = geoPath(projection).digits(3);
  const { land, countries } = untrustedTopology.objects;
  const borders = mesh(untrustedTopology, countries, (left, right) => left !== right);
  return {
    land: new Path2D(path(feature(untrustedTopology, land)) ?? ''),
    borders: new Path2D(path(borders) ?? ''),
  };
}

function isWorld(value: unknown): value is World {
  const objects = (value as { objects?: Record<string, unknown> } | null)?.objects;
  return Boolean(objects?.['land'] && objects['countries']);
}
