/** Where a person is in a case, and how a step changes it. Pure. */
import type { PassageQuote } from '../../shared/domain/passage.ts';
import type { CaseId, ClaimId, EntityId, ExhibitId, FindingId, PassageId, SourceId } from '../../shared/kernel/ids.ts';

export type PlaceId =
  | 'overview'
  | 'exhibits'
  | 'search'
  | 'entities'
  | 'chart'
  | 'timeline'
  | 'map'
  | 'findings'
  | 'requests'
  | 'sources'
  | 'reports'
  | 'review'
  | 'exchange'
  | 'custody'
  | 'people';

export type ReadingTarget =
  | { kind: 'page'; pageIndex: number }
  | { kind: 'quote'; pageIndex: number; quote: PassageQuote }
  | { kind: 'passage'; passageId: PassageId };

export interface Route {
  place: PlaceId;
  caseId: CaseId;
  exhibitId?: ExhibitId;
  at?: ReadingTarget;
  findingId?: FindingId;
  claimId?: ClaimId;
  sourceId?: SourceId;
  /** An entity, a relationship or an event. */
  entityId?: EntityId;
  query?: string;
  /** Of a place that has tabs. */
  part?: string;
}

/**
 * The route after a step. In the same place the given fields replace their like, and a new exhibit or finding drops the
 * place inside the old one; in another place or case only what is given is kept.
 */
export function stepTo(from: Route, step: Partial<Route>): Route {
  const elsewhere =
    (step.place !== undefined && step.place !== from.place) ||
    (step.caseId !== undefined && step.caseId !== from.caseId);
  if (elsewhere) return { place: from.place, caseId: from.caseId, ...step };
  const kept: Route = { ...from };
  if ('exhibitId' in step) delete kept.at;
  if ('findingId' in step) delete kept.claimId;
  return { ...kept, ...step };
}

export function sameRoute(left: Route, right: Route): boolean {
  return JSON.stringify(ordered(left)) === JSON.stringify(ordered(right));
}

function ordered({
  place,
  caseId,
  exhibitId,
  at,
  findingId,
  claimId,
  sourceId,
  entityId,
  query,
  part,
}: Route): unknown[] {
  return [place, caseId, exhibitId, at, findingId, claimId, sourceId, entityId, query, part];
}

/** Back and forward like a browser's; pure. */
export interface Trail {
  readonly entries: readonly Route[];
  readonly index: number;
}

/** Far enough for a day; older steps fall off. */
const LONGEST_TRAIL = 500;

export function trailFrom(route: Route): Trail {
  return { entries: [route], index: 0 };
}

export function currentRoute(trail: Trail): Route {
  return trail.entries[trail.index] as Route;
}

export function walk(trail: Trail, step: Partial<Route>, replace = false): Trail {
  const here = currentRoute(trail);
  const onlyPlace = Object.keys(step).length === 1 && step.place !== undefined && step.place !== here.place;
  const next = onlyPlace ? (lastIn(trail, step.place as PlaceId) ?? stepTo(here, step)) : stepTo(here, step);
  if (sameRoute(here, next)) return trail;
  const before = trail.entries.slice(0, replace ? trail.index : trail.index + 1);
  const entries = [...before, next].slice(-LONGEST_TRAIL);
  return { entries, index: entries.length - 1 };
}

/** Going to a place by its name alone returns to what was open there. */
function lastIn(trail: Trail, place: PlaceId): Route | undefined {
  const { caseId } = currentRoute(trail);
  return trail.entries.slice(0, trail.index + 1).findLast(route => route.place === place && route.caseId === caseId);
}

export function stepAlong(trail: Trail, by: -1 | 1): Trail {
  const index = trail.index + by;
  return index < 0 || index >= trail.entries.length ? trail : { ...trail, index };
}
