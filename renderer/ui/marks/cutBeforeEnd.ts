/** Where a long name may be parted so that its end stays in sight. Pure. */

/** Shorter names fit, or are told apart by their beginning. */
const LONG = 44;
const END = 14;
const SHORTEST_END = 8;
const LONGEST_END = 22;

/** The offset of the end to keep, at a word's start where there is one nearby; null for names that are not long. */
export function cutBeforeEnd(name: string): number | null {
  if (name.length < LONG) return null;
  const wanted = name.length - END;
  for (let step = 0; step <= LONGEST_END - END; step += 1) {
    for (const at of [wanted - step, wanted + step])
      if (name.length - at >= SHORTEST_END && name.charAt(at - 1) === ' ') return at;
  }
  // Never between the two halves of one character.
  return /[\udc00-\udfff]/.test(name.charAt(wanted)) ? wanted + 1 : wanted;
}
