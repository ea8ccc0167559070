// Places where a text nearly has the wanted words: re-read scans, lost or doubled characters. Work is bounded whatever
// the text: a full scan where it is small, otherwise windows around pieces that still stand verbatim.

import { editDistances, reversed } from './editDistance.ts';

export interface ApproximateMatch {
  start: number;
  end: number;
  errors: number;
}

/** Steps of 32 table rows; measured at some 5 ns each, so about a tenth of a second. */
const MAX_STEPS = 16_000_000;
const MAX_MATCHES = 12;
const SEED_LENGTH = 10;
const MAX_SEEDS = 64;
const MAX_HITS_PER_SEED = 50;

export function approximateSearch(text: string, pattern: string, maxErrors: number): ApproximateMatch[] {
  if (pattern.length === 0 || maxErrors <= 0) return [];
  const blocks = Math.ceil(pattern.length / 32);
  const windows =
    text.length * blocks <= MAX_STEPS ? [{ from: 0, to: text.length }] : seededWindows(text, pattern, maxErrors);
  const found: ApproximateMatch[] = [];
  let steps = MAX_STEPS;
  for (const { from, to } of windows) {
    steps -= (to - from) * blocks;
    if (steps < 0) break;
    found.push(...matchesWithin(text, from, to, pattern, maxErrors));
  }
  return found.sort((a, b) => a.errors - b.errors).slice(0, MAX_MATCHES);
}

function matchesWithin(text: string, from: number, to: number, pattern: string, maxErrors: number): ApproximateMatch[] {
  const distances = editDistances(pattern, text.slice(from, to), false);
  const backward = reversed(pattern);
  const found: ApproximateMatch[] = [];
  for (const column of lowPoints(distances, maxErrors, pattern.length)) {
    const end = from + column + 1;
    const errors = distances[column] ?? 0;
    const earliest = Math.max(from, end - pattern.length - errors);
    const lengths = editDistances(backward, reversed(text.slice(earliest, end)), true);
    // Of the starts that cost the same, the one that gives the words their own length.
    let length = 0;
    for (let at = 0; at < lengths.length; at += 1) {
      const closer = Math.abs(at + 1 - pattern.length) < Math.abs(length - pattern.length);
      if (lengths[at] === errors && (length === 0 || closer)) length = at + 1;
    }
    if (length > 0) found.push({ start: end - length, end, errors });
  }
  return found;
}

/** The lowest point of each dip below the limit; dips closer than half a pattern are one place. */
function lowPoints(distances: Uint32Array, maxErrors: number, length: number): number[] {
  const points: number[] = [];
  const apart = Math.max(1, length >> 1);
  for (let column = 0; column < distances.length; column += 1) {
    const errors = distances[column] ?? 0;
    if (errors > maxErrors) continue;
    const last = points.at(-1);
    if (last === undefined || column - last >= apart) points.push(column);
    else if (errors < (distances[last] ?? 0)) points[points.length - 1] = column;
  }
  return points.sort((a, b) => (distances[a] ?? 0) - (distances[b] ?? 0)).slice(0, MAX_MATCHES);
}

/** Pieces of the pattern that stand in the text verbatim vote for where the whole begins. */
function seededWindows(text: string, pattern: string, maxErrors: number): { from: number; to: number }[] {
  const votes = new Map<number, number>();
  const bin = maxErrors + SEED_LENGTH;
  const step = Math.max(1, Math.floor((pattern.length - SEED_LENGTH) / MAX_SEEDS));
  for (let offset = 0; offset + SEED_LENGTH <= pattern.length; offset += step) {
    const seed = pattern.slice(offset, offset + SEED_LENGTH);
    let hits = 0;
    for (let at = text.indexOf(seed); at >= 0 && hits < MAX_HITS_PER_SEED; at = text.indexOf(seed, at + 1)) {
      hits += 1;
      const place = Math.floor((at - offset) / bin);
      votes.set(place, (votes.get(place) ?? 0) + 1);
    }
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([place]) => ({
      from: Math.max(0, (place - 1) * bin),
      to: Math.min(text.length, (place + 2) * bin + pattern.length + maxErrors),
    }));
}
