/**
 * Distances, bearings and lines along great circles of a sphere of the earth's mean radius: within half a per cent of the
 * ellipsoid, which is nearer than positions in documents are.
 */
import { degrees, type Position, radians, wrapLongitude } from './position.ts';

/** IUGG's mean radius. */
const EARTH_RADIUS_KM = 6371.0088;
export const KM_PER_NAUTICAL_MILE = 1.852;

/** In radians. */
function arcBetween(from: Position, to: Position): number {
  const [lat1, lat2] = [radians(from.latitude), radians(to.latitude)];
  const halfLat = Math.sin((lat2 - lat1) / 2);
  const halfLon = Math.sin(radians(to.longitude - from.longitude) / 2);
  const chord = halfLat * halfLat + Math.cos(lat1) * Math.cos(lat2) * halfLon * halfLon;
  return 2 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

export function distanceKm(from: Position, to: Position): number {
  return EARTH_RADIUS_KM * arcBetween(from, to);
}

export function nauticalMiles(km: number): number {
  return km / KM_PER_NAUTICAL_MILE;
}

export function lengthKm(line: readonly Position[]): number {
  return line.slice(1).reduce((sum, point, index) => sum + distanceKm(line[index] as Position, point), 0);
}

/** The course at the start, in degrees from true north, 0 to under 360. */
export function bearingDegrees(from: Position, to: Position): number {
  const [lat1, lat2] = [radians(from.latitude), radians(to.latitude)];
  const turn = radians(to.longitude - from.longitude);
  const east = Math.sin(turn) * Math.cos(lat2);
  const north = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(turn);
  return (degrees(Math.atan2(east, north)) + 360) % 360;
}

/** The place at a share of the way along the great circle: 0 is the start, 1 the end. */
export function pointBetween(from: Position, to: Position, share: number): Position {
  const arc = arcBetween(from, to);
  if (arc === 0) return { latitude: from.latitude, longitude: from.longitude };
  const start = Math.sin((1 - share) * arc) / Math.sin(arc);
  const end = Math.sin(share * arc) / Math.sin(arc);
  const [lat1, lon1, lat2, lon2] = [from.latitude, from.longitude, to.latitude, to.longitude].map(radians) as [
    number,
    number,
    number,
    number,
  ];
  const x = start * Math.cos(lat1) * Math.cos(lon1) + end * Math.cos(lat2) * Math.cos(lon2);
  const y = start * Math.cos(lat1) * Math.sin(lon1) + end * Math.cos(lat2) * Math.sin(lon2);
  const z = start * Math.sin(lat1) + end * Math.sin(lat2);
  return { latitude: degrees(Math.atan2(z, Math.hypot(x, y))), longitude: wrapLongitude(degrees(Math.atan2(y, x))) };
}

export function midPoint(from: Position, to: Position): Position {
  return pointBetween(from, to, 0.5);
}

/** The place reached on a course held at the start, for so many kilometres along the great circle. */
export function pointAt(from: Position, bearing: number, km: number): Position {
  const arc = km / EARTH_RADIUS_KM;
  const [lat, lon, course] = [radians(from.latitude), radians(from.longitude), radians(bearing)];
  const latitude = Math.asin(Math.sin(lat) * Math.cos(arc) + Math.cos(lat) * Math.sin(arc) * Math.cos(course));
  const east = Math.sin(course) * Math.sin(arc) * Math.cos(lat);
  const north = Math.cos(arc) - Math.sin(lat) * Math.sin(latitude);
  return { latitude: degrees(latitude), longitude: wrapLongitude(degrees(lon + Math.atan2(east, north))) };
}
