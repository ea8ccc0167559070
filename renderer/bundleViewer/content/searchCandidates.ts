/** Which pages and places may answer a query, from the shards of the index that its terms fall into. */
import { searchShardKey } from '../../../shared/domain/bundle/bundlePaths.ts';
import { type SearchIndex, SearchShard } from '../../../shared/domain/bundle/bundleSearch.ts';
import { unpackPostings } from '../../../shared/domain/bundle/searchPostings.ts';
import { cutTerm, type WantedTerm, wantedTerms } from '../../../shared/domain/bundle/searchTerms.ts';
import type { QueryNode, TermNode } from '../../../shared/domain/search/index.ts';
import { assertNever } from '../../../shared/kernel/assertNever.ts';
import { loadParsed } from './remembered.ts';

export interface Candidates {
  /** Rising. */
  numbers: number[];
  /** True where each of them answers the query. */
  isExact: boolean;
}

export async function candidates(index: SearchIndex, node: QueryNode): Promise<Candidates> {
  switch (node.kind) {
    case 'term':
      return withTerm(index, node);
    case 'near': {
      const { numbers } = await inAll(index, node.terms);
      return { numbers, isExact: false };
    }
    case 'and':
      return without(
        index,
        await inAll(
          index,
          node.nodes.filter(one => one.kind !== 'not'),
        ),
        node.nodes,
      );
    case 'or': {
      const all = await Promise.all(node.nodes.map(one => candidates(index, one)));
      return { numbers: rising(all.flatMap(one => one.numbers)), isExact: all.every(one => one.isExact) };
    }
    case 'not':
      // Alone it is no question, and beside others `without` answers it.
      return { numbers: [], isExact: true };
    default:
      return assertNever(node);
  }
}

async function inAll(index: SearchIndex, nodes: readonly QueryNode[]): Promise<Candidates> {
  const all = await Promise.all(nodes.map(one => candidates(index, one)));
  const [first, ...others] = all.sort((left, right) => left.numbers.length - right.numbers.length);
  const sets = others.map(one => new Set(one.numbers));
  return {
    numbers: (first?.numbers ?? []).filter(number => sets.every(set => set.has(number))),
    isExact: all.every(one => one.isExact),
  };
}

async function without(index: SearchIndex, found: Candidates, nodes: readonly QueryNode[]): Promise<Candidates> {
  let { numbers, isExact } = found;
  for (const one of nodes) {
    if (one.kind !== 'not') continue;
    const barred = await candidates(index, one.node);
    if (barred.isExact) {
      const set = new Set(barred.numbers);
      numbers = numbers.filter(number => !set.has(number));
    } else isExact = false;
  }
  return { numbers, isExact };
}

async function withTerm(index: SearchIndex, { tokens, prefix }: TermNode): Promise<Candidates> {
  const wanted = wantedTerms(tokens, prefix);
  const all = await Promise.all(wanted.map(one => numbersOf(index, one)));
  const [first = [], ...others] = all.sort((left, right) => left.length - right.length);
  const sets = others.map(numbers => new Set(numbers));
  return {
    numbers: first.filter(number => sets.every(set => set.has(number))),
    isExact: wanted.length === 1 && tokens.every(token => cutTerm(token) === token),
  };
}

/** Numbers of all that holds a term, or one that begins with it. */
async function numbersOf({ shards }: SearchIndex, { term, isPrefix }: WantedTerm): Promise<number[]> {
  const found: number[] = [];
  for (let shard = Math.max(0, lastNotAfter(shards, term)); shard < shards.length; shard += 1) {
    const first = shards[shard] ?? '';
    if (first > term && !(isPrefix && first.startsWith(term))) break;
    const { terms, postings } = await loadShard(shard);
    for (let at = firstNotBefore(terms, term); at < terms.length; at += 1) {
      const here = terms[at] ?? '';
      if (isPrefix ? !here.startsWith(term) : here !== term) break;
      for (const number of unpackPostings(postings[at] ?? '')) found.push(number);
    }
  }
  return isPrefix ? rising(found) : found;
}

async function loadShard(shard: number): Promise<{ terms: string[]; postings: string[] }> {
  return loadParsed(searchShardKey(shard), untrusted => {
    const { terms, postings } = SearchShard.parse(untrusted);
    return { terms: terms.split(' '), postings: postings.split(' ') };
  });
}

function rising(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((left, right) => left - right);
}

/** The last of the sorted that is not after the term; -1 where all are. */
function lastNotAfter(sorted: readonly string[], term: string): number {
  const at = firstNotBefore(sorted, term);
  return sorted[at] === term ? at : at - 1;
}

function firstNotBefore(sorted: readonly string[], term: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < term) from = middle + 1;
    else to = middle;
  }
  return from;
}
