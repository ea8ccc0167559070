import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { type Claim, type Finding, findingName } from '../../../shared/domain/finding.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { nextFindingNumber, requireCase } from '../case/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { addToCase } from '../entity/index.ts';
import { requireCitableProvision } from '../provision/index.ts';
import {
  claimsOf,
  findClaim,
  findFinding,
  findingsOfCase,
  insertClaim,
  insertFinding,
  setClaimPosition,
  setClaimWithdrawn,
  updateClaimRecord,
  updateFindingRecord,
} from './findingSql.ts';
import { viewFinding } from './findingView.ts';
import { requireNarrative } from './requireNarrative.ts';

export function requireFinding(db: ReadableDb, id: string): Finding {
  const finding = findFinding(db, id);
  if (!finding) throw new ProbatumError('not-found', { what: 'finding', id });
  return finding;
}

export function requireClaim(db: ReadableDb, id: string): Claim {
  const claim = findClaim(db, id);
  if (!claim) throw new ProbatumError('not-found', { what: 'claim', id });
  return claim;
}

export function listFindings(ctx: QueryContext, { caseId }: ParsedInputOf<'finding.list'>): OutputOf<'finding.list'> {
  return findingsOfCase(ctx.db, caseId).map(finding => {
    const { id, number, title, stage, changedAt, claims, status, reasons } = viewFinding(ctx.db, finding);
    return {
      id,
      caseId,
      number,
      title,
      stage,
      changedAt,
      status,
      claimCount: claims.length,
      citationCount: claims.reduce((sum, claim) => sum + claim.citations.length, 0),
      missing: reasons.filter(reason => reason.kind === 'missing').map(reason => reason.sentence),
      claims: claims.map(claim => ({ id: claim.id, text: claim.text, status: claim.status })),
    };
  });
}

/** The status that each of these claims has now. */
export function claimStatuses(ctx: QueryContext, claimIds: readonly string[]): Map<string, string> {
  const statuses = new Map<string, string>();
  for (const id of new Set(claimIds)) {
    if (statuses.has(id)) continue;
    const view = viewFinding(ctx.db, requireFinding(ctx.db, requireClaim(ctx.db, id).findingId));
    for (const claim of view.claims) statuses.set(claim.id, claim.status);
  }
  return statuses;
}

export function getFinding(ctx: QueryContext, { findingId }: ParsedInputOf<'finding.get'>): OutputOf<'finding.get'> {
  return viewFinding(ctx.db, requireFinding(ctx.db, findingId));
}

export function createFinding(ctx: CommandContext, { caseId, title }: ParsedInputOf<'finding.create'>): Finding {
  requireCase(ctx.db, caseId);
  const at = ctx.now();
  const finding: Finding = {
    id: ctx.newId('fnd'),
    caseId,
    number: nextFindingNumber(ctx.db, caseId),
    title,
    stage: 'draft',
    narrative: [],
    alternatives: '',
    participants: [],
    createdAt: at,
    changedAt: at,
  };
  insertFinding(ctx.db, finding);
  ctx.custody.record({
    action: 'finding-created',
    caseId,
    subject: finding.id,
    details: { finding: findingName(finding) },
  });
  return finding;
}

export function changeFinding(
  ctx: CommandContext,
  { findingId, participants, ...change }: ParsedInputOf<'finding.update'>,
): Finding {
  const before = requireFinding(ctx.db, findingId);
  if (change.narrative) requireNarrative(ctx.db, change.narrative, before.caseId);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: Finding = {
    ...before,
    ...given,
    participants:
      participants?.map(participant => ({ ...participant, id: participant.id ?? ctx.newId('par') })) ??
      before.participants,
    changedAt: ctx.now(),
  };
  updateFindingRecord(ctx.db, after);
  const fields = [...Object.keys(given), ...(participants ? ['participants'] : [])];
  ctx.custody.record({
    action: 'finding-changed',
    caseId: after.caseId,
    subject: findingId,
    details: {
      finding: findingName(after),
      fields: fields.join(', '),
      ...(change.stage ? { stage: change.stage } : {}),
    },
  });
  return after;
}

