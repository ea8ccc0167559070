import type { SearchGroup, SearchHit } from '../../../shared/contract/search.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { describeQuote } from '../../../shared/domain/anchoring/index.ts';
import {
  findMatches,
  makeSnippet,
  parseQuery,
  type QueryNode,
  type QueryWarning,
  type SearchQuery,
  toFtsMatch,
} from '../../../shared/domain/search/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { QueryContext } from '../context.ts';
import type { HostContext } from '../host.ts';
import { blockOfPage, blockOfRendition, requireExhibit } from '../exhibit/index.ts';
import { exhibitCondition } from './exhibitCondition.ts';
import {
  countByFields,
  countMatchingPages,
  exhibitsByFields,
  exhibitsOfBlocks,
  type MatchedExhibit,
  type MatchingPage,
  matchingPages,
  nextMatchingPages,
  pagesByIds,
} from './searchSql.ts';
import { walkMatches } from './walkMatches.ts';

/** Between two steps of a count other calls have their turn. */
const countStepPages = 4_000;
const hitsPerGroup = 3;
const snippetRadius = 110;

/** @throws query-invalid */
function readQuery(text: string): { query: SearchQuery; warnings: QueryWarning[] } {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new ProbatumError('query-invalid', { problem: parsed.message, at: parsed.at });
  return parsed;
}

export function runSearch(ctx: QueryContext, input: ParsedInputOf<'search.run'>): OutputOf<'search.run'> {
  const started = performance.now();
  const { query, warnings } = readQuery(input.query);
  const found =
    query.text === null ? searchFields(ctx.db, query, input) : searchWords(ctx.db, query, query.text, input);
  return {
    ...found,
    warnings: warnings.map(warning => warning.message),
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  };
}

type Found = Pick<OutputOf<'search.run'>, 'groups' | 'nextOffset'>;

/** `offset` counts exhibits here. */
function searchFields(
  db: ReadableDb,
  query: SearchQuery,
  { caseId, offset, limit }: ParsedInputOf<'search.run'>,
): Found {
  if (query.fields.length === 0) return { groups: [], nextOffset: null };
  const exhibits = exhibitsByFields(db, caseId, exhibitCondition(query.fields), offset, limit + 1);
  return {
    groups: exhibits.slice(0, limit).map(exhibit => toGroup(exhibit, 0, [])),
    nextOffset: exhibits.length > limit ? offset + limit : null,
  };
}

/** `offset` is the block of pages of the last exhibit looked at; an exhibit's pages lie together, so it shows once. */
function searchWords(
  db: ReadableDb,
  query: SearchQuery,
  text: QueryNode,
  { caseId, offset, limit }: ParsedInputOf<'search.run'>,
): Found {
  const walk = { db, match: toFtsMatch(text), caseId, condition: exhibitCondition(query.fields) };
  const { met, nextAfter } = walkMatches(walk, offset, limit, hitsPerGroup);
  const groups = met.map(({ exhibit, firstPages, pageCount }) =>
    toGroup(
      exhibit,
      pageCount,
      pagesByIds(db, firstPages).flatMap(page => toHits(page, text, 1)),
    ),
  );
  return { groups, nextOffset: nextAfter };
}

function toGroup(
  { exhibitId, number, title, mediaType, languages, sourceName, reliability }: MatchedExhibit,
  pageCount: number,
  hits: SearchHit[],
): SearchGroup {
  return { exhibitId, number, title, mediaType, languages, sourceName, reliability, pageCount, hits };
}

/** The first hits of a page in their sentence. The index matched; the places are found in the page's own text. */
function toHits({ pageIndex, pageLabel, text }: MatchingPage, node: QueryNode, most: number): SearchHit[] {
  const matches = findMatches(text, node);
  return matches.slice(0, most).flatMap(({ start, end }, at): SearchHit[] => {
    const snippet = makeSnippet(text, matches, { radius: snippetRadius, match: at });
    if (!snippet) return [];
    const lead = snippet.cutBefore ? '…' : '';
    return [
      {
        pageIndex,
        pageLabel,
        snippet: `${lead}${snippet.text}${snippet.cutAfter ? '…' : ''}`,
        ranges: snippet.hits.map(hit => ({ start: hit.start + lead.length, end: hit.end + lead.length })),
        start,
        end,
        quote: describeQuote(text, start, end),
        hitsOnPage: matches.length,
      },
    ];
  });
}

export function listHits(
  ctx: QueryContext,
  { exhibitId, query: words, offset, limit }: ParsedInputOf<'search.hits'>,
): OutputOf<'search.hits'> {
  const { query } = readQuery(words);
  const { renditionId } = requireExhibit(ctx.db, exhibitId);
  const { text } = query;
  if (text === null || renditionId === null) return { hits: [], total: 0 };
  const block = blockOfRendition(ctx.db, renditionId);
  if (block === null) return { hits: [], total: 0 };
  const match = toFtsMatch(text);
  return {
    hits: matchingPages(ctx.db, block, match, offset, limit).flatMap(page => toHits(page, text, 200)),
    total: countMatchingPages(ctx.db, block, match),
  };
}

/** Counts in steps and lets other calls in between them, however many pages match. */
export async function countSearch(
  { session }: HostContext,
  { caseId, query: words }: ParsedInputOf<'search.count'>,
): Promise<OutputOf<'search.count'>> {
  const { query } = readQuery(words);
  const condition = exhibitCondition(query.fields);
  if (query.text === null) {
    const exhibits = query.fields.length === 0 ? 0 : countByFields(session.queryContext().db, caseId, condition);
    return { exhibits, pages: 0 };
  }
  const match = toFtsMatch(query.text);
  const exhibits = new Set<string>();
  let pages = 0;
  for (let after = 0; ; ) {
    const { db } = session.queryContext();
    const ids = nextMatchingPages(db, match, after, Number.MAX_SAFE_INTEGER, countStepPages);
    const last = ids.at(-1);
    if (last === undefined) return { exhibits: exhibits.size, pages };
    const fitting = exhibitsOfBlocks(db, [...new Set(ids.map(blockOfPage))], caseId, condition);
    for (const { exhibitId } of fitting) exhibits.add(exhibitId);
    const fittingBlocks = new Set(fitting.map(({ block }) => block));
    pages += ids.filter(id => fittingBlocks.has(blockOfPage(id))).length;
    after = last;
    await new Promise(resolve => setImmediate(resolve));
  }
}
