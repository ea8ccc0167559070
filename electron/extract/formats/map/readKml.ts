/** KML's placemarks and overlays as rows. What they refer to elsewhere is named and never loaded. */
import { openHtmlText } from '../../text/htmlText.ts';
import { checkPosition, openExtent } from './coordinates.ts';
import type { MapFeature } from './mapRows.ts';
import { walkMap } from './walkMap.ts';

export interface KmlFacts {
  features: MapFeature[];
  title: string | null;
  /** Addresses that the map would load from elsewhere. */
  outside: string[];
  isWhole: boolean;
}

const HOLDERS: Record<string, string> = {
  Placemark: 'Without a place',
  GroundOverlay: 'Picture laid on the ground',
  PhotoOverlay: 'Photograph',
  ScreenOverlay: 'Picture on the screen',
  NetworkLink: 'Link to another map',
};
const SHAPES: Record<string, string> = {
  Point: 'Point',
  LineString: 'Line',
  LinearRing: 'Ring',
  Polygon: 'Area',
  Track: 'Track point',
  Model: 'Model',
};
const MAX_OUTSIDE = 20;

interface OpenHolder {
  kind: string;
  said: Record<string, string>;
  data: string[];
  shapes: MapFeature[];
  whens: string[];
  coords: string[];
}

export function readKml(bytes: Uint8Array): KmlFacts {
  const facts: KmlFacts = { features: [], title: null, outside: [], isWhole: true };
  let holder: OpenHolder | undefined;
  let dataName = '';
  facts.isWhole = walkMap(bytes, {
    open(name, attributes) {
      const kind = HOLDERS[name];
      if (kind !== undefined) holder = { kind, said: {}, data: [], shapes: [], whens: [], coords: [] };
      if (name === 'Data' || name === 'SimpleData') dataName = attributes['name'] ?? '';
    },
    close(name, text, parents) {
      const parent = parents.at(-1) ?? '';
      if (name === 'href' && /^[a-z][a-z0-9+.-]*:|^\/\//i.test(text) && facts.outside.length < MAX_OUTSIDE)
        facts.outside.push(text);
      if (holder === undefined) {
        if (name === 'name' && parent === 'Document') facts.title ??= text || null;
        return;
      }
      if (HOLDERS[name] !== undefined) {
        facts.features.push(...finish(holder));
        holder = undefined;
      } else if (name === 'coordinates') holder.shapes.push(shapeOf(outerShape(parents), text));
      else if (name === 'when') holder.whens.push(text);
      else if (name === 'coord') holder.coords.push(text);
      else if ((name === 'SimpleData' || (name === 'value' && parent === 'Data')) && text !== '')
        holder.data.push(dataName === '' ? text : `${dataName}: ${text}`);
      else if (text !== '' && !parents.includes('Style')) holder.said[name] ??= text;
    },
  });
  return facts;
}

/** The innermost shape; rings count as the area that they bound. */
function outerShape(parents: readonly string[]): string {
  if (parents.includes('innerBoundaryIs')) return 'Hole in an area';
  if (parents.includes('Polygon')) return 'Area';
  const shape = parents.findLast(name => SHAPES[name] !== undefined);
  return SHAPES[shape ?? ''] ?? 'Point';
}

/** `longitude,latitude,altitude` separated by white space. */
function shapeOf(kind: string, text: string): MapFeature {
  const tuples = text.split(/\s+/).filter(tuple => tuple !== '');
  const positions = tuples.map(tuple => {
    const [east, north, up] = tuple.split(',');
    return checkPosition(north, east, up);
  });
  const problem = positions.find(position => typeof position === 'string');
  if (kind === 'Point' || kind === 'Model') {
    const [position] = positions;
    if (position === undefined) return { kind, problem: 'The coordinates are missing.' };
    return typeof position === 'string' ? { kind, problem: position } : { kind, position };
  }
  const extent = openExtent();
  for (const position of positions) if (typeof position !== 'string') extent.add(position);
  const wrong = positions.length - extent.count;
  return {
    kind,
    pointCount: positions.length,
    extent: extent.words(),
    problem: problem === undefined ? undefined : `${wrong} of its points cannot be used. ${problem}`,
  };
}

function finish({ kind, said, data, shapes, whens, coords }: OpenHolder): MapFeature[] {
  const time = timeOf(said, coords.length === 0 ? whens : []);
  const description = [plain(said['description'] ?? said['Snippet'] ?? ''), ...data, ...besides(said)]
    .filter(text => text !== '')
    .join('; ');
  const common = { name: said['name'], time, description: description || undefined };
  const track = coords.map((coord, index) => trackPoint(coord, whens[index]));
  if (shapes.length === 0 && track.length > 0)
    return [
      { ...common, kind: 'Track', pointCount: track.length },
      ...track.map(point => ({ name: said['name'], ...point })),
    ];
  const box = boxOf(said);
  if (shapes.length === 0) return [{ ...common, kind, extent: box }];
  return [...shapes.map(shape => ({ ...common, ...shape })), ...track.map(point => ({ name: said['name'], ...point }))];
}

/** `longitude latitude altitude`, separated by spaces, beside a `when` of its own. */
function trackPoint(coord: string, time: string | undefined): MapFeature {
  const [east, north, up] = coord.split(/\s+/);
  const position = checkPosition(north, east, up);
  const feature: MapFeature = { kind: 'Track point', time, isPlace: false };
  return typeof position === 'string' ? { ...feature, problem: position } : { ...feature, position };
}

function timeOf(said: Record<string, string>, whens: string[]): string | undefined {
  if (whens[0] !== undefined) return whens[0];
  const [from, to] = [said['begin'], said['end']];
  if (from === undefined && to === undefined) return undefined;
  return `${from ?? '…'} to ${to ?? '…'}`;
}

function besides(said: Record<string, string>): string[] {
  return ['address', 'phoneNumber', 'author', 'href'].flatMap(key =>
    said[key] === undefined ? [] : [`${key}: ${said[key]}`],
  );
}

function boxOf({ north, south, east, west }: Record<string, string>): string | undefined {
  return north === undefined || south === undefined || east === undefined || west === undefined
    ? undefined
    : `latitude ${south} to ${north}, longitude ${west} to ${east}`;
}

/** Descriptions are HTML as often as not. */
function plain(text: string): string {
  if (!/<[a-z!/]/i.test(text)) return text;
  const reader = openHtmlText();
  return (reader.write(text) + reader.end().text).trim();
}
