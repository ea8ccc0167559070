/** Accepting, rejecting and taking back. The place is looked at anew: what the window says of it is not believed. */
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { describeQuote } from '../../../shared/domain/anchoring/index.ts';
import type { FoundMention } from '../../../shared/domain/mention/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { type EntityId, StatementId } from '../../../shared/kernel/ids.ts';
import type { CommandContext } from '../context.ts';
import { addToCase, chipsOf, citeStatement, requireCanonical, withdrawStatementCitation } from '../entity/index.ts';
import { pagesOf, requireExhibit } from '../exhibit/index.ts';
import { findPassage, markOnce, withdrawPassage } from '../passage/index.ts';
import { namesOf, wordsKeyOf } from './findMentions.ts';
import { citationStands, type Decision, decisionsOf, dropDecision, putDecision } from './mentionSql.ts';

/** A rejection is of the words, wherever they stand in the exhibit. */
const ALL_PLACES = { pageIndex: -1, start: -1 } as const;

export function decideMention(ctx: CommandContext, input: ParsedInputOf<'mention.decide'>): Record<string, never> {
  const { exhibitId, pageIndex, decision } = input;
  const { caseId } = requireExhibit(ctx.db, exhibitId);
  const { id: canonicalId } = requireCanonical(ctx.db, input.entityId);
  const { found, text } = requireMention(ctx, input, canonicalId);
  const place = { exhibitId, canonicalId, wordsKey: wordsKeyOf(found.words), pageIndex, start: found.start };
  takeBack(ctx, place);
  if (decision !== null) {
    const made = decision === 'accepted' ? cite(ctx, input, canonicalId, found, text) : NOTHING_MADE;
    putDecision(ctx.db, {
      ...place,
      ...(decision === 'rejected' ? ALL_PLACES : {}),
      ...made,
      entityId: canonicalId,
      decision,
      at: ctx.now(),
      by: ctx.actor,
    });
  }
  ctx.custody.record({
    action: 'mention-decided',
    caseId,
    exhibitId,
    subject: canonicalId,
    details: {
      entity: chipsOf(ctx.db, [canonicalId]).get(canonicalId)?.caption ?? '',
      words: found.words,
      decision: decision ?? 'taken back',
    },
  });
  return {};
}

const NOTHING_MADE = { citationId: null, passageId: null } as const;

function requireMention(
  { db }: CommandContext,
  { exhibitId, pageIndex, start }: ParsedInputOf<'mention.decide'>,
  canonicalId: EntityId,
): { found: FoundMention; text: string } {
  const { renditionId } = requireExhibit(db, exhibitId);
  const page = renditionId === null ? undefined : pagesOf(db, renditionId, pageIndex, 1)[0];
  const found =
    page?.index === pageIndex
      ? namesOf(db, canonicalId)
          .index.find(page.text)
          .find(one => one.start === start)
      : undefined;
  if (!page || !found) throw new ProbatumError('not-found', { what: 'mention', id: `${pageIndex + 1}:${start}` });
  return { found, text: page.text };
}

/** The words become a passage, and the value that they look like is cited to it. */
function cite(
  ctx: CommandContext,
  { exhibitId, pageIndex }: ParsedInputOf<'mention.decide'>,
  canonicalId: EntityId,
  { start, end, statementId }: FoundMention,
  text: string,
): Pick<Decision, 'citationId' | 'passageId'> {
  addToCase(ctx, { entityId: canonicalId, caseId: requireExhibit(ctx.db, exhibitId).caseId });
  const { passage } = markOnce(ctx, {
    exhibitId,
    selection: {
      kind: 'words',
      pageIndex,
      quote: describeQuote(text, start, end),
      rects: [],
      share: start / Math.max(1, text.length),
    },
    note: '',
    tags: [],
  });
  const passageId = passage.id;
  const { id: citationId } = citeStatement(ctx, {
    statementId: StatementId.parse(statementId),
    passageId,
    bearing: 'supports',
    credibility: 6,
  });
  return { citationId, passageId };
}

/** What was decided before, with the citation that accepting made. A passage on which something else rests stays. */
function takeBack(ctx: CommandContext, place: Omit<Decision, 'decision' | 'citationId' | 'passageId'>): void {
  const { exhibitId, canonicalId, wordsKey, pageIndex, start } = place;
  for (const before of decisionsOf(ctx.db, { exhibitId })) {
    if (before.canonicalId !== canonicalId || before.wordsKey !== wordsKey) continue;
    const isHere = before.pageIndex === pageIndex && before.start === start;
    if (!isHere && before.pageIndex !== ALL_PLACES.pageIndex) continue;
    dropDecision(ctx.db, before);
    const { citationId, passageId } = before;
    // Withdrawn by hand meanwhile: then the passage is whoever's that did so.
    if (citationId === null || !citationStands(ctx.db, citationId)) continue;
    withdrawStatementCitation(ctx, { citationId });
    if (passageId !== null && findPassage(ctx.db, passageId)?.citationCount === 0) withdrawPassage(ctx, { passageId });
  }
}
