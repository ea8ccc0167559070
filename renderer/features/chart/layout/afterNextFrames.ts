/** Lets what waits to be drawn be drawn first: a layout of thousands would take half of each frame from it. */
const FRAMES = 3;
/** A window that is not in sight draws no frames, and must not wait for them. */
const AT_MOST_MS = 400;

export function afterNextFrames(): Promise<void> {
  return new Promise(resolve => {
    const last = setTimeout(resolve, AT_MOST_MS);
    const next = (left: number) => {
      if (left > 0) requestAnimationFrame(() => next(left - 1));
      else {
        clearTimeout(last);
        resolve();
      }
    };
    next(FRAMES);
  });
}
