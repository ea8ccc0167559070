import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { type CompartmentDecision, namesOf, type Staying, stayingWords } from '../../../shared/domain/compartment.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import {
  type Bound,
  decisionsOfCase,
  decisionsOfExhibit,
  findBound,
  insertDecision,
  standingDecision,
  stayingThroughExhibits,
} from './compartmentSql.ts';

export interface WaysOut {
  caseId: CaseId;
  /** Those that were asked for by name; a selection that merely holds marked ones leaves them out by `whatStays`. */
  exhibitIds?: readonly ExhibitId[];
}

/** Every way out of the vault asks this first. @throws never-leaves */
export function requireMayLeave(db: ReadableDb, { caseId, exhibitIds = [] }: WaysOut): void {
  const about = requireCase(db, caseId);
  const ofCase = markOfCase(db, caseId);
  if (ofCase) throw refusal(`The case ${about.reference}`, ofCase);
  if (exhibitIds.length === 0) return;
  const stays = whatStays(db);
  const asked = exhibitIds.flatMap(id => stays.reasonOf(id) ?? []);
  const [first] = asked;
  if (!first) return;
  const numbers = asked.map(({ exhibitId }) => exhibitNumber(requireBound(db, exhibitId).number));
  const what = namesOf(numbers);
  if (first.through === 'itself' && asked.length === 1) throw refusal(what, first);
  throw new ProbatumError('never-leaves', { what, why: stayingWords(first) });
}

function refusal(what: string, { reason, by, at }: Pick<CompartmentDecision, 'reason' | 'by' | 'at'>): ProbatumError {
  return new ProbatumError('never-leaves', {
    what,
    why: stayingWords({ through: 'itself', marked: what, reason, by, at }),
  });
}

export interface WhatStays {
  /** Why an exhibit never leaves; null where no mark binds it. */
  reasonOf(exhibitId: ExhibitId): Staying | null;
  /** No exhibit of the vault is bound. */
  readonly isEmpty: boolean;
}

/** One look at the vault, for a whole selection. */
export function whatStays(db: ReadableDb): WhatStays {
  const through = stayingThroughExhibits(db);
  const cases = new Map<CaseId, CompartmentDecision | null>();
  const ofCase = (caseId: CaseId) => {
    const seen = cases.get(caseId);
    if (seen !== undefined) return seen;
    const mark = markOfCase(db, caseId);
    cases.set(caseId, mark);
    return mark;
  };
  return {
    isEmpty: through.size === 0,
    reasonOf: exhibitId => {
      const own = through.get(exhibitId);
      if (own) return own;
      const exhibit = findBound(db, exhibitId);
      const mark = exhibit ? ofCase(exhibit.caseId) : null;
      if (!exhibit || !mark) return null;
      const { reason, at, by } = mark;
      return { exhibitId, through: 'case', marked: requireCase(db, exhibit.caseId).reference, reason, at, by };
    },
  };
}

function requireBound(db: ReadableDb, exhibitId: ExhibitId): Bound {
  const exhibit = findBound(db, exhibitId);
  if (!exhibit) throw new ProbatumError('not-found', { what: 'exhibit', id: exhibitId });
  return exhibit;
}

/** In words for the sender; null where nothing keeps the case here. */
export function whyCaseStays(db: ReadableDb, caseId: CaseId): string | null {
  const mark = markOfCase(db, caseId);
  if (!mark) return null;
  const { reason, at, by } = mark;
  return stayingWords({ through: 'itself', marked: '', reason, at, by });
}

function markOfCase(db: ReadableDb, caseId: CaseId): CompartmentDecision | null {
  const standing = standingDecision(db, { caseId, exhibitId: null });
  return standing?.verdict === 'never-leaves' ? standing : null;
}

export function markCompartment(ctx: CommandContext, input: ParsedInputOf<'compartment.mark'>): Record<string, never> {
  return decide(ctx, input, 'never-leaves');
}

/** Lifting what is not marked is a mistake of the moment, and would look like a decision later. @throws invalid-input */
export function liftCompartment(ctx: CommandContext, input: ParsedInputOf<'compartment.lift'>): Record<string, never> {
  if (standingDecision(ctx.db, input)?.verdict !== 'never-leaves')
    throw new ProbatumError('invalid-input', {
      operation: 'compartment.lift',
      problem: 'it does not bear the mark itself, so there is nothing to lift',
    });
  return decide(ctx, input, 'lifted');
}

function decide(
  ctx: CommandContext,
  { caseId, exhibitId, reason }: ParsedInputOf<'compartment.mark'>,
  verdict: CompartmentDecision['verdict'],
): Record<string, never> {
  const about = requireCase(ctx.db, caseId);
  const exhibit = exhibitId === null ? null : requireBound(ctx.db, exhibitId);
  if (exhibit) requireOfCase('exhibit', exhibit.caseId, caseId);
  insertDecision(ctx.db, { caseId, exhibitId, verdict, reason, at: ctx.now(), by: ctx.actor });
  ctx.custody.record({
    action: verdict === 'lifted' ? 'compartment-lifted' : 'compartment-marked',
    caseId,
    exhibitId,
    subject: exhibit ? exhibitNumber(exhibit.number) : about.reference,
    sha256: exhibit?.sha256 ?? null,
    details: { reason },
  });
  return {};
}

export function listCompartment(
  ctx: QueryContext,
  { caseId }: ParsedInputOf<'compartment.list'>,
): OutputOf<'compartment.list'> {
  requireCase(ctx.db, caseId);
  const bound = [...stayingThroughExhibits(ctx.db).values()].flatMap(staying => {
    const exhibit = findBound(ctx.db, staying.exhibitId);
    return exhibit?.caseId === caseId ? [{ ...staying, number: exhibit.number, title: exhibit.title }] : [];
  });
  return {
    case: markOfCase(ctx.db, caseId),
    exhibits: bound.sort((left, right) => left.number - right.number),
    history: decisionsOfCase(ctx.db, caseId),
  };
}

export function compartmentOfExhibit(
  ctx: QueryContext,
  { exhibitId }: ParsedInputOf<'compartment.ofExhibit'>,
): OutputOf<'compartment.ofExhibit'> {
  requireBound(ctx.db, exhibitId);
  return { staying: whatStays(ctx.db).reasonOf(exhibitId), history: decisionsOfExhibit(ctx.db, exhibitId) };
}
