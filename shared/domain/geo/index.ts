export { type ComputedPosition, toGcj02, toWgs84 } from './datum.ts';
export {
  bearingDegrees,
  distanceKm,
  KM_PER_NAUTICAL_MILE,
  lengthKm,
  midPoint,
  nauticalMiles,
  pointAt,
  pointBetween,
} from './distance.ts';
export { readGridReference, writeMgrs, writeUtm } from './gridReference.ts';
export { type Position, wrapLongitude } from './position.ts';
export {
  type CoordinateNotation,
  type CoordinateReading,
  type CoordinatesRead,
  readCoordinates,
} from './readCoordinates.ts';
export { notationWords, WRITTEN_NOTATIONS, writeCoordinates, type WrittenNotation } from './writeCoordinates.ts';
export {
  foldPlaceName,
  type GazetteerPlace,
  gazetteerPorts,
  gazetteerSeas,
  lookUpPlace,
  type PlaceSuggestion,
  suggestPlaces,
} from './gazetteer.ts';
