import type { OperationName } from '../../../shared/contract/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CommandContext } from '../context.ts';
import type { Handlers } from '../handlers.ts';
import { compareEntities } from './compareEntities.ts';
import {
  addToCase,
  changeSchema,
  createEntity,
  relateEntities,
  removeFromCase,
  requireCanonical,
  restoreEntity,
  withdrawEntity,
} from './entityService.ts';
import { chipsOf } from './entitySql.ts';
import { entityFromSelection } from './fromSelection.ts';
import { judgeNotSame, mergeEntities, undoJudgement } from './identityService.ts';
import { insertStrength } from './judgementSql.ts';
import { entityFacets, listEntities } from './listEntities.ts';
import { occurrencesOf } from './occurrences.ts';
import { entitiesOfExhibit, entitiesOfPassage } from './restingOn.ts';
import {
  changeStatementCitation,
  citeStatement,
  restoreStatementCitation,
  withdrawStatementCitation,
} from './statementCitationService.ts';
import { citationsOfEntities } from './statementCitationSql.ts';
import {
  changeStatement,
  chooseStatement,
  correctStatement,
  recordStatement,
  restoreStatement,
  withdrawStatement,
} from './statementService.ts';
import { candidatesFor, suggestEntities } from './suggestEntities.ts';
import { viewEntity } from './viewEntity.ts';

export { type Extent, extentsOf } from './entityLinks.ts';
export { addToCase, createEntity, relateEntities, requireCanonical, requireEntity } from './entityService.ts';
export { chipsOf, findEntityNamed } from './entitySql.ts';
export {
  type ImportInto,
  type IncomingEntity,
  type IncomingStatement,
  resolveNames,
  takeInEntities,
  type TakenIn,
} from './importEntities.ts';
export { IN_CASE, rowsOf } from './listEntities.ts';
export { strengthJudgements } from './judgementSql.ts';
export { refreshEntities } from './refreshEntities.ts';
export { citeStatement, withdrawStatementCitation } from './statementCitationService.ts';
export { citationsOfEntities, type CitationOfEntity } from './statementCitationSql.ts';
export { recordStatement, requireStatement } from './statementService.ts';
export { evidenceOf, type StrengthOfEntity, strengthsOf, strengthsOfStatements } from './strengths.ts';

/** A person's judgement on how sure a tie is; it needs a reason, and shows with it. */
function judgeStrength(
  ctx: CommandContext,
  { entityId, strength, reason }: Parameters<Handlers<'entity.judgeStrength'>['entity.judgeStrength']>[1],
): Record<string, never> {
  const { id } = requireCanonical(ctx.db, entityId);
  if (strength !== null && reason === '')
    throw new ProbatumError('reason-needed', { what: 'A judgement on how sure this is' });
  insertStrength(ctx.db, { entityId: id, strength, reason, at: ctx.now(), by: ctx.actor });
  ctx.custody.record({
    action: 'strength-judged',
    subject: id,
    details: { strength: strength ?? 'as computed', reason },
  });
  return {};
}

export { settleEntities } from './identityService.ts';

export const entityHandlers = {
  'entity.list': listEntities,
  'entity.facets': entityFacets,
  'entity.get': viewEntity,
  'entity.chips': ({ db }, { entityIds }) => {
    const chips = chipsOf(db, entityIds);
    return entityIds.flatMap(id => chips.get(id) ?? []);
  },
  'entity.create': createEntity,
  'entity.changeSchema': changeSchema,
  'entity.withdraw': withdrawEntity,
  'entity.restore': restoreEntity,
  'entity.addToCase': addToCase,
  'entity.removeFromCase': removeFromCase,
  'entity.record': recordStatement,
  'entity.changeStatement': changeStatement,
  'entity.correctStatement': correctStatement,
  'entity.withdrawStatement': withdrawStatement,
  'entity.restoreStatement': restoreStatement,
  'entity.choose': chooseStatement,
  'entity.cite': citeStatement,
  'entity.changeCitation': changeStatementCitation,
  'entity.withdrawCitation': withdrawStatementCitation,
  'entity.restoreCitation': restoreStatementCitation,
  'entity.citations': ({ db }, { entityIds }) =>
    citationsOfEntities(db, [...new Set([...chipsOf(db, entityIds).values()].map(chip => chip.id))]),
  'entity.ofPassage': entitiesOfPassage,
  'entity.ofExhibit': entitiesOfExhibit,
  'entity.fromSelection': entityFromSelection,
  'entity.suggest': suggestEntities,
  'entity.relate': relateEntities,
  'entity.judgeStrength': judgeStrength,
  'entity.merge': mergeEntities,
  'entity.notSame': judgeNotSame,
  'entity.undoJudgement': undoJudgement,
  'entity.compare': ({ db }, { leftId, rightId }) =>
    compareEntities(db, requireCanonical(db, leftId).id, requireCanonical(db, rightId).id),
  'entity.candidates': candidatesFor,
  'entity.occurrences': occurrencesOf,
} satisfies Handlers<Extract<OperationName, `entity.${string}`>>;
