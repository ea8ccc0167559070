/** Colours on their way to others: in the midst of it neither a contrast nor a picture is that of the theme. */
import type { Frame, Page } from 'playwright';

/** Only transitions are waited for: an animation such as that of a busy button has no end. */
export async function transitionsEnded(shown: Page | Frame): Promise<void> {
  await shown.evaluate(async () => {
    const running = document.getAnimations().filter(one => one instanceof CSSTransition);
    // One that is overtaken by another is rejected; that is an end as well.
    await Promise.allSettled(running.map(one => one.finished));
  });
}
