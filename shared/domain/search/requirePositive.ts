// FTS5 can only take away from something found: every part of a query must hold a word to find.

import { assertNever } from '../../kernel/assertNever.ts';
import { QueryProblem } from './queryProblem.ts';
import type { QueryNode } from './searchQuery.ts';

/** Throws where a part of the query only says what is not wanted. */
export function requirePositive(node: QueryNode): void {
  switch (node.kind) {
    case 'term':
    case 'near':
      return;
    case 'not':
      throw new QueryProblem('A search needs at least one word to find, besides those to leave out', node.at);
    case 'or':
      for (const each of node.nodes) requirePositive(each);
      return;
    case 'and': {
      const positive = node.nodes.filter(each => each.kind !== 'not');
      if (positive.length === 0) {
        throw new QueryProblem('A search needs at least one word to find, besides those to leave out', node.at);
      }
      for (const each of node.nodes) requirePositive(each.kind === 'not' ? each.node : each);
      return;
    }
    default:
      assertNever(node);
  }
}
