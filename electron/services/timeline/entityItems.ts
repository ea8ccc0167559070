/** Events, ties, records and dated values of a case as items of its timeline. */
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import type { Strength } from '../../../shared/domain/entity/entity.ts';
import { compareWeight } from '../../../shared/domain/entity/shownStatement.ts';
import { edgeWords, isA, schemaOrThing, valuesOfType } from '../../../shared/domain/ftm/index.ts';
import { isWorldDate } from '../../../shared/kernel/dateSpan.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { CaseId, CitationId, EntityId, StatementId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { type StrengthOfEntity, strengthsOf, strengthsOfStatements } from '../entity/index.ts';
import { dateProperties, type ExtentProperty, isExtent } from './dateProperties.ts';
import { type DatedStatement, datedStatements } from './datedSql.ts';

export interface Weights {
  ofEntity: ReadonlyMap<EntityId, Pick<StrengthOfEntity, 'strength'>>;
  ofStatement: ReadonlyMap<StatementId, { strength: Strength; citationIds: CitationId[] }>;
}

export function entityItems(db: ReadableDb, caseId: CaseId): TimelineItem[] {
  const dated = datedStatements(db, caseId, [...dateProperties]);
  const ids = [...new Set(dated.map(one => one.ownerId))];
  return itemsOf(dated, { ofEntity: strengthsOf(db, ids), ofStatement: strengthsOfStatements(db, ids) });
}

/** Of statements in the order of recording. */
export function itemsOf(dated: readonly DatedStatement[], weights: Weights): TimelineItem[] {
  return [...groupBy(dated, one => one.ownerId).values()].flatMap(statements => {
    const [first] = statements;
    if (!first) return [];
    const kept = statements.filter(one => !dateProperties.has(one.property) || isWorldDate(one.value));
    if (first.ownerKind === 'thing') return kept.map(one => valueItem(one, [first.ownerId], weights));
    return happened(first, kept, weights);
  });
}

/** An event, a tie or a record: once from when to when it was; again for each other date given; and what else of it is dated. */
function happened(owner: DatedStatement, statements: readonly DatedStatement[], weights: Weights): TimelineItem[] {
  const base = happening(owner, statements, weights);
  const values: Record<ExtentProperty, DatedStatement[]> = { date: [], startDate: [], endDate: [] };
  for (const one of ranked(statements, weights))
    if (isExtent(one.property) && !values[one.property].some(({ value }) => value === one.value))
      values[one.property].push(one);
  const [on, begins, ends] = [values.date[0]?.value, values.startDate[0]?.value, values.endDate[0]?.value];
  const sides = statements.find(one => one.targetId !== null && (one.fromOn !== null || one.toOn !== null));
  const isDated = on !== undefined || begins !== undefined || ends !== undefined;
  const fromOn = begins ?? (ends === undefined ? on : undefined) ?? null;
  const toOn = ends ?? (begins === undefined ? on : undefined) ?? null;
  const items: TimelineItem[] = [];
  if (isDated) items.push({ ...base, fromOn, toOn });
  else if (sides) items.push({ ...base, fromOn: sides.fromOn, toOn: sides.toOn });
  for (const [property, given] of Object.entries(values) as [ExtentProperty, DatedStatement[]][]) {
    const isFirstShown = property !== 'date' || (begins === undefined && ends === undefined);
    for (const one of given.slice(isFirstShown ? 1 : 0)) {
      if (property === 'date' && (one.value === begins || one.value === ends)) continue;
      const parts =
        property === 'date'
          ? [one.value, one.value]
          : property === 'startDate'
            ? [one.value, toOn]
            : [fromOn, one.value];
      const { strength, citationIds } = weights.ofStatement.get(one.id) ?? { strength: null, citationIds: [] };
      const [from = null, to = null] = parts;
      items.push({
        ...base,
        id: `${owner.ownerId} ${one.id}`,
        fromOn: from,
        toOn: to,
        property,
        value: one.value,
        strength,
        citationIds,
        citationCount: citationIds.length,
      });
    }
  }
  const things = base.entityIds;
  for (const one of statements)
    if (dateProperties.has(one.property) && !isExtent(one.property)) items.push(valueItem(one, things, weights));
  return items;
}

