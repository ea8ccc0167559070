/**
 * Builds the search index from texts that come one by one, in memory that does not grow with them: postings are gathered up to
 * a bound; where it is reached, the upper half of the terms is dropped, and the texts are gone through again for what was dropped.
 */
import type { SearchShard } from './bundleSearch.ts';
import { PostingPool } from './postingPool.ts';
import { packPostings } from './searchPostings.ts';
import { termsOf } from './searchTerms.ts';

export interface SearchedText {
  /** Rising from text to text. */
  number: number;
  text: string;
}

export interface SearchBounds {
  /** About three bytes each: 24 MB. */
  mostPostings: number;
  mostTerms: number;
  /** Of a shard; one term that stands nearly everywhere may take more. */
  shardChars: number;
}

const usualBounds: SearchBounds = { mostPostings: 8_000_000, mostTerms: 400_000, shardChars: 120_000 };

/** Shards in the order of their terms, each with its first term. `texts` is called anew for each round. */
export async function* buildSearch(
  texts: () => AsyncIterable<SearchedText> | Iterable<SearchedText>,
  bounds: SearchBounds = usualBounds,
): AsyncGenerator<{ first: string; shard: SearchShard }> {
  let from: string | null = '';
  while (from !== null) {
    const round: Round = new Round(from, bounds);
    for await (const { number, text } of texts()) round.add(number, termsOf(text));
    yield* round.shards();
    from = round.upTo;
  }
}

/** The postings of all terms from one term up to another. */
class Round {
  readonly #from: string;
  readonly #bounds: SearchBounds;
  /** Exclusive; null: to the end. */
  upTo: string | null = null;
  #ids = new Map<string, number>();
  #terms: string[] = [];
  #postings = new PostingPool();

  constructor(from: string, bounds: SearchBounds) {
    this.#from = from;
    this.#bounds = bounds;
  }

  add(number: number, terms: Iterable<string>): void {
    for (const term of terms) {
      if (term < this.#from || (this.upTo !== null && term >= this.upTo)) continue;
      if (this.#postings.count >= this.#bounds.mostPostings || this.#terms.length >= this.#bounds.mostTerms) {
        this.#halve();
        if (this.upTo !== null && term >= this.upTo) continue;
      }
      let id = this.#ids.get(term);
      if (id === undefined) {
        id = this.#terms.length;
        const own = apart(term);
        this.#terms.push(own);
        this.#ids.set(own, id);
      }
      this.#postings.add(id, number);
    }
  }

  /** Keeps the lower terms that hold about half of the postings, at least one of them. */
  #halve(): void {
    const all = this.#postings;
    const sorted = [...this.#terms].sort(byCharacters);
    let [sum, kept] = [0, 0];
    const half = Math.min(all.count / 2, this.#bounds.mostPostings / 2);
    const mostKept = Math.max(1, Math.floor(this.#bounds.mostTerms / 2));
    while (kept < sorted.length - 1 && (kept === 0 || (sum < half && kept < mostKept))) {
      sum += all.countOf(this.#idOf(sorted[kept]));
      kept += 1;
    }
    // One term alone may stand in more texts than the bound allows.
    if (kept === 0) return;
    this.upTo = sorted[kept] ?? null;
    const terms = sorted.slice(0, kept);
    const postings = new PostingPool();
    for (const [id, term] of terms.entries())
      for (const number of all.numbersOf(this.#idOf(term))) postings.add(id, number);
    this.#terms = terms;
    this.#ids = new Map(terms.map((term, id) => [term, id]));
    this.#postings = postings;
  }

  #idOf(term: string | undefined): number {
    return this.#ids.get(term ?? '') ?? 0;
  }

  *shards(): Generator<{ first: string; shard: SearchShard }> {
    const sorted = [...this.#terms].sort(byCharacters);
    let terms: string[] = [];
    let postings: string[] = [];
    let chars = 0;
    for (const term of sorted) {
      const packed = packPostings(this.#postings.numbersOf(this.#idOf(term)));
      if (chars > 0 && chars + term.length + packed.length > this.#bounds.shardChars) {
        yield { first: terms[0] ?? '', shard: { terms: terms.join(' '), postings: postings.join(' ') } };
        [terms, postings, chars] = [[], [], 0];
      }
      terms.push(term);
      postings.push(packed);
      chars += term.length + packed.length + 2;
    }
    if (terms.length > 0)
      yield { first: terms[0] ?? '', shard: { terms: terms.join(' '), postings: postings.join(' ') } };
  }
}

/** What is cut out of a text keeps all of it in memory, where it is longer than a few signs. */
function apart(term: string): string {
  return term.length < 13 ? term : term.split('').join('');
}

function byCharacters(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
