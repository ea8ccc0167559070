/**
 * A track: the places of one entity joined in the order of time. Speeds are arithmetic between what is stated; one that no
 * ship makes is pointed at as an indicator, and is never a finding.
 */
import { bearingDegrees, distanceKm, nauticalMiles } from '../../../../shared/domain/geo/index.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import type { PlacedFeature } from '../mark/featureFacts.ts';

export interface TrackLimits {
  /** Longer without a fix is a gap. */
  gapHours: number;
  /** Faster is not possible for the vessel. */
  mostKnots: number;
}
export const USUAL_LIMITS: TrackLimits = { gapHours: 24, mostKnots: 30 };

export interface TrackLeg {
  from: PlacedFeature;
  to: PlacedFeature;
  nm: number;
  bearing: number;
  /** The shortest and the longest time that the dates allow. */
  hours: { least: number; most: number };
  /** Null where the dates allow no time between the two, or all of it. */
  knots: { least: number; most: number | null } | null;
  isGap: boolean;
  /** Even the slowest that the dates allow is beyond the limit. */
  isImpossible: boolean;
}

export interface Track {
  entityId: EntityId;
  stops: readonly PlacedFeature[];
  legs: readonly TrackLeg[];
  /** Places of it without a date, which have no order. */
  undated: number;
}

const HOUR_MS = 3_600_000;

export function trackOf(features: readonly PlacedFeature[], entityId: EntityId, limits: TrackLimits): Track {
  const own = features.filter(feature => feature.entityIds.includes(entityId));
  const stops = own
    .filter(feature => feature.span !== null && startOf(feature) !== null)
    .sort(
      (left, right) =>
        (startOf(left) ?? 0) - (startOf(right) ?? 0) ||
        (endOf(left) ?? 0) - (endOf(right) ?? 0) ||
        (left.id < right.id ? -1 : 1),
    );
  const legs = stops.slice(1).map((to, index) => legBetween(stops[index] as PlacedFeature, to, limits));
  return { entityId, stops, legs, undated: own.length - stops.length };
}

function startOf({ span }: PlacedFeature): number | null {
  return span?.from ?? span?.to ?? null;
}

function endOf({ span }: PlacedFeature): number | null {
  return span?.to ?? span?.from ?? null;
}

function legBetween(from: PlacedFeature, to: PlacedFeature, limits: TrackLimits): TrackLeg {
  const nm = nauticalMiles(distanceKm(from.drawn, to.drawn));
  const between = (end: number | null, start: number | null) => Math.max(0, ((end ?? 0) - (start ?? 0)) / HOUR_MS);
  const isExact = from.span?.isExact === true && to.span?.isExact === true;
  // A day is a stretch: it may have left at its first moment or at its last.
  const most = between(isExact ? startOf(to) : endOf(to), startOf(from));
  const hours = { least: isExact ? most : between(startOf(to), endOf(from)), most };
  const knots = most === 0 ? null : { least: nm / most, most: hours.least > 0 ? nm / hours.least : null };
  return {
    from,
    to,
    nm,
    bearing: bearingDegrees(from.drawn, to.drawn),
    hours,
    knots,
    isGap: hours.least > limits.gapHours,
    isImpossible: (knots === null ? nm > 0.5 : knots.least > limits.mostKnots) && nm > 0.5,
  };
}

/** Entities with two dated places or more, by how many. */
export function trackable(features: readonly PlacedFeature[]): { entityId: EntityId; count: number }[] {
  const counts = new Map<EntityId, number>();
  for (const feature of features) {
    if (feature.span === null) continue;
    for (const id of feature.entityIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([entityId, count]) => ({ entityId, count }))
    .sort((left, right) => right.count - left.count);
}

/** "11.9 kn", "2.1 to 11.9 kn", "at least 2.1 kn". */
export function speedWords({ knots, nm }: TrackLeg): string {
  if (nm < 0.05) return 'same place';
  if (!knots) return 'no time between';
  const least = knots.least.toFixed(1);
  if (knots.most === null) return `at least ${least} kn`;
  const most = knots.most.toFixed(1);
  return least === most ? `${least} kn` : `${least} to ${most} kn`;
}

export function impossibleWords({ mostKnots }: TrackLimits): string {
  return `faster than ${mostKnots} kn even at the slowest the dates allow: an indicator of a wrong date, position or identity, not a finding.`;
}

export function durationWords({ hours }: TrackLeg): string {
  const words = (amount: number) => (amount < 48 ? `${amount.toFixed(1)} h` : `${(amount / 24).toFixed(1)} days`);
  return hours.most - hours.least < 0.05 ? words(hours.most) : `${words(hours.least)} to ${words(hours.most)}`;
}
