/**
 * One vessel, vehicle or person in two places at once: the places lie further apart than it could have gone in the longest time
 * that the two dates leave. Where no positions are known, only the same minute at places of different names counts.
 */
import { distanceKm } from '../geo/distance.ts';
import { isA } from '../ftm/index.ts';
import { type Clash, clashId, named } from './clash.ts';
import { describeSpan } from './describeSpan.ts';
import type { SpannedItem } from './lanes.ts';
import type { LaneEntity, TimedItem } from './timedItem.ts';
import { HOUR_MS } from './axisTicks.ts';

/** Faster than any of the kind goes: 30 knots, a fast road, an airliner. */
const TOP_SPEED_KMH = { vessel: 56, vehicle: 160, person: 1000 } as const;
/** Positions are rounded when printed, and a hull or a port has a length. */
const SAME_PLACE_KM = 10;
/** If a whole way cannot have been gone, one of its legs cannot: only near neighbours in time are compared. */
const NEIGHBOURS = 8;

export function placeClashes<Item extends TimedItem>(
  entity: LaneEntity,
  inTime: readonly SpannedItem<Item>[],
): Clash<Item>[] {
  const speed = topSpeed(entity.schema);
  if (speed === null) return [];
  // Another date given for an event is a clash by itself: only the one that is shown is looked at here.
  const placed = inTime.filter(
    ({ item, span }) => item.source === 'event' && item.property === null && item.place !== null && isBounded(span),
  );
  const clashes: Clash<Item>[] = [];
  for (const [at, left] of placed.entries())
    for (const right of placed.slice(at + 1, at + 1 + NEIGHBOURS)) {
      const why = whyApart(left, right, speed);
      if (why === null) continue;
      const items = [left.item, right.item];
      const [one, other] = items.map(
        item => `${named(item, describeSpan(item.fromOn, item.toOn))} at ${item.place?.words}`,
      );
      clashes.push({
        id: clashId('two-places', entity, items),
        kind: 'two-places',
        entity,
        items,
        sentence: `${entity.caption} is named in ${one} and in ${other}: ${why}.`,
      });
    }
  return clashes;
}

function isBounded({ from, to, start, end }: SpannedItem['span']): boolean {
  return from !== null && to !== null && !start.uncertain && !end.uncertain;
}

function topSpeed(schema: string): number | null {
  if (isA(schema, 'Vessel')) return TOP_SPEED_KMH.vessel;
  if (isA(schema, 'Airplane') || isA(schema, 'Person')) return TOP_SPEED_KMH.person;
  return isA(schema, 'Vehicle') ? TOP_SPEED_KMH.vehicle : null;
}

function whyApart(left: SpannedItem, right: SpannedItem, speed: number): string | null {
  const [here, there] = [left.item.place, right.item.place];
  if (here === null || there === null) return null;
  if (isPosition(here) && isPosition(there)) {
    const km = distanceKm(here, there);
    const hours = longestBetween(left.span, right.span) / HOUR_MS;
    if (km <= SAME_PLACE_KM || km <= SAME_PLACE_KM + speed * hours) return null;
    const time = hours < 1 ? 'less than an hour' : `at most ${Math.ceil(hours)} hours`;
    return `${Math.round(km).toLocaleString('en-GB')} km lie between the two, and ${time}`;
  }
  const sameMinute = left.span.hasClock && right.span.hasClock && longestBetween(left.span, right.span) < 60_000;
  const named = here.words.trim() !== '' && there.words.trim() !== '';
  return sameMinute && named && fold(here.words) !== fold(there.words)
    ? 'the two names of places stand at the same minute'
    : null;
}

function isPosition(
  place: NonNullable<TimedItem['place']>,
): place is { words: string; latitude: number; longitude: number } {
  return place.latitude !== null && place.longitude !== null;
}

function fold(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The most time that there may have been to go from the one to the other, whichever came first. */
function longestBetween(left: SpannedItem['span'], right: SpannedItem['span']): number {
  return Math.max(0, latestArrival(right) - earliestLeave(left), latestArrival(left) - earliestLeave(right));
}

/** What lasts is there through all of its certain time. */
function earliestLeave({ sure, from }: SpannedItem['span']): number {
  return sure?.to ?? from ?? Number.NEGATIVE_INFINITY;
}

function latestArrival({ sure, to }: SpannedItem['span']): number {
  return sure?.from ?? to ?? Number.POSITIVE_INFINITY;
}
