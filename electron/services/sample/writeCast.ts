/** The cast of the sample case: entities, ties and events, each value cited to its passages, as a person would have made them. */
import { StatementDraft } from '../../../shared/domain/entity/statement.ts';
import { keyOf } from '../../../shared/domain/entity/valueKey.ts';
import type { Story } from '../../../shared/domain/sampleStory.ts';
import { Credibility } from '../../../shared/domain/source.ts';
import type { CaseId, EntityId, PassageId } from '../../../shared/kernel/ids.ts';
import type { CommandContext } from '../context.ts';
import { citeStatement, createEntity, recordStatement } from '../entity/index.ts';

export interface Cast {
  byKey: ReadonlyMap<string, EntityId>;
  /** Who goes by a name, as the findings print it; null for one who is not of the cast. */
  named(name: string): EntityId | null;
}

export function writeCast(
  ctx: CommandContext,
  caseId: CaseId,
  story: Pick<Story, 'cast'>,
  passages: ReadonlyMap<string, PassageId>,
): Cast {
  const byKey = new Map<string, EntityId>();
  const byName = new Map<string, EntityId>();
  for (const { key, schema, statements } of story.cast) {
    const { entityId } = createEntity(ctx, { caseId, schema, statements: [], cite: null });
    byKey.set(key, entityId);
    for (const { passageKeys, entity, value, credibility = 6, ...rest } of statements) {
      const targetId = entity === undefined ? null : (byKey.get(entity) ?? null);
      const stated = targetId ?? value;
      if (stated === undefined) throw new Error(`the cast of the sample case names ${entity} before it is there`);
      const graded = Credibility.parse(credibility);
      const { statementId } = recordStatement(ctx, {
        caseId,
        entityId,
        statement: StatementDraft.parse({ ...rest, value: stated, targetId, credibility: graded }),
      });
      for (const passageKey of passageKeys) {
        const passageId = passages.get(passageKey);
        if (passageId) citeStatement(ctx, { statementId, passageId, bearing: 'supports', credibility: graded });
      }
      if (rest.property === 'name' && value) byName.set(keyOf('name', value), entityId);
    }
  }
  return { byKey, named: name => byName.get(keyOf('name', name)) ?? null };
}
