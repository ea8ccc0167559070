/** Decisions on mentions, each as a step that can be taken back. Asks the core; knows no screen. */
import type { Mention } from '../../../shared/contract/mention.ts';
import { countOf } from '../../ui/index.ts';
import type { EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { call } from '../../api/index.ts';
import type { UndoableStep } from '../../workbench/index.ts';

type Decided = 'accepted' | 'rejected';

/** One after the other: each is a transaction of its own, and all are one step to the person. */
async function decideAll(places: readonly Mention[], decision: Decided | null): Promise<void> {
  for (const { entity, exhibitId, pageIndex, start } of places)
    await call('mention.decide', { entityId: entity.id, exhibitId, pageIndex, start, decision });
}

export async function decideMentions(places: readonly Mention[], decision: Decided): Promise<UndoableStep> {
  await decideAll(places, decision);
  const name = places[0]?.entity.caption ?? '';
  const verb = decision === 'accepted' ? 'accepting' : 'rejecting';
  return {
    label: places.length === 1 ? `${verb} ${name}` : `${verb} ${name} in ${countOf(places.length, 'place')}`,
    undo: () => decideAll(places, null),
    redo: () => decideAll(places, decision),
  };
}

export async function takeBackMentions(places: readonly Mention[]): Promise<UndoableStep> {
  await decideAll(places, null);
  return {
    label: `taking back a decision on ${places[0]?.entity.caption ?? ''}`,
    undo: async () => {
      for (const place of places) if (place.decision !== null) await decideAll([place], place.decision);
    },
    redo: () => decideAll(places, null),
  };
}

const PAGES_AT_ONCE = 50;

/** Every open place of an entity in an exhibit of any length. */
export async function openPlacesOf(entityId: EntityId, exhibitId: ExhibitId, pageCount: number): Promise<Mention[]> {
  const places: Mention[] = [];
  for (let from = 0; from < pageCount; from += PAGES_AT_ONCE) {
    const mentions = await call('mention.inExhibit', { exhibitId, from, count: PAGES_AT_ONCE });
    places.push(...mentions.filter(one => one.entity.id === entityId && one.decision === null));
  }
  return places;
}
