/** Citing passages for statements: the words are frozen, as for claims. */
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { canCite } from '../../../shared/domain/citation.ts';
import type { StatementCitation } from '../../../shared/domain/entity/statement.ts';
import { passageWords } from '../../../shared/domain/passage.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { CommandContext } from '../context.ts';
import { sha256Hex } from '../custody/index.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { requirePassage } from '../passage/index.ts';
import { refreshEntities } from './refreshEntities.ts';
import {
  findStatementCitation,
  insertStatementCitation,
  setStatementCitationWithdrawn,
  updateStatementCitation,
} from './statementCitationSql.ts';
import { canonicalOfStatement, requireStatement } from './statementService.ts';

function requireStatementCitation(db: ReadableDb, id: string): StatementCitation {
  const citation = findStatementCitation(db, id);
  if (!citation) throw new ProbatumError('not-found', { what: 'citation', id });
  return citation;
}

export function citeStatement(ctx: CommandContext, input: ParsedInputOf<'entity.cite'>): StatementCitation {
  const { statementId, passageId, bearing, credibility } = input;
  const statement = requireStatement(ctx.db, statementId);
  const passage = requirePassage(ctx.db, passageId);
  if (!canCite(passage)) throw new ProbatumError('passage-not-anchored', { passageId });
  const citation: StatementCitation = {
    id: ctx.newId('cit'),
    statementId,
    passageId,
    bearing,
    credibility,
    quote: passageWords(passage),
    pageIndex: passage.pageIndex,
    pageLabel: passage.pageLabel,
    citedAt: ctx.now(),
    citedBy: ctx.actor,
    withdrawnAt: null,
  };
  insertStatementCitation(ctx.db, citation);
  record(ctx, 'statement-cited', citation, { bearing, quote: sha256Hex(citation.quote) });
  refreshEntities(ctx.db, [canonicalOfStatement(ctx.db, statement)]);
  return citation;
}

export function changeStatementCitation(
  ctx: CommandContext,
  { citationId, bearing, credibility }: ParsedInputOf<'entity.changeCitation'>,
): StatementCitation {
  const before = requireStatementCitation(ctx.db, citationId);
  const after = { ...before, bearing: bearing ?? before.bearing, credibility: credibility ?? before.credibility };
  updateStatementCitation(ctx.db, after);
  record(ctx, 'statement-citation-changed', after, {
    bearing: after.bearing,
    credibility: String(after.credibility),
  });
  refresh(ctx, after);
  return after;
}

export function withdrawStatementCitation(
  ctx: CommandContext,
  { citationId }: ParsedInputOf<'entity.withdrawCitation'>,
): Record<string, never> {
  const citation = requireStatementCitation(ctx.db, citationId);
  setStatementCitationWithdrawn(ctx.db, citationId, ctx.now());
  record(ctx, 'statement-citation-withdrawn', citation);
  refresh(ctx, citation);
  return {};
}

export function restoreStatementCitation(
  ctx: CommandContext,
  { citationId }: ParsedInputOf<'entity.restoreCitation'>,
): Record<string, never> {
  const citation = requireStatementCitation(ctx.db, citationId);
  setStatementCitationWithdrawn(ctx.db, citationId, null);
  record(ctx, 'statement-citation-restored', citation);
  refresh(ctx, citation);
  return {};
}

function refresh(ctx: CommandContext, { statementId }: StatementCitation): void {
  refreshEntities(ctx.db, [canonicalOfStatement(ctx.db, requireStatement(ctx.db, statementId))]);
}

function record(
  ctx: CommandContext,
  action:
    | 'statement-cited'
    | 'statement-citation-changed'
    | 'statement-citation-withdrawn'
    | 'statement-citation-restored',
  { id, statementId, passageId }: StatementCitation,
  details: Record<string, string> = {},
): void {
  const { exhibitId } = requirePassage(ctx.db, passageId);
  const { caseId } = requireExhibit(ctx.db, exhibitId);
  ctx.custody.record({ action, caseId, exhibitId, subject: id, details: { statement: statementId, ...details } });
}
