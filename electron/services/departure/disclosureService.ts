/**
 * The identity of a confidential source leaves only when asked for twice: once, and then again with a reason of its own, for
 * one recipient. What was confirmed serves one departure; the next must be asked for anew. Custody events name the source by
 * its id, so that the log does not tell either.
 */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { CustodyAction } from '../../../shared/domain/custody.ts';
import type { SourceDisclosure } from '../../../shared/domain/departure/index.ts';
import { printedSourceName } from '../../../shared/domain/source.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CaseId, SourceId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase } from '../case/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { requireSource } from '../source/index.ts';
import { type DisclosureOf, disclosuresOfCase, insertDisclosure, standingDisclosure } from './disclosureSql.ts';

export function askDisclosure(ctx: CommandContext, input: ParsedInputOf<'departure.askDisclosure'>): SourceDisclosure {
  requireConfidential(ctx.db, input.sourceId);
  requireCase(ctx.db, input.caseId);
  return record(ctx, input, 'asked', 'source-disclosure-asked');
}

/** @throws disclosure-not-asked, reason-needed */
export function confirmDisclosure(
  ctx: CommandContext,
  input: ParsedInputOf<'departure.confirmDisclosure'>,
): SourceDisclosure {
  const source = requireConfidential(ctx.db, input.sourceId);
  const standing = standingDisclosure(ctx.db, input);
  if (standing?.step !== 'asked')
    throw new ProbatumError('disclosure-not-asked', {
      source: printedSourceName(source),
      recipient: input.recipient,
      missing: 'it was not asked for a first time',
    });
  if (standing.reason.toLowerCase() === input.reason.toLowerCase())
    throw new ProbatumError('reason-needed', { what: 'The second confirmation' });
  return record(ctx, input, 'confirmed', 'source-disclosure-confirmed');
}

export function takeBackDisclosure(
  ctx: CommandContext,
  input: ParsedInputOf<'departure.takeBackDisclosure'>,
): SourceDisclosure {
  const source = requireConfidential(ctx.db, input.sourceId);
  const step = standingDisclosure(ctx.db, input)?.step;
  if (step !== 'asked' && step !== 'confirmed')
    throw new ProbatumError('disclosure-not-asked', {
      source: printedSourceName(source),
      recipient: input.recipient,
      missing: 'nothing was asked for',
    });
  return record(ctx, input, 'taken-back', 'source-disclosure-taken-back');
}

export function listDisclosures(
  ctx: QueryContext,
  { caseId }: ParsedInputOf<'departure.disclosures'>,
): OutputOf<'departure.disclosures'> {
  requireCase(ctx.db, caseId);
  return disclosuresOfCase(ctx.db, caseId);
}

/** @throws disclosure-not-asked where one of them may not go by its name to this recipient */
export function requireDisclosed(
  db: ReadableDb,
  { caseId, sourceIds, recipient }: { caseId: CaseId; sourceIds: readonly SourceId[]; recipient: string },
): void {
  for (const sourceId of sourceIds) {
    const step = standingDisclosure(db, { caseId, sourceId, recipient })?.step;
    if (step === 'confirmed') continue;
    throw new ProbatumError('disclosure-not-asked', {
      source: printedSourceName(requireSource(db, sourceId)),
      recipient: recipient || 'nobody named',
      missing: step === 'asked' ? 'the second confirmation is missing' : 'it was not asked for',
    });
  }
}

/** In the transaction of the departure: what was confirmed has served. */
export function spendDisclosures(
  ctx: CommandContext,
  given: { caseId: CaseId; sourceIds: readonly SourceId[]; recipient: string; departureId: string },
): void {
  requireDisclosed(ctx.db, given);
  const { caseId, recipient, departureId } = given;
  for (const sourceId of given.sourceIds)
    insertDisclosure(ctx.db, {
      caseId,
      sourceId,
      recipient,
      step: 'used',
      reason: departureId,
      at: ctx.now(),
      by: ctx.actor,
    });
}

function record(
  ctx: CommandContext,
  { caseId, sourceId, recipient, reason }: DisclosureOf & { reason: string },
  step: SourceDisclosure['step'],
  action: CustodyAction,
): SourceDisclosure {
  const disclosure = { caseId, sourceId, recipient, step, reason, at: ctx.now(), by: ctx.actor };
  insertDisclosure(ctx.db, disclosure);
  ctx.custody.record({ action, caseId, subject: sourceId, details: { recipient, reason } });
  return disclosure;
}

function requireConfidential(db: ReadableDb, sourceId: SourceId) {
  const source = requireSource(db, sourceId);
  if (!source.confidential)
    throw new ProbatumError('invalid-input', {
      operation: 'departure.askDisclosure',
      problem: 'this source is not confidential, and goes by its name already',
    });
  return source;
}
