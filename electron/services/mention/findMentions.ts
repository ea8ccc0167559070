/** Where pages seem to name entities: what the index of names met, less what is withdrawn, with what was decided of it. */
import type { Mention } from '../../../shared/contract/mention.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { type FoundMention, MentionIndex, mentionPhrases } from '../../../shared/domain/mention/index.ts';
import { indexTokens } from '../../../shared/domain/text/index.ts';
import type { EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase } from '../case/index.ts';
import type { QueryContext } from '../context.ts';
import { chipsOf, requireCanonical } from '../entity/index.ts';
import { pagesOf, requireExhibit } from '../exhibit/index.ts';
import { knownNames } from './knownNames.ts';
import {
  type CitedPlace,
  citedPlaces,
  type Decision,
  decisionsOf,
  knownOf,
  type PageOfCase,
  pagesWith,
  readPages,
  type Standing,
  standingOf,
} from './mentionSql.ts';

/** Words shown on either side. */
const CONTEXT = 60;
const PAGES_AT_ONCE = 200;

/** The words as decisions remember them. */
export function wordsKeyOf(words: string): string {
  return indexTokens(words).join(' ');
}

export function mentionsInExhibit(
  { db }: QueryContext,
  { exhibitId, from, count }: ParsedInputOf<'mention.inExhibit'>,
): OutputOf<'mention.inExhibit'> {
  const { renditionId, number, title } = requireExhibit(db, exhibitId);
  if (renditionId === null) return [];
  const index = knownNames(db);
  const met = pagesOf(db, renditionId, from, count)
    .map(({ index: pageIndex, label, text }) => ({
      exhibitId,
      exhibitNumber: number,
      exhibitTitle: title,
      pageIndex,
      pageLabel: label,
      text,
    }))
    .flatMap(page => index.find(page.text).map(found => ({ page, found })));
  return toMentions(db, met, settled(db, { exhibitId }));
}

export function mentionsOfEntity(
  { db }: QueryContext,
  { caseId, entityId, offset, limit, decided }: ParsedInputOf<'mention.ofEntity'>,
): OutputOf<'mention.ofEntity'> {
  requireCase(db, caseId);
  const { id: canonicalId } = requireCanonical(db, entityId);
  const { index, match } = namesOf(db, canonicalId);
  if (match === null) return { total: 0, mentions: [] };
  const pages = pagesWith(db, caseId, match);
  const before = settled(db, { canonicalId });
  const wanted: Met[] = [];
  let total = 0;
  for (let at = 0; at < pages.length; at += PAGES_AT_ONCE)
    for (const page of readPages(db, pages.slice(at, at + PAGES_AT_ONCE)))
      for (const found of index.find(page.text)) {
        const decision = before.of(page, found, canonicalId);
        if (decision === 'cited' || decision?.decision === 'accepted') continue;
        if ((decision?.decision === 'rejected') !== decided) continue;
        if (total >= offset && wanted.length < limit) wanted.push({ page, found });
        total += 1;
      }
  return { total, mentions: toMentions(db, wanted, before) };
}

/** The index of one entity's own names, and what finds its pages. */
export function namesOf(db: ReadableDb, canonicalId: EntityId): { index: MentionIndex; match: string | null } {
  const rows = knownOf(db, canonicalId);
  const index = new MentionIndex();
  for (const row of rows) index.add({ ...row, entityId: canonicalId });
  return { index, match: mentionPhrases(rows) };
}

interface Met {
  page: PageOfCase;
  found: FoundMention;
}

/** What is cited or decided already. */
interface Settled {
  of(
    page: Pick<PageOfCase, 'exhibitId' | 'pageIndex'>,
    found: FoundMention,
    canonicalId: EntityId,
  ): Decision | 'cited' | null;
}

function settled(db: ReadableDb, of: { exhibitId: ExhibitId } | { canonicalId: EntityId }): Settled {
  const cited = new Map<string, CitedPlace[]>();
  for (const place of citedPlaces(db, of)) {
    const key = `${place.exhibitId} ${place.pageIndex} ${place.canonicalId}`;
    cited.set(key, [...(cited.get(key) ?? []), place]);
  }
  const decisions = new Map<string, Decision>();
  for (const one of decisionsOf(db, of)) decisions.set(decisionKey(one), one);
  return {
    of: ({ exhibitId, pageIndex }, { start, end, words }, canonicalId) => {
      const place = cited
        .get(`${exhibitId} ${pageIndex} ${canonicalId}`)
        ?.find(one => one.start < end && start < one.end);
      const wordsKey = wordsKeyOf(words);
      if (place) {
        const accepted = decisions.get(decisionKey({ exhibitId, canonicalId, wordsKey, pageIndex, start }));
        return accepted?.citationId === place.citationId ? accepted : 'cited';
      }
      return decisions.get(decisionKey({ exhibitId, canonicalId, wordsKey, pageIndex: -1, start: -1 })) ?? null;
    },
  };
}

function decisionKey({
  exhibitId,
  canonicalId,
  wordsKey,
  pageIndex,
  start,
}: Pick<Decision, 'exhibitId' | 'canonicalId' | 'wordsKey' | 'pageIndex' | 'start'>): string {
  return `${exhibitId} ${canonicalId} ${pageIndex} ${start} ${wordsKey}`;
}

/** Without those of statements that no longer stand, and those that are cited by hand. */
function toMentions(db: ReadableDb, met: readonly Met[], before: Settled): Mention[] {
  const standing = standingOf(
    db,
    met.map(({ found }) => found.statementId),
  );
  const chips = chipsOf(
    db,
    [...standing.values()].map(one => one.canonicalId),
  );
  const seen = new Set<string>();
  return met.flatMap(({ page, found }): Mention[] => {
    const of = standing.get(found.statementId);
    const entity = of && chips.get(of.canonicalId);
    if (!of || !entity) return [];
    const key = `${page.exhibitId} ${page.pageIndex} ${found.start} ${of.canonicalId}`;
    const decided = before.of(page, found, of.canonicalId);
    // Two records that were merged meanwhile name one subject.
    if (decided === 'cited' || seen.has(key)) return [];
    seen.add(key);
    return [toMention(page, found, of, entity, decided)];
  });
}

function toMention(
  { text, ...page }: PageOfCase,
  { start, end, words }: FoundMention,
  { property }: Standing,
  entity: Mention['entity'],
  decided: Decision | null,
): Mention {
  const plain = (part: string) => part.replace(/\s+/gu, ' ');
  return {
    ...page,
    entity,
    start,
    end,
    words,
    before: plain(text.slice(Math.max(0, start - CONTEXT), start)),
    after: plain(text.slice(end, end + CONTEXT)),
    property,
    decision: decided?.decision ?? null,
    passageId: decided?.passageId ?? null,
  };
}
