/** Everything of a case that has a place: events and addresses as stated, what happened at an address, and what files claim. */
import type { MapFeature } from '../../../shared/contract/map.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import { schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { QueryContext } from '../context.ts';
import {
  chipsOf,
  citationsOfEntities,
  type Extent,
  extentsOf,
  type StrengthOfEntity,
  strengthsOf,
} from '../entity/index.ts';
import { claimedFeatures } from './claimedFeatures.ts';
import { happenedAt, type ShownPosition } from './happenedAt.ts';
import { claimingFiles, eventKinds, namingRows, positionRows, sideRows } from './positionSql.ts';
import { type StatedPosition, statedPositions } from './statedPositions.ts';

export function mapFeatures({ db }: QueryContext, { caseId }: ParsedInputOf<'map.features'>): OutputOf<'map.features'> {
  const stated = statedPositions(positionRows(db, caseId));
  const placed = stated.filter(one => one.ownerKind !== 'event');
  const naming = namingRows(db, caseId, [...new Set(placed.map(one => one.ownerId))]);
  const byPlace = groupBy(naming, one => one.targetId);
  const all = [...stated, ...placed.flatMap(place => happenedAt(place, byPlace.get(place.ownerId) ?? []))];
  const facts = factsOf(db, all, naming);
  const shown = [...all.map(one => toFeature(one, facts)), ...claimingFiles(db, caseId).flatMap(claimedFeatures)];
  // An address that states the same figures twice is one place to what happened there.
  const features = [...new Map(shown.map(feature => [feature.id, feature])).values()];
  const wanted = features.flatMap(feature => [feature.entityId ?? [], feature.entityIds].flat());
  const entities = new Map([...chipsOf(db, wanted).values()].map(chip => [chip.id, chip]));
  return { features, entities: [...entities.values()] };
}

type Naming = ReturnType<typeof namingRows>[number];

interface Facts {
  chips: Map<string, EntityChip>;
  strengths: Map<EntityId, StrengthOfEntity>;
  extents: Map<EntityId, Extent>;
  kinds: Map<EntityId, string>;
  partakers: Map<EntityId, EntityId[]>;
  pages: Map<string, Pick<MapFeature, 'exhibitId' | 'pageIndex'>>;
}

function factsOf(db: ReadableDb, all: readonly StatedPosition[], naming: readonly Naming[]): Facts {
  const ids = [...new Set(all.map(one => one.ownerId))];
  const events = [...new Set(all.filter(one => one.ownerKind === 'event').map(one => one.ownerId))];
  const pages: Facts['pages'] = new Map();
  // A position's own citation opens its page; without one, any citation of what it is said of.
  for (const { statementId, entityId, exhibitId, pageIndex } of citationsOfEntities(db, ids)) {
    for (const key of [statementId, entityId]) if (!pages.has(key)) pages.set(key, { exhibitId, pageIndex });
  }
  const sides = sideRows(db, events).filter(side => !side.isAddress);
  const tied = [
    ...sides.map(({ ownerId, targetId }) => [ownerId, targetId] as const),
    ...naming.filter(one => one.ownerKind === 'thing').map(({ ownerId, targetId }) => [targetId, ownerId] as const),
  ];
  return {
    chips: chipsOf(db, ids),
    strengths: strengthsOf(db, ids),
    extents: extentsOf(db, events),
    kinds: eventKinds(db, events),
    partakers: new Map(
      [...groupBy(tied, ([at]) => at)].map(([at, pairs]) => [at, [...new Set(pairs.map(([, who]) => who))]]),
    ),
    pages,
  };
}

function toFeature(one: ShownPosition, facts: Facts): MapFeature {
  const { ownerId, ownerKind, ownerSchema, statementId } = one;
  const extent = facts.extents.get(ownerId);
  const from = extent?.fromOn ?? null;
  const to = extent?.toOn ?? null;
  const page = facts.pages.get(statementId) ?? facts.pages.get(ownerId);
  const partakers = facts.partakers.get(ownerId) ?? [];
  // A thing that itself has a position (a vessel's fix) moves with it; an address does not.
  const moves = ownerKind !== 'event' && ownerSchema !== 'Address';
  return {
    id: `${statementId}/${ownerId}/${one.latitude}/${one.longitude}`,
    source: ownerKind === 'event' ? 'event' : 'address',
    title: facts.chips.get(ownerId)?.caption ?? '',
    kindLabel: facts.kinds.get(ownerId) ?? schemaOrThing(ownerSchema).label,
    latitude: one.latitude,
    longitude: one.longitude,
    datum: one.datum,
    original: one.original,
    fromOn: one.fromOn ?? (one.end === 'to' ? to : from),
    toOn: one.toOn ?? (one.end === 'from' ? from : one.fromOn !== null ? null : to),
    entityId: ownerId,
    statementId,
    entityIds: moves ? [ownerId, ...partakers] : partakers,
    exhibitId: page?.exhibitId ?? null,
    pageIndex: page?.pageIndex ?? null,
    strength: facts.strengths.get(ownerId)?.strength ?? null,
    citationCount: facts.strengths.get(ownerId)?.citationCount ?? 0,
  };
}
