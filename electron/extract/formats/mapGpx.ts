/** GPX: waypoints, and the points of routes and tracks in their order, each a row that can be cited. */
import type { Extractor } from '../extractor.ts';
import { checkPosition, openExtent, type Extent } from './map/coordinates.ts';
import { type MapFeature, mapName, openMapRows } from './map/mapRows.ts';
import { walkMap } from './map/walkMap.ts';

const POINTS: Record<string, string> = { wpt: 'Waypoint', rtept: 'Route point', trkpt: 'Track point' };
const PATHS: Record<string, string> = { rte: 'Route', trk: 'Track' };

interface OpenPath {
  said: Record<string, string>;
  extent: Extent;
  /** Where its own row stands, before those of its points. */
  at: number;
  times: string[];
}

export const extractGpx: Extractor = async context => {
  const features: MapFeature[] = [];
  const isWhole = readGpx(await context.source.readAll(), features);
  const rows = openMapRows(context, mapName(context.fileName));
  for (const feature of features) await rows.add(feature);
  if (!isWhole) context.warn('The file breaks off: its last entries are missing.');
  const { places, metadata } = await rows.end();
  return { engine: 'probatum-map', engineVersion: '1', places, metadata };
};

function readGpx(bytes: Uint8Array, features: MapFeature[]): boolean {
  let point: { said: Record<string, string>; feature: MapFeature } | undefined;
  let path: OpenPath | undefined;
  return walkMap(bytes, {
    open(name, { lat, lon }) {
      const kind = POINTS[name];
      if (kind !== undefined) {
        const position = checkPosition(lat, lon);
        const feature: MapFeature = { kind, isPlace: name !== 'trkpt' };
        if (typeof position === 'string') feature.problem = position;
        else {
          feature.position = position;
          path?.extent.add(position);
        }
        point = { said: {}, feature };
      } else if (PATHS[name] !== undefined) {
        path = { said: {}, extent: openExtent(), at: features.length, times: [] };
        features.push({ kind: PATHS[name] ?? '' });
      }
    },
    close(name, text, parents) {
      if (point !== undefined && POINTS[name] !== undefined) {
        features.push(describePoint(point.feature, point.said));
        if (path !== undefined && point.said['time']) path.times.push(point.said['time']);
        point = undefined;
      } else if (path !== undefined && PATHS[name] !== undefined) {
        features[path.at] = describePath(features[path.at] ?? { kind: '' }, path);
        path = undefined;
      } else if (text !== '') {
        const parent = parents.at(-1) ?? '';
        if (point !== undefined) point.said[name] ??= text;
        else if (path !== undefined && PATHS[parent] !== undefined) path.said[name] ??= text;
      }
    },
  });
}

function describePoint(feature: MapFeature, { name, time, ele, ...others }: Record<string, string>): MapFeature {
  const altitude = ele === undefined ? Number.NaN : Number(ele);
  const position =
    feature.position === undefined
      ? undefined
      : { ...feature.position, altitudeM: Number.isFinite(altitude) ? altitude : null };
  return { ...feature, name, time, position, description: wordsOf(others) };
}

function describePath(feature: MapFeature, { said: { name, ...others }, extent, times }: OpenPath): MapFeature {
  const [first] = times;
  const time = first === undefined ? undefined : `${first} to ${times.at(-1)}`;
  return { ...feature, name, time, description: wordsOf(others), pointCount: extent.count, extent: extent.words() };
}

/** What a person wrote comes first; the rest with its name. */
function wordsOf({ desc, cmt, ...others }: Record<string, string>): string | undefined {
  const rest = Object.entries(others).map(([key, value]) => `${key}: ${value}`);
  return [desc, cmt, ...rest].filter(Boolean).join('; ') || undefined;
}
