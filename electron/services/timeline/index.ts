import type { OperationName, OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { QueryContext } from '../context.ts';
import { chipsOf } from '../entity/index.ts';
import type { Handlers } from '../handlers.ts';
import { claimItems } from './claimItems.ts';
import { entityItems } from './entityItems.ts';
import { exhibitItems } from './exhibitItems.ts';

export { dateProperties } from './dateProperties.ts';
export type { DatedStatement } from './datedSql.ts';
export { itemsOf } from './entityItems.ts';

function timelineOf(ctx: QueryContext, { caseId }: ParsedInputOf<'timeline.items'>): OutputOf<'timeline.items'> {
  const items = [...entityItems(ctx.db, caseId), ...claimItems(ctx, caseId), ...exhibitItems(ctx.db, caseId)];
  const named = items.flatMap(item => [...item.entityIds, ...(item.entityId === null ? [] : [item.entityId])]);
  const chips = chipsOf(ctx.db, named);
  return { items, entities: [...new Map([...chips.values()].map(chip => [chip.id, chip])).values()] };
}

export const timelineHandlers = {
  'timeline.items': timelineOf,
} satisfies Handlers<Extract<OperationName, `timeline.${string}`>>;
