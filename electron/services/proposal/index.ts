/** Proposals are found in the text whenever they are asked for; only what a person decided of them is kept. */
import type { OperationName, OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { describeQuote } from '../../../shared/domain/anchoring/index.ts';
import { entityOf, findProposals, type FoundProposal, type Proposal } from '../../../shared/domain/proposal/index.ts';
import { indexTokens } from '../../../shared/domain/text/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { PassageId } from '../../../shared/kernel/ids.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { chipsOf } from '../entity/index.ts';
import { pagesOf, requireExhibit } from '../exhibit/index.ts';
import type { Handlers } from '../handlers.ts';
import { findPassage, markPassage, withdrawPassage } from '../passage/index.ts';
import { citedWordsOf, type Decided, decisionsOfExhibit, dropDecision, putDecision } from './proposalSql.ts';

const keyOf = ({ sort, value }: Pick<Decided, 'sort' | 'value'>) => `${sort}\n${value}`;

export function listForExhibit(
  { db }: QueryContext,
  { exhibitId, from, count }: ParsedInputOf<'proposal.listForExhibit'>,
): OutputOf<'proposal.listForExhibit'> {
  const { renditionId } = requireExhibit(db, exhibitId);
  if (renditionId === null) return [];
  const decided = new Map(decisionsOfExhibit(db, exhibitId).map(one => [keyOf(one), one]));
  const recorded = recordedIn(db, exhibitId);
  return pagesOf(db, renditionId, from, count).flatMap(({ index: pageIndex, text }) =>
    findProposals(text).map((found): Proposal => {
      const { decision = null, passageId = null } = decided.get(keyOf(found)) ?? {};
      const quote = describeQuote(text, found.start, found.end);
      const place = { exhibitId, pageIndex, quote, share: found.start / Math.max(1, text.length) };
      const of = entityOf(found) === null ? null : recorded(found);
      return of
        ? { ...found, ...place, decision: 'accepted', ...of }
        : { ...found, ...place, decision, passageId, entity: null };
    }),
  );
}

/** Names and numbers that entities are cited to in an exhibit: whoever recorded them accepted them, by whichever way. */
function recordedIn(
  db: QueryContext['db'],
  exhibitId: Proposal['exhibitId'],
): (found: FoundProposal) => Pick<Proposal, 'entity' | 'passageId'> | null {
  const cited = citedWordsOf(db, exhibitId);
  const chips = chipsOf(
    db,
    cited.map(one => one.entityId),
  );
  const byWords = new Map(
    cited.flatMap(({ entityId, passageId, words }) => {
      const entity = chips.get(entityId);
      return entity ? words.map(one => [wordsKey(one), { entity, passageId }] as const) : [];
    }),
  );
  return ({ words, value }) => byWords.get(wordsKey(words)) ?? byWords.get(wordsKey(value)) ?? null;
}

const wordsKey = (words: string) => indexTokens(words).join(' ');

export function decide(ctx: CommandContext, input: ParsedInputOf<'proposal.decide'>): Record<string, never> {
  const { exhibitId, decision } = input;
  const exhibit = requireExhibit(ctx.db, exhibitId);
  const { found, text } = requireProposal(ctx, input);
  const before = decisionsOfExhibit(ctx.db, exhibitId).find(one => keyOf(one) === keyOf(found));
  if (before?.passageId) withdrawUncited(ctx, before.passageId);
  if (decision === null) dropDecision(ctx.db, exhibitId, found);
  else {
    const passageId = decision === 'accepted' ? markFound(ctx, input, found, text) : null;
    const { sort, value } = found;
    putDecision(ctx.db, exhibitId, { sort, value, decision, passageId, at: ctx.now(), by: ctx.actor });
  }
  ctx.custody.record({
    action: 'proposal-decided',
    caseId: exhibit.caseId,
    exhibitId,
    subject: `${found.sort}: ${found.value}`,
    details: { decision: decision ?? 'taken back' },
  });
  return {};
}

/** The proposal at that place, found anew: what the window says of it is not believed. */
function requireProposal(
  { db }: CommandContext,
  { exhibitId, pageIndex, start }: ParsedInputOf<'proposal.decide'>,
): { found: FoundProposal; text: string } {
  const { renditionId } = requireExhibit(db, exhibitId);
  const page = renditionId === null ? undefined : pagesOf(db, renditionId, pageIndex, 1)[0];
  const found = page?.index === pageIndex ? findProposals(page.text).find(one => one.start === start) : undefined;
  if (!page || !found) throw new ProbatumError('not-found', { what: 'proposal', id: `${pageIndex + 1}:${start}` });
  return { found, text: page.text };
}

function markFound(
  ctx: CommandContext,
  { exhibitId, pageIndex }: ParsedInputOf<'proposal.decide'>,
  { start, end, sort, value, note }: FoundProposal,
  text: string,
): PassageId {
  return markPassage(ctx, {
    exhibitId,
    selection: {
      kind: 'words',
      pageIndex,
      quote: describeQuote(text, start, end),
      rects: [],
      share: start / Math.max(1, text.length),
    },
    note,
    tags: [`${sort}: ${value}`.slice(0, 80)],
  }).id;
}

/** A passage on which a citation rests stays, whatever is decided of the proposal it came from. */
function withdrawUncited(ctx: CommandContext, passageId: PassageId): void {
  const passage = findPassage(ctx.db, passageId);
  if (passage && passage.withdrawnAt === null && passage.citationCount === 0) withdrawPassage(ctx, { passageId });
}

export const proposalHandlers = {
  'proposal.listForExhibit': listForExhibit,
  'proposal.decide': decide,
} satisfies Handlers<Extract<OperationName, `proposal.${string}`>>;
