/** Brings the first lit words of a page of text into view, and tells what was found. */
import { type RefObject, useEffect, useRef } from 'react';
import type { PassageOutcome } from './PassageBar.tsx';
import { absentOutcome, type LocatedTarget, type ReadingTarget } from './readingTarget.ts';

export function useLanding(
  target: ReadingTarget | null,
  found: LocatedTarget | null,
  onOutcome: (outcome: PassageOutcome) => void,
): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    onOutcome(found ? found.outcome : absentOutcome(target));
    // Without a way through lines above it: those of a sheet stay in sight, and would lie over the words.
    place.current?.querySelector('.highlight-text, .cell-lit')?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [target, found, onOutcome]);
  return place;
}
