/**
 * Coordinates as people and papers write them, read as decimal degrees. Nothing is guessed: where the words do not say which
 * number is the latitude, or which hemisphere is meant, each reading is given with the question that decides between them.
 */
import { type GridReading, readGridReference } from './gridReference.ts';
import { plainCoordinates } from './plainCoordinates.ts';
import type { Position } from './position.ts';
import { type Angle, splitAngles } from './splitAngles.ts';

export type CoordinateNotation =
  | 'decimal degrees'
  | 'degrees and minutes'
  | 'degrees, minutes and seconds'
  | GridReading['notation'];

export interface CoordinateReading extends Position {
  notation: CoordinateNotation;
  /** What the last figure counts, in degrees: the words say no more than this. */
  stepDegrees: number;
}

export interface CoordinatesRead {
  /** One where the words say it; several where they do not. */
  readings: readonly CoordinateReading[];
  /** What they leave open, as a question; null where nothing is. */
  question: string | null;
}

/** Null where it is no notation of coordinates. */
export function readCoordinates(typed: string): CoordinatesRead | null {
  const grid = readGridReference(typed);
  if (grid.length > 0)
    return { readings: grid, question: grid.length > 1 ? 'Is the letter S a band of the grid, or south?' : null };
  const readings: CoordinateReading[] = [];
  const questions = new Set<string>();
  for (const [first, second] of splitAngles(plainCoordinates(typed))) {
    const pair = readPair(first, second);
    for (const question of pair.questions) questions.add(question);
    readings.push(...pair.readings);
  }
  const different = distinct(readings);
  if (different.length === 0) return null;
  if (different.length === 1) return { readings: different, question: null };
  return {
    readings: different,
    question: [...questions].join(' ') || 'Is the comma a decimal sign, or does it part the two numbers?',
  };
}

type Axis = 'latitude' | 'longitude';
const ORDER_QUESTION = 'Which of the two numbers is the latitude?';
const MOST: Record<Axis, number> = { latitude: 90, longitude: 180 };

function readPair(first: Angle, second: Angle): { readings: CoordinateReading[]; questions: string[] } {
  const orders = ordersOf(first, second);
  const questions: string[] = orders.length > 1 ? [ORDER_QUESTION] : [];
  const readings: CoordinateReading[] = [];
  for (const [north, east] of orders) {
    const latitudes = signedValues(north, 'latitude');
    const longitudes = signedValues(east, 'longitude');
    if (latitudes.length > 1) questions.push('Is it north or south?');
    if (longitudes.length > 1)
      questions.push(east.letter === 'O' ? 'Is O east (Ost) or west (ouest, oeste, ovest)?' : 'Is it east or west?');
    for (const latitude of latitudes) {
      for (const longitude of longitudes) {
        readings.push({
          latitude,
          longitude,
          notation: notationOf(north, east),
          stepDegrees: Math.max(north.stepDegrees, east.stepDegrees),
        });
      }
    }
  }
  return { readings, questions };
}

/** The orders that letters, labels and sizes allow: latitude first in each. */
function ordersOf(first: Angle, second: Angle): [north: Angle, east: Angle][] {
  const fits = (north: Angle, east: Angle) =>
    north.axis !== 'longitude' &&
    east.axis !== 'latitude' &&
    north.value <= MOST.latitude &&
    east.value <= MOST.longitude;
  const orders: [Angle, Angle][] = [];
  if (fits(first, second)) orders.push([first, second]);
  if (fits(second, first)) orders.push([second, first]);
  return orders;
}

/**
 * A letter or a sign says the hemisphere. Decimal degrees without either are north and east by the convention of signs;
 * degrees and minutes have no such convention, so both hemispheres are possible.
 */
function signedValues(angle: Angle, axis: Axis): number[] {
  const { letter, sign, value, parts } = angle;
  if (letter === 'N' || letter === 'E') return [value];
  if (letter === 'S' || letter === 'W') return [value === 0 ? 0 : -value];
  if (letter === null && (sign !== null || parts === 1)) return [sign === '-' && value !== 0 ? -value : value];
  if (value === 0) return [0];
  return axis === 'longitude' && value === 180 ? [180] : [value, -value];
}

function notationOf(north: Angle, east: Angle): CoordinateNotation {
  const parts = Math.max(north.parts, east.parts);
  return parts === 1 ? 'decimal degrees' : parts === 2 ? 'degrees and minutes' : 'degrees, minutes and seconds';
}

function distinct(readings: readonly CoordinateReading[]): CoordinateReading[] {
  const seen = new Map<string, CoordinateReading>();
  for (const reading of readings) {
    const key = `${reading.latitude.toFixed(9)} ${reading.longitude.toFixed(9)}`;
    if (!seen.has(key)) seen.set(key, reading);
  }
  return [...seen.values()];
}
