import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { type InkColours, screenColours } from './inkColours.ts';

/** Width and height of an element, now and as it changes; 0 until it is laid out. */
export function useSizeOf(box: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () =>
      setSize(now =>
        now.width === element.clientWidth && now.height === element.clientHeight
          ? now
          : { width: element.clientWidth, height: element.clientHeight },
      );
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [box]);
  return size;
}

/** The colours of the theme as it is now; given anew when it changes or a face has come, since what is painted is painted anew then. */
export function useScreenColours(): InkColours {
  const [colours, setColours] = useState(screenColours);
  useEffect(() => {
    const changed = () => setColours(screenColours());
    const attributes = new MutationObserver(changed);
    attributes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    document.fonts?.addEventListener('loadingdone', changed);
    return () => {
      attributes.disconnect();
      document.fonts?.removeEventListener('loadingdone', changed);
    };
  }, []);
  return colours;
}
