/**
 * What a part of a custody log shows by itself. What was left out are gaps in the numbers: each event is fixed by its own hash,
 * and follows from the one before it where that one is there; that one stretch leads to the next, only the whole log can show.
 */
import { custodyGenesis, type CustodyEvent, custodyPreimage } from './custody.ts';

export type PartFault = 'altered' | 'not-following' | 'out-of-order';

export interface PartVerdict {
  count: number;
  /** Of events whose numbers follow each other without a gap. */
  stretches: number;
  /** Numbers; 0 where there is no event. */
  first: number;
  last: number;
  /** The first that is found; what stands behind it is counted all the same. */
  fault: { kind: PartFault; seq: number } | null;
}

/** Takes events one after the other, so that a log of any length stays flat in memory. */
export class PartCheck {
  readonly #sha256Hex: (text: string) => string;
  #verdict: PartVerdict = { count: 0, stretches: 0, first: 0, last: 0, fault: null };
  #lastHash = custodyGenesis;

  constructor(sha256Hex: (text: string) => string) {
    this.#sha256Hex = sha256Hex;
  }

  get verdict(): PartVerdict {
    return this.#verdict;
  }

  add(event: CustodyEvent): void {
    const { count, stretches, first, last, fault } = this.#verdict;
    const follows = event.seq === last + 1;
    const kind = this.#faultOf(event, follows);
    this.#verdict = {
      count: count + 1,
      stretches: stretches + (count === 0 || !follows ? 1 : 0),
      first: count === 0 ? event.seq : first,
      last: event.seq,
      fault: fault ?? (kind && { kind, seq: event.seq }),
    };
    this.#lastHash = event.hash;
  }

  #faultOf(event: CustodyEvent, follows: boolean): PartFault | null {
    if (this.#sha256Hex(custodyPreimage(event)) !== event.hash) return 'altered';
    if (event.seq <= this.#verdict.last) return 'out-of-order';
    return follows && event.previousHash !== this.#lastHash ? 'not-following' : null;
  }
}

/** From the first event on, none missing, each following from the one before. */
export function isWhole({ first, stretches, fault }: PartVerdict): boolean {
  return fault === null && first === 1 && stretches === 1;
}

export function partWords(verdict: PartVerdict): string {
  const { count, stretches, first, fault } = verdict;
  if (fault) return faultWords(fault);
  if (count === 0) return 'No event of it is here.';
  const events = count === 1 ? 'The one event here has' : `Each of the ${count} events here has`;
  const hashes = `${events} the hash that its own words give`;
  if (isWhole(verdict)) return `${hashes}, and follows from the one before, from the first of the log on.`;
  if (stretches === 1)
    return count === 1
      ? `${hashes}.`
      : `${hashes}, and follows from the one before. They begin with number ${first}: what came before did not come along.`;
  return `${hashes}. They stand in ${stretches} stretches, and within a stretch each follows from the one before. That one stretch leads to the next, only the vault can show that has the whole log.`;
}

function faultWords({ kind, seq }: { kind: PartFault; seq: number }): string {
  switch (kind) {
    case 'altered':
      return `Event ${seq} does not have the hash that its own words give: it was changed after it was written. Do not rely on this log.`;
    case 'not-following':
      return `Event ${seq} does not follow from event ${seq - 1}, which stands before it: one of them was exchanged. Do not rely on this log.`;
    case 'out-of-order':
      return `Event ${seq} stands behind one with the same or a higher number: the lines were moved, or one was put in. Do not rely on this log.`;
  }
}

/** Where a head that a receipt notes stands in a part of a log. */
export type HeadPlace = 'event' | 'next' | 'differs' | 'not-here';

type Placed = Pick<CustodyEvent, 'seq' | 'hash' | 'previousHash'>;

export function placeOfHead(
  { eventCount, headHash }: { eventCount: number; headHash: string },
  events: Iterable<Placed>,
): HeadPlace {
  let place: HeadPlace = 'not-here';
  for (const { seq, hash, previousHash } of events) {
    if (seq === eventCount && hash !== headHash) return 'differs';
    if (seq === eventCount + 1 && previousHash !== headHash) return 'differs';
    if (seq === eventCount) place = 'event';
    if (seq === eventCount + 1 && place === 'not-here') place = 'next';
  }
  return place;
}

export function placeWords(place: HeadPlace, eventCount: number): string {
  switch (place) {
    case 'event':
      return `Event ${eventCount} of the log here has this hash.`;
    case 'next':
      return `Event ${eventCount + 1} of the log here names this hash as the one before it.`;
    case 'differs':
      return `The log here has another hash in this place: it, or the receipt, is not what it was.`;
    case 'not-here':
      return `Neither event ${eventCount} nor the one after it is here: whether the log still has this hash in its place, only the vault can show that has the whole log.`;
  }
}

/** What such a check is worth, wherever its outcome is told. */
export const partWorth = {
  shows:
    'No event here was changed since its hash was written down, and none was put in, taken out or moved within a stretch.',
  showsNot:
    'When anything happened, who sat at the desk, or that what is recorded is true. Nor that the log was not written anew from the beginning: against that, a head that somebody else noted helps, as a receipt with its witness does.',
} as const;
