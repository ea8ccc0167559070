// A parsed query as an FTS5 expression: every token quoted, so that nothing typed is ever read as FTS5 syntax.

import { assertNever } from '../../kernel/assertNever.ts';
import { tokensToFtsPhrase } from '../text/index.ts';
import type { QueryNode, TermNode } from './searchQuery.ts';

/** For the right side of MATCH. The node comes from `parseQuery`, which has refused what FTS5 could not run. */
export function toFtsMatch(node: QueryNode): string {
  switch (node.kind) {
    case 'term':
      return phrase(node);
    case 'near':
      return `NEAR(${node.terms.map(phrase).join(' ')}, ${node.distance})`;
    case 'or':
      return `(${node.nodes.map(toFtsMatch).join(' OR ')})`;
    case 'and': {
      const wanted = node.nodes.filter(each => each.kind !== 'not').map(toFtsMatch);
      const unwanted = node.nodes.flatMap(each => (each.kind === 'not' ? [toFtsMatch(each.node)] : []));
      const all = wanted.length === 1 ? wanted.join('') : `(${wanted.join(' AND ')})`;
      if (unwanted.length === 0) return all;
      // FTS5's NOT has a left and a right side: what is found, less what is unwanted.
      return `(${all} NOT ${unwanted.length === 1 ? unwanted.join('') : `(${unwanted.join(' OR ')})`})`;
    }
    case 'not':
      throw new Error('parseQuery let a negative part through on its own');
    default:
      return assertNever(node);
  }
}

function phrase(term: TermNode): string {
  return tokensToFtsPhrase(term.tokens, term.prefix) ?? '""';
}