function happening(owner: DatedStatement, statements: readonly DatedStatement[], weights: Weights): TimelineItem {
  const { ownerId, ownerSchema, ownerKind, ownerCaption } = owner;
  const said = (property: string) => statements.find(one => one.property === property);
  const label = schemaOrThing(ownerSchema).label.toLowerCase();
  const citationIds = [...new Set(statements.flatMap(one => weights.ofStatement.get(one.id)?.citationIds ?? []))];
  return {
    id: ownerId,
    source: ownerKind === 'event' ? 'event' : ownerKind === 'relationship' ? 'relationship' : 'statement',
    title: ownerCaption,
    kindLabel:
      ownerKind === 'event'
        ? (said('eventKind')?.value ?? label)
        : ownerKind === 'relationship'
          ? edgeWords(ownerSchema).forward
          : label,
    fromOn: null,
    toOn: null,
    entityIds: [...new Set(statements.flatMap(one => laneOf(one) ?? []))],
    entityId: ownerId,
    findingId: null,
    claimId: null,
    exhibitId: null,
    strength: weights.ofEntity.get(ownerId)?.strength ?? null,
    status: null,
    citationCount: citationIds.length,
    citationIds,
    property: null,
    value: null,
    place: placeOf(statements),
  };
}

/** Who is named in it has a lane; where it was, and what proves it, has not. */
function laneOf({ targetId, targetKind, targetSchema }: DatedStatement): EntityId | null {
  if (targetId === null || targetKind !== 'thing' || targetSchema === null) return null;
  return isA(targetSchema, 'Address') || isA(targetSchema, 'Document') ? null : targetId;
}

function placeOf(statements: readonly DatedStatement[]): TimelineItem['place'] {
  const located = statements.find(one => one.position !== null);
  const named = ['location', 'addressEntity', 'address']
    .map(property => statements.find(one => one.property === property))
    .find(Boolean);
  if (!located && !named) return null;
  const words = named ? (named.targetCaption ?? named.value) : ((located?.original || located?.value) ?? '');
  return { words, latitude: located?.position?.latitude ?? null, longitude: located?.position?.longitude ?? null };
}

/** A value that held from or until some date, or that is itself a date. */
function valueItem(one: DatedStatement, entityIds: readonly EntityId[], weights: Weights): TimelineItem {
  const property = schemaOrThing(one.ownerSchema).properties.get(one.property);
  const label = property?.label ?? one.property;
  const isDate = dateProperties.has(one.property);
  const words = one.targetCaption ?? valuesOfType(property?.type ?? '')?.[one.value] ?? one.value;
  const { strength = null, citationIds = [] } = weights.ofStatement.get(one.id) ?? {};
  const lane = laneOf(one);
  return {
    id: one.id,
    source: 'statement',
    title: isDate ? (one.ownerKind === 'thing' ? label : `${label}: ${one.ownerCaption}`) : `${label}: ${words}`,
    kindLabel: label.toLowerCase(),
    fromOn: isDate ? one.value : one.fromOn,
    toOn: isDate ? one.value : one.toOn,
    entityIds: [...new Set([...entityIds, ...(lane === null ? [] : [lane])])],
    entityId: one.ownerId,
    findingId: null,
    claimId: null,
    exhibitId: null,
    strength,
    status: null,
    citationCount: citationIds.length,
    citationIds,
    property: one.property,
    value: one.value,
    place: null,
  };
}

/** The value that is shown elsewhere comes first. */
function ranked(statements: readonly DatedStatement[], { ofStatement }: Weights): DatedStatement[] {
  const weighed = statements.map(one => ({
    one,
    ...one,
    quality: null,
    withdrawnAt: null,
    recordedAt: one.recordedAt as never,
    support: ofStatement.get(one.id)?.citationIds.length ?? 0,
  }));
  return weighed.sort(compareWeight).map(({ one }) => one);
}
