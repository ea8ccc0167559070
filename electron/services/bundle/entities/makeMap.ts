/** Places as they go: what statements say where it was, what happened at an address, and what files that go claim themselves. */
import { BundleMap, type BundlePlace } from '../../../../shared/domain/bundle/bundleMap.ts';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import { schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import { groupBy } from '../../../../shared/kernel/groupBy.ts';
import type { ReadableDb } from '../../../db/handles.ts';
import type { Tying } from '../../chart/index.ts';
import { claimedFeatures, claimingFiles, happenedAt, type ShownPosition, statedPositions } from '../../map/index.ts';
import type { GatheredBundle } from '../gatherBundle.ts';
import type { EntitySurvey } from './survey.ts';

export function makeMap(db: ReadableDb, survey: EntitySurvey, gathered: GatheredBundle): BundleMap {
  const { input, going, concealer } = gathered;
  const stated = statedPositions(survey.positions);
  const sides = groupBy(survey.tyings, one => one.ownerId as string);
  const naming = groupBy(survey.tyings, one => one.targetId as string);
  const all: ShownPosition[] = [
    ...stated,
    ...stated.filter(one => one.ownerKind !== 'event').flatMap(one => happenedAt(one, naming.get(one.ownerId) ?? [])),
  ];
  const numbers = new Map<string, string>(going.map(exhibit => [exhibit.id, exhibitNumber(exhibit.number)]));
  const claimed = claimingFiles(db, input.case.id)
    .filter(file => numbers.has(file.exhibitId))
    .flatMap(claimedFeatures)
    .map(
      ({ exhibitId, ...feature }): BundlePlace => ({ ...feature, exhibitNumber: numbers.get(exhibitId ?? '') ?? null }),
    );
  const shown = [...all.map(one => toPlace(one, survey, sides, naming)), ...claimed];
  const places = [...new Map(shown.map(place => [place.id, place])).values()];
  const named = new Set(places.flatMap(place => [...place.entityIds, place.entityId ?? '']));
  const entities = [...survey.entities.values()].flatMap(({ id, caption }) => (named.has(id) ? [{ id, caption }] : []));
  return BundleMap.parse(concealer.concealIn({ places, entities }));
}

function toPlace(
  one: ShownPosition,
  { entities }: EntitySurvey,
  sides: ReadonlyMap<string, Tying[]>,
  naming: ReadonlyMap<string, Tying[]>,
): BundlePlace {
  const { ownerId, ownerKind, ownerSchema, statementId } = one;
  const owner = entities.get(ownerId);
  const isEvent = ownerKind === 'event';
  const extent = isEvent ? owner?.extent : undefined;
  const [from, to] = [extent?.fromOn ?? null, extent?.toOn ?? null];
  const partakers = isEvent
    ? (sides.get(ownerId) ?? []).map(side => side.targetId).filter(id => entities.get(id)?.schema !== 'Address')
    : (naming.get(ownerId) ?? []).filter(side => side.ownerKind === 'thing').map(side => side.ownerId);
  // A thing that itself has a position (a vessel's fix) moves with it; an address does not.
  const moves = !isEvent && ownerSchema !== 'Address';
  return {
    id: `${statementId}/${ownerId}/${one.latitude}/${one.longitude}`,
    source: isEvent ? 'event' : 'address',
    title: owner?.caption ?? '',
    kindLabel: owner?.eventKind ?? schemaOrThing(ownerSchema).label,
    latitude: one.latitude,
    longitude: one.longitude,
    datum: one.datum,
    original: one.original,
    fromOn: one.fromOn ?? (one.end === 'to' ? to : from),
    toOn: one.toOn ?? (one.end === 'from' ? from : one.fromOn !== null ? null : to),
    entityId: ownerId,
    statementId,
    entityIds: [...new Set(moves ? [ownerId, ...partakers] : partakers)],
    // Its citations, in the block of the entity, open the page.
    exhibitNumber: null,
    pageIndex: null,
    strength: owner?.strength.strength ?? null,
    citationCount: owner?.citationCount ?? 0,
  };
}
