// Which words of a page a query found: for highlights and snippets, with the same idea of a word as the index.

import { assertNever } from '../../kernel/assertNever.ts';
import { originalRange, type TextRange } from '../text/index.ts';
import { findTerm, type PageTokens, tokenizePage } from './findTerm.ts';
import { nearMatches } from './nearMatches.ts';
import type { QueryNode, TermNode } from './searchQuery.ts';

/** No screen shows more marks on one page than this. */
const MAX_MATCHES = 10_000;

/**
 * The places of every word, phrase and NEAR group that the query looks for, in order, overlaps united; words to leave
 * out are not looked for. Also answers for a page that holds only a part of the query: the rest of the exhibit has it.
 */
export function findMatches(pageText: string, node: QueryNode, limit = MAX_MATCHES): TextRange[] {
  const page = tokenizePage(pageText);
  const found: TextRange[] = [];
  collect(page, node, limit, found);
  return united(found).slice(0, limit);
}

/** Whether the page as a whole answers the query, as FTS5 would say. */
export function matchesPage(pageText: string, node: QueryNode): boolean {
  return holds(tokenizePage(pageText), node);
}

function collect(page: PageTokens, node: QueryNode, limit: number, into: TextRange[]): void {
  switch (node.kind) {
    case 'term':
      for (const token of findTerm(page, node, limit)) into.push(rangeOf(page, node, token));
      return;
    case 'near': {
      const places = node.terms.map(term => findTerm(page, term, limit));
      for (const hit of nearMatches(node.terms, places, node.distance)) into.push(rangeOf(page, hit.term, hit.token));
      return;
    }
    case 'and':
    case 'or':
      for (const each of node.nodes) collect(page, each, limit, into);
      return;
    case 'not':
      return;
    default:
      assertNever(node);
  }
}

function holds(page: PageTokens, node: QueryNode): boolean {
  switch (node.kind) {
    case 'term':
      return findTerm(page, node, 1).length > 0;
    case 'near': {
      const places = node.terms.map(term => findTerm(page, term, Number.POSITIVE_INFINITY));
      return nearMatches(node.terms, places, node.distance).length > 0;
    }
    case 'and':
      return node.nodes.every(each => holds(page, each));
    case 'or':
      return node.nodes.some(each => holds(page, each));
    case 'not':
      return !holds(page, node.node);
    default:
      return assertNever(node);
  }
}

function rangeOf({ fold, spans }: PageTokens, term: TermNode, token: number): TextRange {
  return originalRange(fold, spans.starts[token] ?? 0, spans.ends[token + term.tokens.length - 1] ?? 0);
}

function united(ranges: TextRange[]): TextRange[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
  const result: TextRange[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}
