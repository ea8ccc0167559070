/**
 * Builds the search index from texts that come one by one, in memory that does not grow with them: postings are gathered up to
 * a bound; where it is reached, the upper half of the terms is dropped, and the texts are gone through again for what was dropped.
 */
import type { SearchShard } from './bundleSearch.ts';
import { packPostings } from './searchPostings.ts';
import { termsOf } from './searchTerms.ts';

export interface SearchedText {
  /** Rising from text to text. */
  number: number;
  text: string;
}

export interface SearchBounds {
  /** Eight bytes each: 64 MB. */
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
  #termOf: Uint32Array<ArrayBuffer>;
  #numberOf: Uint32Array<ArrayBuffer>;
  #count = 0;

  constructor(from: string, bounds: SearchBounds) {
    this.#from = from;
    this.#bounds = bounds;
    // Whole at once: what is never written to takes no memory, and growing by copies would leave the copies behind.
    this.#termOf = new Uint32Array(bounds.mostPostings);
    this.#numberOf = new Uint32Array(bounds.mostPostings);
  }

  add(number: number, terms: Iterable<string>): void {
    for (const term of terms) {
      if (term < this.#from || (this.upTo !== null && term >= this.upTo)) continue;
      if (this.#count >= this.#bounds.mostPostings || this.#terms.length >= this.#bounds.mostTerms) {
        this.#halve();
        if (this.upTo !== null && term >= this.upTo) continue;
      }
      if (this.#count === this.#termOf.length) this.#grow();
      let id = this.#ids.get(term);
      if (id === undefined) {
        id = this.#terms.length;
        this.#terms.push(term);
        this.#ids.set(term, id);
      }
      this.#termOf[this.#count] = id;
      this.#numberOf[this.#count] = number;
      this.#count += 1;
    }
  }

  /** Keeps the lower terms that hold about half of the postings, at least one of them. */
  #halve(): void {
    const counts = new Uint32Array(this.#terms.length);
    for (let at = 0; at < this.#count; at += 1)
      counts[this.#termOf[at] ?? 0] = (counts[this.#termOf[at] ?? 0] ?? 0) + 1;
    const sorted = [...this.#terms].sort(byCharacters);
    let [sum, kept] = [0, 0];
    const half = Math.min(this.#count / 2, this.#bounds.mostPostings / 2);
    const mostKept = Math.max(1, Math.floor(this.#bounds.mostTerms / 2));
    while (kept < sorted.length - 1 && (kept === 0 || (sum < half && kept < mostKept))) {
      sum += counts[this.#ids.get(sorted[kept] ?? '') ?? 0] ?? 0;
      kept += 1;
    }
    // One term alone may stand in more texts than the bound allows.
    if (kept === 0) return;
    this.upTo = sorted[kept] ?? null;
    const renumbered = new Map(sorted.slice(0, kept).map((term, id) => [term, id]));
    const before = this.#terms;
    let filled = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const id = renumbered.get(before[this.#termOf[at] ?? 0] ?? '');
      if (id === undefined) continue;
      this.#termOf[filled] = id;
      this.#numberOf[filled] = this.#numberOf[at] ?? 0;
      filled += 1;
    }
    this.#count = filled;
    this.#terms = sorted.slice(0, kept);
    this.#ids = renumbered;
  }

  /** Only where one term alone stands in more texts than the bound allows. */
  #grow(): void {
    this.#termOf = doubled(this.#termOf);
    this.#numberOf = doubled(this.#numberOf);
  }

  *shards(): Generator<{ first: string; shard: SearchShard }> {
    const places = this.#byTerm();
    const sorted = [...this.#terms].sort(byCharacters);
    let terms: string[] = [];
    let postings: string[] = [];
    let chars = 0;
    for (const term of sorted) {
      const { from, to } = places(this.#ids.get(term) ?? 0);
      const packed = packPostings(this.#numberOf.subarray(from, to));
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

  /** Sorts the numbers by term, in place of the order of arrival; within a term that order stays. */
  #byTerm(): (id: number) => { from: number; to: number } {
    const starts = new Uint32Array(this.#terms.length + 1);
    for (let at = 0; at < this.#count; at += 1)
      starts[(this.#termOf[at] ?? 0) + 1] = (starts[(this.#termOf[at] ?? 0) + 1] ?? 0) + 1;
    for (let id = 0; id < this.#terms.length; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
    const next = starts.slice();
    const sorted = new Uint32Array(this.#count);
    for (let at = 0; at < this.#count; at += 1) {
      const id = this.#termOf[at] ?? 0;
      const place = next[id] ?? 0;
      sorted[place] = this.#numberOf[at] ?? 0;
      next[id] = place + 1;
    }
    this.#numberOf = sorted;
    return id => ({ from: starts[id] ?? 0, to: starts[id + 1] ?? 0 });
  }
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

function byCharacters(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
