/**
 * By what an exhibit that stays could still be known: titles, file names, numbers, digests. A last net under records that leave
 * whole or not at all, such as custody events: what another team or an older version wrote into one, nobody here chose.
 */

/** Shorter ones are words of every day, or parts of them; scripts that write words together say more with fewer signs. */
const fewest = 6;
const fewestTogether = 3;
const together = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Names are looked up by their first signs, so that the time does not grow with their number. */
const headLength = 3;

export class StayingNames {
  readonly #staying: NameIndex;
  readonly #going: NameIndex;

  /** @param going names that leave anyway: what stays under the same one, or under a part of it, is not betrayed by it. */
  constructor(staying: Iterable<string>, going: Iterable<string>) {
    this.#staying = new NameIndex(staying);
    this.#going = new NameIndex(going);
  }

  finds(text: string): boolean {
    if (this.#staying.isEmpty) return false;
    const folded = ` ${fold(text)} `;
    let leavesUntil = 0;
    for (let at = 0; at <= folded.length - headLength; at += 1) {
      leavesUntil = Math.max(leavesUntil, this.#going.longestAt(folded, at));
      if (this.#staying.longestAt(folded, at) > leavesUntil) return true;
    }
    return false;
  }
}

class NameIndex {
  readonly #byHead = new Map<string, Set<string>>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const folded = fold(name);
      const isTogether = together.test(folded);
      if (folded.length < (isTogether ? fewestTogether : fewest)) continue;
      // Words are bounded by what is no letter; where they are written together there is no end of one to look for.
      const sought = isTogether ? folded : ` ${folded} `;
      const head = sought.slice(0, headLength);
      const ofHead = this.#byHead.get(head);
      if (ofHead) ofHead.add(sought);
      else this.#byHead.set(head, new Set([sought]));
    }
  }

  get isEmpty(): boolean {
    return this.#byHead.size === 0;
  }

  /** Where the longest name ends that begins here; 0 where none does. */
  longestAt(text: string, at: number): number {
    let end = 0;
    for (const name of this.#byHead.get(text.slice(at, at + headLength)) ?? [])
      if (text.startsWith(name, at)) end = Math.max(end, at + name.length);
    return end;
  }
}

/** In whatever case and spacing: `Letter on buoys.pdf` as `letter_on-buoys pdf`. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
