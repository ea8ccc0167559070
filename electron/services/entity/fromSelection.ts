/** The reader's gesture: a name is selected, and an entity has it, cited to the very words. One step, so that it is taken back as one. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { typeOfProperty, valueKey } from '../../../shared/domain/entity/valueKey.ts';
import { StatementDraft } from '../../../shared/domain/entity/statement.ts';
import { passageWords } from '../../../shared/domain/passage.ts';
import { requireOfCase } from '../case/index.ts';
import type { CommandContext } from '../context.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { markOnce } from '../passage/index.ts';
import { addToCase, createEntity, requireEntity } from './entityService.ts';
import { citeStatement } from './statementCitationService.ts';
import { recordStatement } from './statementService.ts';
import { statementsOf } from './statementSql.ts';

export function entityFromSelection(
  ctx: CommandContext,
  { caseId, exhibitId, selection, entity, property, value: given, credibility }: ParsedInputOf<'entity.fromSelection'>,
): OutputOf<'entity.fromSelection'> {
  requireOfCase('exhibit', requireExhibit(ctx.db, exhibitId).caseId, caseId);
  const { passage, isNew: isNewPassage } = markOnce(ctx, { exhibitId, selection, note: '', tags: [] });
  const words = passageWords(passage).replace(/\s+/gu, ' ').trim();
  const value = given === '' ? words : given;
  const isNewEntity = !('entityId' in entity);
  const entityId = isNewEntity
    ? createEntity(ctx, { caseId, schema: entity.schema, statements: [], cite: null }).entityId
    : requireEntity(ctx.db, entity.entityId).id;
  const { canonicalId, schema } = requireEntity(ctx.db, entityId);
  const known = isNewEntity ? null : findStated(ctx, canonicalId, schema, property, value);
  if (known) addToCase(ctx, { entityId, caseId });
  const statementId =
    known ??
    recordStatement(ctx, {
      caseId,
      entityId,
      statement: StatementDraft.parse({ property, value, original: words === value ? '' : words, credibility }),
    }).statementId;
  const citation = citeStatement(ctx, { statementId, passageId: passage.id, bearing: 'supports', credibility });
  return {
    entityId: canonicalId,
    statementId,
    citationId: citation.id,
    passageId: passage.id,
    isNewPassage,
    isNewEntity,
    isNewStatement: known === null,
  };
}

/** A standing statement that says the same: it gets one more citation rather than a double. */
function findStated(
  ctx: CommandContext,
  canonicalId: Parameters<typeof statementsOf>[1],
  schema: string,
  property: string,
  value: string,
) {
  const key = valueKey(typeOfProperty(schema, property), value);
  const same = statementsOf(ctx.db, canonicalId).find(
    one =>
      one.withdrawnAt === null &&
      one.property === property &&
      (one.value === value || (key !== '' && valueKey(typeOfProperty(schema, property), one.value) === key)),
  );
  return same?.id ?? null;
}
