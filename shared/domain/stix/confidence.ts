/** Credibility as STIX confidence: the scale "Admiralty Credibility" of the specification (2.1, appendix A). */
import type { Credibility } from '../source.ts';

const SCALE: Readonly<Record<Credibility, number | null>> = { 1: 90, 2: 70, 3: 50, 4: 30, 5: 10, 6: null };

/**
 * Of an object: that of the best credited value it rests on. Null where none can be judged, since STIX has no number for "cannot be
 * judged", and zero would mean something else.
 */
export function confidenceOf(values: readonly { credibility?: Credibility }[]): number | null {
  const judged = values.flatMap(({ credibility }) => SCALE[credibility ?? 6] ?? []);
  return judged.length === 0 ? null : Math.max(...judged);
}
