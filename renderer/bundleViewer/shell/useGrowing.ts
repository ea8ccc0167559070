/** How many of a long list to draw: what is seen at first at once, the rest little by little while nothing else is to be done. */
import { useEffect, useState } from 'react';
import { useIsPrinting } from './listScroller.ts';

const FIRST = 8;
const STEP = 12;

/** `least`: up to what is asked for by its place, which must be there at once. */
export function useGrowing(count: number, least: number): number {
  const [shown, setShown] = useState(FIRST);
  const printing = useIsPrinting();
  const now = Math.max(shown, least);
  useEffect(() => {
    if (now >= count) return;
    // A timer, since Safari has no idle callback; between two the browser draws and hears.
    const timer = setTimeout(() => setShown(now + STEP), 20);
    return () => clearTimeout(timer);
  }, [now, count]);
  return printing ? count : Math.min(count, now);
}
