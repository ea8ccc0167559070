/** The size of an element in whole pixels, 0 by 0 until it is known. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { useIsPrinting } from '../shell/listScroller.ts';
import type { Size } from './camera.ts';

export function useSize(place: RefObject<Element | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = (): void => {
      const [width, height] = [Math.floor(element.clientWidth), Math.floor(element.clientHeight)];
      setSize(before => (before.width === width && before.height === height ? before : { width, height }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [place]);
  return size;
}

/** What fits between the margins of A4 and of Letter (`print.css`), in CSS pixels. */
const PAPER: Size = { width: 660, height: 560 };

/** The size to draw for: that of the element, or of the paper while it prints, which no element has before it is printed. */
export function useDrawnSize(onScreen: Size): Size {
  return useIsPrinting() ? PAPER : onScreen;
}
