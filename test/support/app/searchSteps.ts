/** Search, and the page that a hit opens. */
import type { Locator } from 'playwright';
import { goTo } from './caseSteps.ts';
import { until } from './expect.ts';
import type { RunningApp } from './launchApp.ts';
import { litIsInView, litWords } from './readerFrame.ts';

export function results({ page }: RunningApp): Locator {
  return page.getByRole('listbox', { name: 'Results' });
}

/** Answers what the foot of the list counts, such as `2 pages in 1 exhibit`. */
export async function search(run: RunningApp, words: string): Promise<string> {
  const { page } = run;
  await goTo(run, 'Search');
  const box = page.getByRole('combobox', { name: 'Search the text of all exhibits' });
  await box.fill(words);
  await box.press('Enter');
  const count = page.getByRole('region', { name: 'Results' }).getByRole('status');
  const marks = (): Promise<string[]> => results(run).locator('mark').allInnerTexts();
  const plain = words.replaceAll('"', '').toLowerCase();
  await until(
    async () => (await marks()).some(mark => plain.includes(mark.toLowerCase())),
    async () => `no hit for ${words}: ${await count.innerText()}`,
  );
  return count.innerText();
}

/** Opens the first hit whose line fits, and waits until these words of its page are lit and in view. */
export async function openHit(run: RunningApp, line: string | RegExp, words: string): Promise<void> {
  await results(run).getByRole('option', { name: line }).first().click();
  // What was lit before stays until the page of the hit is there.
  await until(
    async () => (await litWords(run.page)) === words && (await litIsInView(run.page)),
    async () =>
      `“${await litWords(run.page)}” is lit instead of “${words}”, ${(await litIsInView(run.page)) ? 'in' : 'out of'} view`,
  );
}
