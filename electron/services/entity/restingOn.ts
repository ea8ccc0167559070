/** Which entities rest on a passage, and which are cited to an exhibit. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { CitationId, EntityId, PassageId, StatementId } from '../../../shared/kernel/ids.ts';
import type { QueryContext } from '../context.ts';
import { chipsOf } from './entitySql.ts';
import { statementsOnPassage } from './statementCitationSql.ts';

export function entitiesOfPassage(
  { db }: QueryContext,
  { passageId }: ParsedInputOf<'entity.ofPassage'>,
): OutputOf<'entity.ofPassage'> {
  const rows = statementsOnPassage(db, passageId);
  const chips = chipsOf(
    db,
    rows.map(row => row.entityId),
  );
  return rows.flatMap(row => {
    const entity = chips.get(row.entityId);
    return entity
      ? [
          {
            entity,
            statementId: StatementId.parse(row.statementId),
            property: row.property,
            citationId: CitationId.parse(row.citationId),
          },
        ]
      : [];
  });
}

export function entitiesOfExhibit(
  { db }: QueryContext,
  { exhibitId }: ParsedInputOf<'entity.ofExhibit'>,
): OutputOf<'entity.ofExhibit'> {
  const rows = db
    .prepare(`SELECT DISTINCT entity.canonical_id AS entityId, passage.id AS passageId FROM passage
      JOIN statement_citation sc ON sc.passage_id = passage.id AND sc.withdrawn_at IS NULL
      JOIN statement ON statement.id = sc.statement_id AND statement.withdrawn_at IS NULL JOIN entity ON entity.id = statement.entity_id
      WHERE passage.exhibit_id = $exhibitId AND passage.withdrawn_at IS NULL ORDER BY passage.page_index, passage.id`)
    .all({ exhibitId });
  const passages = new Map<EntityId, PassageId[]>();
  for (const row of rows) {
    const id = EntityId.parse(row['entityId']);
    passages.set(id, [...(passages.get(id) ?? []), PassageId.parse(row['passageId'])]);
  }
  const chips = chipsOf(db, [...passages.keys()]);
  return [...passages].flatMap(([id, passageIds]) => {
    const entity = chips.get(id);
    return entity ? [{ entity, passageIds }] : [];
  });
}
