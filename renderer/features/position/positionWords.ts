/** What is said of a position in words, and what a typed one comes to. Pure. */
import { type StatementDetail, Datum } from '../../../shared/domain/entity/statement.ts';
import {
  type CoordinateReading,
  type CoordinatesRead,
  type PlaceSuggestion,
  readCoordinates,
  suggestPlaces,
  toWgs84,
  writeCoordinates,
} from '../../../shared/domain/geo/index.ts';

export type StatedPosition = NonNullable<StatementDetail['position']>;

export interface PositionValue {
  /** As printed, or as typed. */
  original: string;
  /** Null where the words are no position, or leave open which. */
  position: StatedPosition | null;
}

/** What the notation of a port taken by its name is called. */
export const GAZETTEER_NOTATION = 'port of the gazetteer';

export const datumOptions = Datum.options.map(datum => ({
  value: datum,
  label: datum === 'not stated' ? 'Datum not stated' : datum,
}));

/** A Plus code is WGS 84 by its definition; of all else the words do not say. */
export function statedAs(
  { latitude, longitude, notation }: CoordinateReading,
  datum: StatedPosition['datum'],
): StatedPosition {
  return { latitude, longitude, notation, datum: notation === 'Plus code' ? 'WGS 84' : datum };
}

export function positionOfPlace({ place }: PlaceSuggestion): StatedPosition {
  return { latitude: place.latitude, longitude: place.longitude, datum: 'WGS 84', notation: GAZETTEER_NOTATION };
}

export type PositionOption =
  | { kind: 'reading'; key: string; reading: CoordinateReading }
  | { kind: 'place'; key: string; suggestion: PlaceSuggestion };

const MOST_PLACES = 8;

/** What is offered while one types: the readings of coordinates, else ports and seas by name. */
export function positionOptions(typed: string): { read: CoordinatesRead | null; options: PositionOption[] } {
  const read = readCoordinates(typed);
  if (read)
    return {
      read,
      options: read.readings.map(reading => ({ kind: 'reading', key: writeCoordinates(reading, 'dm'), reading })),
    };
  return {
    read: null,
    options: suggestPlaces(typed, MOST_PLACES).map(suggestion => ({
      kind: 'place',
      key: `${suggestion.place.kind} ${suggestion.place.name}`,
      suggestion,
    })),
  };
}

/** `38°45.500′N 125°12.000′E`, and the same in decimal degrees. */
export function bothNotations(position: StatedPosition | CoordinateReading): string {
  return `${writeCoordinates(position, 'dm')} = ${writeCoordinates(position, 'decimal')}`;
}

/** The computed position and how near it comes, where the datum is another; else null. */
export function wgs84Words({ latitude, longitude, datum }: Pick<StatedPosition, 'latitude' | 'longitude' | 'datum'>): {
  position: string;
  note: string;
} | null {
  const computed = toWgs84({ latitude, longitude }, datum);
  return computed && { position: writeCoordinates(computed, 'dm'), note: computed.note };
}
