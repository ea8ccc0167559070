/**
 * Walks through the pages that match, in the order of their ids, exhibit by exhibit, until enough exhibits that fit were
 * met. The index is asked in few, large steps, since each question has its price: for a prefix it is that of all its words.
 */
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { blockOfPage, pageIdsOfBlock } from '../exhibit/index.ts';
import type { SqlCondition } from './exhibitCondition.ts';
import {
  countMatchingPages,
  exhibitsOfBlocks,
  fittingAfter,
  type MatchedExhibit,
  nextMatchingPages,
} from './searchSql.ts';

export interface Met {
  exhibit: MatchedExhibit;
  /** Ids of its first matching pages. */
  firstPages: number[];
  pageCount: number;
}

export interface Walk {
  db: ReadableDb;
  match: string;
  caseId: string | null;
  condition: SqlCondition;
}

/** Blocks of pages that may hold what fits, both ends included. */
interface Span {
  from: number;
  to: number;
}

/** Where to walk, and who lives there. */
interface Territory {
  spans: readonly Span[];
  exhibitsOf(blocks: readonly number[]): readonly MatchedExhibit[];
}

const firstStepPages = 800;
const mostStepPages = 6_400;
/** While this many matching pages have not been enough, it is not worth learning first which exhibits fit. */
const patiencePages = 6_000;
/** So many that fit are gathered in less time than a walk past a vault full of others takes. */
const fewExhibits = 2_000;
/** Exhibits looked up together: some more than a screen shows. */
const lookUpBlocks = 40;
/** Pages in between that are walked over rather than leapt. */
const smallGapBlocks = 64;
const lastBlock = 2 ** 32;

/** Exhibits with pages behind a block; `nextAfter` is the block to go on behind, null at the end. */
export function walkMatches(
  walk: Walk,
  afterBlock: number,
  limit: number,
  shownPages: number,
): { met: Met[]; nextAfter: number | null } {
  const all: Territory = {
    spans: [{ from: afterBlock + 1, to: lastBlock }],
    exhibitsOf: blocks => exhibitsOfBlocks(walk.db, blocks, walk.caseId, walk.condition),
  };
  const met: Met[] = [];
  const first = walkTerritory(walk, all, met, limit, shownPages, patiencePages);
  if (first.ended) return { met, nextAfter: first.nextAfter };
  const fitting = fittingAfter(walk.db, walk.caseId, walk.condition, first.nextAfter, fewExhibits);
  const rest = fitting ? settledBy(fitting) : { ...all, spans: [{ from: first.nextAfter + 1, to: lastBlock }] };
  return { met, nextAfter: walkTerritory(walk, rest, met, limit, shownPages, Number.POSITIVE_INFINITY).nextAfter };
}

type Progress = { ended: true; nextAfter: number | null } | { ended: false; nextAfter: number };

function walkTerritory(
  walk: Walk,
  { spans, exhibitsOf }: Territory,
  met: Met[],
  limit: number,
  shownPages: number,
  patience: number,
): Progress {
  const { db, match } = walk;
  let walked = 0;
  let stepPages = firstStepPages;
  for (const span of spans) {
    for (let after = span.from - 1; ; ) {
      const pages = nextMatchingPages(db, match, pageIdsOfBlock(after).to, pageIdsOfBlock(span.to).to, stepPages);
      const last = pages.at(-1);
      if (last === undefined) break;
      const byBlock = groupBy(pages, blockOfPage);
      const blocks = [...byBlock.keys()];
      for (let at = 0; at < blocks.length; at += lookUpBlocks) {
        for (const exhibit of exhibitsOf(blocks.slice(at, at + lookUpBlocks))) {
          const block = exhibit.block ?? 0;
          // The same document in two cases is two exhibits of one block, which stay together.
          if (met.length >= limit && block !== after) return { ended: true, nextAfter: after };
          after = block;
          const own = byBlock.get(block) ?? [];
          // The step may have ended within the last one.
          const pageCount = block === blockOfPage(last) ? countMatchingPages(db, block, match) : own.length;
          met.push({ exhibit, firstPages: own.slice(0, shownPages), pageCount });
        }
      }
      after = blockOfPage(last);
      walked += pages.length;
      if (pages.length < stepPages) break;
      if (met.length >= limit) return { ended: true, nextAfter: after };
      if (walked >= patience) return { ended: false, nextAfter: after };
      stepPages = Math.min(stepPages * 2, mostStepPages);
    }
  }
  return { ended: true, nextAfter: null };
}

/** Spans of neighbours: a case is mostly admitted in one go. */
function settledBy(fitting: readonly MatchedExhibit[]): Territory {
  const byBlock = groupBy(fitting, exhibit => exhibit.block ?? 0);
  const spans: Span[] = [];
  for (const block of byBlock.keys()) {
    const last = spans.at(-1);
    if (last && block - last.to <= smallGapBlocks) last.to = block;
    else spans.push({ from: block, to: block });
  }
  return { spans, exhibitsOf: blocks => blocks.flatMap(block => byBlock.get(block) ?? []) };
}
