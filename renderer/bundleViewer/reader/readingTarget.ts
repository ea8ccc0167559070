/** What the reading pane is to light on a page: the words of a citation, or those that were looked for. */
import type { BundlePassage } from '../../../shared/domain/bundle.ts';
import { findMatches, type QueryNode } from '../../../shared/domain/search/index.ts';
import type { PassageOutcome } from './PassageBar.tsx';
import { locatePassage } from './locatePassage.ts';

export type ReadingTarget = { kind: 'passage'; passage: BundlePassage } | { kind: 'query'; node: QueryNode };

export interface Span {
  /** UTF-16 offsets in the page's text. */
  start: number;
  end: number;
}

export interface LocatedTarget {
  spans: readonly Span[];
  outcome: Extract<PassageOutcome, 'verbatim' | 'alike' | 'found'>;
}

/** Null where nothing of it is in this text. */
export function locateTarget(text: string, target: ReadingTarget | null): LocatedTarget | null {
  if (target === null) return null;
  if (target.kind === 'query') {
    const spans = findMatches(text, target.node);
    return spans.length === 0 ? null : { spans, outcome: 'found' };
  }
  const found = locatePassage(text, target.passage);
  return found && { spans: found.pieces ?? [{ start: found.start, end: found.end }], outcome: found.how };
}

/** Of a passage, the region that was drawn on the page. */
export function regionsOf(target: ReadingTarget | null): BundlePassage['rects'] {
  return target?.kind === 'passage' ? target.passage.rects : [];
}

export function absentOutcome(target: ReadingTarget | null): PassageOutcome {
  return target?.kind === 'query' ? 'not-found' : 'absent';
}
