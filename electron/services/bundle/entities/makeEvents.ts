import { type BundleEvent, BundleEvents } from '../../../../shared/domain/bundle/bundleEvent.ts';
import { schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import { groupBy } from '../../../../shared/kernel/groupBy.ts';
import type { GatheredBundle } from '../gatherBundle.ts';
import type { EntitySurvey } from './survey.ts';

/** What happened, in the order in which it was recorded: who took part, where, and how much of what. */
export function makeEvents({ entities, tyings }: EntitySurvey, { concealer }: GatheredBundle): BundleEvents {
  const sides = groupBy(tyings, one => one.ownerId as string);
  const events = [...entities.values()]
    .filter(entity => entity.kind === 'event')
    .map((event): BundleEvent => {
      const named = (sides.get(event.id) ?? []).flatMap(one => {
        const entity = entities.get(one.targetId);
        return entity ? [{ ...one, entity }] : [];
      });
      const place = named.find(one => one.entity.schema === 'Address')?.entity.caption ?? event.placeWords;
      return {
        id: event.id,
        kindLabel: event.eventKind ?? schemaOrThing(event.schema).label,
        caption: event.caption,
        fromOn: event.extent.fromOn,
        toOn: event.extent.toOn,
        place,
        participants: named
          .filter(one => one.entity.schema !== 'Address')
          .map(({ entity, role, property, ownerSchema }) => ({
            id: entity.id,
            caption: entity.caption,
            role: role || (property === 'participant' ? '' : labelOf(ownerSchema, property)),
          })),
        quantities: event.quantities,
        strength: event.strength.strength,
        citationCount: event.citationCount,
      };
    });
  return BundleEvents.parse(concealer.concealIn(events));
}

function labelOf(schema: string, property: string): string {
  return (schemaOrThing(schema).properties.get(property)?.label ?? property).toLowerCase();
}
