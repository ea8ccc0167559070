import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { type Citation, draftCitation } from '../../../shared/domain/citation.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireOfCase } from '../case/index.ts';
import type { CommandContext } from '../context.ts';
import { sha256Hex } from '../custody/index.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { requireClaim, requireFinding } from '../finding/index.ts';
import { requirePassage } from '../passage/index.ts';
import { findCitation, insertCitation, setCitationWithdrawn, updateCitationRecord } from './citationSql.ts';

function requireCitation(db: ReadableDb, id: string): Citation {
  const citation = findCitation(db, id);
  if (!citation) throw new ProbatumError('not-found', { what: 'citation', id });
  return citation;
}

export function citePassage(
  ctx: CommandContext,
  { claimId, passageId, bearing, credibility }: ParsedInputOf<'citation.cite'>,
): Citation {
  const { caseId } = requireFinding(ctx.db, requireClaim(ctx.db, claimId).findingId);
  const passage = requirePassage(ctx.db, passageId);
  requireOfCase('passage', requireExhibit(ctx.db, passage.exhibitId).caseId, caseId);
  const citation = draftCitation({
    id: ctx.newId('cit'),
    claimId,
    passage,
    bearing,
    credibility,
    citedAt: ctx.now(),
    citedBy: ctx.actor,
  });
  insertCitation(ctx.db, citation);
  record(ctx, 'passage-cited', citation, { bearing, quote: sha256Hex(citation.quote) });
  return citation;
}

export function changeCitation(
  ctx: CommandContext,
  { citationId, bearing, credibility, rebuttal }: ParsedInputOf<'citation.update'>,
): Citation {
  const before = requireCitation(ctx.db, citationId);
  const after = {
    ...before,
    bearing: bearing ?? before.bearing,
    credibility: credibility ?? before.credibility,
    rebuttal: rebuttal ?? before.rebuttal,
  };
  updateCitationRecord(ctx.db, after);
  record(ctx, 'citation-changed', after, { bearing: after.bearing, credibility: String(after.credibility) });
  return after;
}

export function withdrawCitation(
  ctx: CommandContext,
  { citationId }: ParsedInputOf<'citation.withdraw'>,
): Record<string, never> {
  setCitationWithdrawn(ctx.db, citationId, ctx.now());
  record(ctx, 'citation-withdrawn', requireCitation(ctx.db, citationId));
  return {};
}

export function restoreCitation(
  ctx: CommandContext,
  { citationId }: ParsedInputOf<'citation.restore'>,
): Record<string, never> {
  const citation = requireCitation(ctx.db, citationId);
  setCitationWithdrawn(ctx.db, citationId, null);
  record(ctx, 'citation-restored', citation);
  return {};
}

function record(
  ctx: CommandContext,
  action: 'passage-cited' | 'citation-changed' | 'citation-withdrawn' | 'citation-restored',
  citation: Citation,
  details: Record<string, string> = {},
): void {
  const { exhibitId } = requirePassage(ctx.db, citation.passageId);
  const { caseId } = requireFinding(ctx.db, requireClaim(ctx.db, citation.claimId).findingId);
  ctx.custody.record({ action, caseId, exhibitId, subject: citation.id, details });
}
