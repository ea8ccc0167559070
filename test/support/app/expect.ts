/** Assertions that wait, made of locators alone, so that the unattended walk can use them without a test runner. */
import type { Locator } from 'playwright';

const LIMIT_MS = 20_000;

export interface Expectation {
  toHaveCount(count: number): Promise<void>;
  toContainText(words: string | RegExp): Promise<void>;
}

export function expect(locator: Locator): Expectation {
  return {
    toHaveCount: count =>
      until(
        async () => (await locator.count()) === count,
        async () => `${await locator.count()} instead of ${count} of ${locator}`,
      ),
    toContainText: words =>
      until(
        async () => fits(await locator.first().innerText(), words),
        async () =>
          `${locator} says “${await locator
            .first()
            .innerText()
            .catch(() => 'nothing')}” instead of ${words}`,
      ),
  };
}

/** Asks again and again until it holds; each time after the page had a moment to draw. */
export async function until(
  holds: () => Promise<boolean>,
  otherwise: () => Promise<string>,
  limitMs = LIMIT_MS,
): Promise<void> {
  const end = Date.now() + limitMs;
  for (;;) {
    if (await holds().catch(() => false)) return;
    if (Date.now() > end) throw new Error(await otherwise());
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function fits(text: string, words: string | RegExp): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}
