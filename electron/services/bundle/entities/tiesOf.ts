/** The ties of each entity, as it reads them: from either side of a relationship, of events it took part in, by properties that name. */
import type { BundleEntityName, BundleTie } from '../../../../shared/domain/bundle/bundleEntity.ts';
import { edgeWords, schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import { groupBy } from '../../../../shared/kernel/groupBy.ts';
import type { Tying } from '../../chart/index.ts';
import type { EntitySurvey, Surveyed } from './survey.ts';

export function tiesByEntity({ entities, tyings }: EntitySurvey): (id: string) => BundleTie[] {
  const naming = groupBy(tyings, one => one.targetId as string);
  const named = groupBy(tyings, one => one.ownerId as string);
  const nameOf = (id: string): BundleEntityName | null => {
    const entity = entities.get(id);
    return entity ? nameIn(entity) : null;
  };
  const tie = (one: Tying, words: string, otherId: string | null, isOwnersOwn: boolean): BundleTie => {
    const owner = entities.get(one.ownerId);
    const extent = isOwnersOwn ? undefined : owner?.extent;
    return {
      entityId: one.ownerId,
      statementId: one.statementId,
      words,
      role: one.role || extent?.role || '',
      measure: extent?.measure ?? '',
      other: otherId === null ? null : nameOf(otherId),
      fromOn: one.fromOn ?? extent?.fromOn ?? null,
      toOn: one.toOn ?? extent?.toOn ?? null,
      strength: owner?.strength.strength ?? 'possible',
      citationCount: owner?.citationCount ?? 0,
    };
  };
  const asNamed = (one: Tying): BundleTie[] => {
    const { edge } = schemaOrThing(one.ownerSchema);
    if (edge && (one.property === edge.source || one.property === edge.target)) {
      const isSource = one.property === edge.source;
      const { forward, backward } = edgeWords(one.ownerSchema);
      const opposite = isSource ? edge.target : edge.source;
      const others = (named.get(one.ownerId) ?? []).filter(side => side.property === opposite);
      const words = isSource ? forward : backward;
      return others.length === 0
        ? [tie(one, words, null, false)]
        : others.map(side => tie(one, words, side.targetId, false));
    }
    if (one.ownerKind === 'event')
      return [tie(one, one.role === '' ? 'took part in' : `took part as ${one.role} in`, one.ownerId, false)];
    return [tie(one, `is the ${propertyWords(one)} of`, one.ownerId, false)];
  };
  const asOwner = (one: Tying): BundleTie =>
    tie(one, one.role === '' ? propertyWords(one) : `${propertyWords(one)} as ${one.role}`, one.targetId, true);
  return id => [...(naming.get(id) ?? []).flatMap(asNamed), ...(named.get(id) ?? []).map(asOwner)];
}

export function nameIn({ id, kind, schema, caption, hint }: Surveyed): BundleEntityName {
  return { id, kind, schema, caption, hint };
}

function propertyWords({ ownerSchema, property }: Tying): string {
  return (schemaOrThing(ownerSchema).properties.get(property)?.label ?? property).toLowerCase();
}
