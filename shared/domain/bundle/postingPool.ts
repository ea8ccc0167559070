/**
 * Rising numbers by term, two or three bytes each: what stands between one number and the next, in chains of slices that double
 * in length. As pairs of whole numbers they took four times as much, and a copy to sort them by term.
 */
const SEGMENT_BYTES = 1 << 20;
const LINK_BYTES = 4;
const FIRST_SLICE = 8;
const LARGEST_LEVEL = 6;
const MORE = 128;

export class PostingPool {
  readonly #segments: Uint8Array[] = [];
  #free = 0;
  /** By term: where its chain begins, where it goes on, where its slice ends, its last number, how many they are. */
  #starts = new Uint32Array(1024);
  #places = new Uint32Array(1024);
  #ends = new Uint32Array(1024);
  #lasts = new Uint32Array(1024);
  #counts = new Uint32Array(1024);
  #levels = new Uint8Array(1024);
  /** Of all terms. */
  count = 0;

  countOf(term: number): number {
    return this.#counts[term] ?? 0;
  }

  /** Terms are numbered from 0, without gaps. @throws RangeError where the numbers of a term do not rise */
  add(term: number, number: number): void {
    const count = this.countOf(term);
    if (count === 0) this.#begin(term);
    let rest = count === 0 ? number : number - (this.#lasts[term] ?? 0) - 1;
    if (rest < 0) throw new RangeError('postings must rise');
    for (; rest >= MORE; rest = Math.floor(rest / MORE)) this.#write(term, (rest % MORE) + MORE);
    this.#write(term, rest);
    this.#lasts[term] = number;
    this.#counts[term] = count + 1;
    this.count += 1;
  }

  numbersOf(term: number): Uint32Array {
    const numbers = new Uint32Array(this.countOf(term));
    let place = this.#starts[term] ?? 0;
    let level = 0;
    let end = place + dataBytes(level);
    let before = -1;
    for (let at = 0; at < numbers.length; at += 1) {
      let [rest, worth] = [0, 1];
      for (;;) {
        if (place === end) {
          place = this.#linkAt(end);
          level = Math.min(level + 1, LARGEST_LEVEL);
          end = place + dataBytes(level);
        }
        const byte = this.#byteAt(place);
        place += 1;
        rest += (byte % MORE) * worth;
        worth *= MORE;
        if (byte < MORE) break;
      }
      before += rest + 1;
      numbers[at] = before;
    }
    return numbers;
  }

  #begin(term: number): void {
    if (term >= this.#starts.length) this.#makeRoom();
    const place = this.#slice(0);
    this.#starts[term] = place;
    this.#places[term] = place;
    this.#ends[term] = place + dataBytes(0);
    this.#levels[term] = 0;
  }

  #write(term: number, byte: number): void {
    let place = this.#places[term] ?? 0;
    const end = this.#ends[term] ?? 0;
    if (place === end) {
      const level = Math.min((this.#levels[term] ?? 0) + 1, LARGEST_LEVEL);
      place = this.#slice(level);
      this.#link(end, place);
      this.#levels[term] = level;
      this.#ends[term] = place + dataBytes(level);
    }
    this.#segmentOf(place)[place % SEGMENT_BYTES] = byte;
    this.#places[term] = place + 1;
  }

  /** None lies across two segments, as all lengths are powers of two. */
  #slice(level: number): number {
    const length = FIRST_SLICE << level;
    const place = Math.ceil(this.#free / length) * length;
    this.#free = place + length;
    while (this.#segments.length * SEGMENT_BYTES < this.#free) this.#segments.push(new Uint8Array(SEGMENT_BYTES));
    return place;
  }

  #link(at: number, to: number): void {
    const segment = this.#segmentOf(at);
    for (let byte = 0; byte < LINK_BYTES; byte += 1) segment[(at % SEGMENT_BYTES) + byte] = to >>> (8 * byte);
  }

  #linkAt(at: number): number {
    let to = 0;
    for (let byte = LINK_BYTES - 1; byte >= 0; byte -= 1) to = to * 256 + this.#byteAt(at + byte);
    return to;
  }

  #byteAt(place: number): number {
    return this.#segmentOf(place)[place % SEGMENT_BYTES] ?? 0;
  }

  #segmentOf(place: number): Uint8Array {
    const segment = this.#segments[Math.floor(place / SEGMENT_BYTES)];
    if (!segment) throw new RangeError('no such place among the postings');
    return segment;
  }

  #makeRoom(): void {
    const length = this.#starts.length * 2;
    this.#starts = copied(this.#starts, new Uint32Array(length));
    this.#places = copied(this.#places, new Uint32Array(length));
    this.#ends = copied(this.#ends, new Uint32Array(length));
    this.#lasts = copied(this.#lasts, new Uint32Array(length));
    this.#counts = copied(this.#counts, new Uint32Array(length));
    this.#levels = copied(this.#levels, new Uint8Array(length));
  }
}

const dataBytes = (level: number): number => (FIRST_SLICE << level) - LINK_BYTES;

function copied<Numbers extends Uint8Array | Uint32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}
