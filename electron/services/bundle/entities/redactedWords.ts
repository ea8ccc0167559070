/** Entities that are stated with words which a copy in this bundle has redacted: a name may be known from elsewhere, or betray it. */
import type { ReadableDb } from '../../../db/handles.ts';
import type { GatheredBundle } from '../gatherBundle.ts';
import { keptStatements } from './keptStatements.ts';

const AT_ONCE = 300;

/** How many, by the number of the copy. Nothing is read where nothing is redacted by words. */
export function entitiesSaying(
  db: ReadableDb,
  { input, exhibits, entities, withholding, standIns }: GatheredBundle,
): Map<string, number> {
  const found = new Map<string, number>();
  if (!standIns.hasWords) return found;
  const keeping = {
    caseId: input.case.id,
    exhibitIds: new Set<string>(exhibits.map(exhibit => exhibit.id)),
    isWithheld: (id: string) => withholding.reasonOf(id as never) !== null,
  };
  for (let from = 0; from < entities.length; from += AT_ONCE) {
    const ids = entities.slice(from, from + AT_ONCE).map(({ id }) => id);
    for (const statements of keptStatements(db, ids, keeping).values()) {
      const said = statements
        .map(({ value, original, note }) => `${value}\n${original ?? ''}\n${note ?? ''}`)
        .join('\n');
      for (const copy of standIns.spelledIn(said)) found.set(copy, (found.get(copy) ?? 0) + 1);
    }
  }
  return found;
}
