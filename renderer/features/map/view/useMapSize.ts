import { type RefObject, useLayoutEffect, useState } from 'react';

/** 0 by 0 until it is laid out; hidden, it keeps the size that it had, so that a picture can be made of it. */
export function useMapSize(box: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const settle = () =>
      setSize(now =>
        element.clientWidth === 0 || (now.width === element.clientWidth && now.height === element.clientHeight)
          ? now
          : { width: element.clientWidth, height: element.clientHeight },
      );
    settle();
    const sizes = new ResizeObserver(settle);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [box]);
  return size;
}