export function addClaim(
  ctx: CommandContext,
  { findingId, text, provisionIds }: ParsedInputOf<'finding.addClaim'>,
): OutputOf<'finding.addClaim'> {
  const finding = requireFinding(ctx.db, findingId);
  provisionIds.forEach(requireCitableProvision);
  const claim: Claim = {
    id: ctx.newId('clm'),
    findingId,
    text,
    provisionIds,
    judgement: null,
    occurredOn: null,
    entityIds: [],
    withdrawnAt: null,
  };
  insertClaim(ctx.db, claim);
  recordClaim(ctx, 'claim-added', claim, finding);
  return { claimId: claim.id };
}

export function changeClaim(
  ctx: CommandContext,
  { claimId, text, provisionIds, occurredOn, entityIds }: ParsedInputOf<'finding.updateClaim'>,
): Record<string, never> {
  const before = requireClaim(ctx.db, claimId);
  provisionIds?.forEach(requireCitableProvision);
  if (entityIds) bringIntoCase(ctx, before, entityIds);
  updateClaimRecord(ctx.db, {
    ...before,
    text: text ?? before.text,
    provisionIds: provisionIds ?? before.provisionIds,
    occurredOn: occurredOn === undefined ? before.occurredOn : occurredOn,
    entityIds: entityIds ?? before.entityIds,
  });
  recordClaim(ctx, 'claim-changed', before);
  return {};
}

/** Whom a claim of the case tells of belongs to the case's cast. */
function bringIntoCase(ctx: CommandContext, claim: Claim, entityIds: readonly EntityId[]): void {
  const { caseId } = requireFinding(ctx.db, claim.findingId);
  for (const entityId of entityIds) if (!claim.entityIds.includes(entityId)) addToCase(ctx, { entityId, caseId });
}

export function orderClaims(
  ctx: CommandContext,
  { findingId, claimIds }: ParsedInputOf<'finding.orderClaims'>,
): Record<string, never> {
  const standing = claimsOf(ctx.db, findingId).map(claim => claim.id);
  const ordered = [...claimIds.filter(id => standing.includes(id)), ...standing.filter(id => !claimIds.includes(id))];
  for (const [at, id] of ordered.entries()) setClaimPosition(ctx.db, id, at + 1);
  return {};
}

export function withdrawClaim(
  ctx: CommandContext,
  { claimId }: ParsedInputOf<'finding.withdrawClaim'>,
): Record<string, never> {
  setClaimWithdrawn(ctx.db, claimId, ctx.now());
  recordClaim(ctx, 'claim-withdrawn', requireClaim(ctx.db, claimId));
  return {};
}

export function restoreClaim(
  ctx: CommandContext,
  { claimId }: ParsedInputOf<'finding.restoreClaim'>,
): Record<string, never> {
  setClaimWithdrawn(ctx.db, claimId, null);
  recordClaim(ctx, 'claim-restored', requireClaim(ctx.db, claimId));
  return {};
}

/** A person may say less than the evidence does, or more: with a reason, on record, and printed. */
export function judgeClaim(
  ctx: CommandContext,
  { claimId, status, reason }: ParsedInputOf<'finding.judgeClaim'>,
): Record<string, never> {
  const before = requireClaim(ctx.db, claimId);
  if (status !== null && reason.trim() === '') throw new ProbatumError('reason-needed', { what: 'Changing a status' });
  const judgement = status === null ? null : { status, reason: reason.trim(), by: ctx.actor, at: ctx.now() };
  updateClaimRecord(ctx.db, { ...before, judgement });
  recordClaim(ctx, 'status-judged', before, undefined, { status: status ?? 'as computed' });
  return {};
}

function recordClaim(
  ctx: CommandContext,
  action: 'claim-added' | 'claim-changed' | 'claim-withdrawn' | 'claim-restored' | 'status-judged',
  claim: Claim,
  known?: Finding,
  details: Record<string, string> = {},
): void {
  const finding = known ?? requireFinding(ctx.db, claim.findingId);
  ctx.custody.record({
    action,
    caseId: finding.caseId,
    subject: claim.id,
    details: { finding: findingName(finding), ...details },
  });
}
