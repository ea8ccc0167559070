/** From words in a page to entities, ties and events, and from a chart, timeline or map back to the words. */
import type { Locator } from 'playwright';
import { goTo } from './caseSteps.ts';
import { until } from './expect.ts';
import { openExhibit } from './evidenceSteps.ts';
import type { RunningApp } from './launchApp.ts';
import { litWords, selectWords } from './readerFrame.ts';

export interface Taking {
  exhibit: RegExp;
  words: string;
  /** What is taken of the list. */
  offer: RegExp;
  /** The page to turn to first, as printed. */
  page?: string;
  /** For a number: whose it is, as a person types it. */
  whose?: string;
}

/** Select, press E, take an offer. */
export async function takeFromPage(
  run: RunningApp,
  { exhibit, words, offer, page: label, whose }: Taking,
): Promise<void> {
  const { page } = run;
  await openExhibit(run, exhibit);
  if (label) {
    await page.getByLabel(/^Page, by its printed label/).fill(label);
    await page.keyboard.press('Enter');
  }
  await selectWords(page, words);
  await page.getByRole('dialog', { name: 'Selected passage' }).waitFor();
  await page.keyboard.press('e');
  const choice = page.getByRole('dialog', { name: 'Entity from the page' });
  if (whose) await choice.getByLabel('Name or number of whose it is').fill(whose);
  await choice.getByRole('listbox', { name: 'Entities' }).getByRole('option', { name: offer }).first().click();
  await page.getByRole('group', { name: /^(?:New entity|Recorded|Cited)$/ }).waitFor();
  await page.keyboard.press('Escape');
}

/** Marks words, so that a form can rest on them. */
export async function markWords(run: RunningApp, exhibit: RegExp, words: string): Promise<void> {
  const { page } = run;
  await openExhibit(run, exhibit);
  await selectWords(page, words);
  await page.getByRole('dialog', { name: 'Selected passage' }).waitFor();
  await page.keyboard.press('m');
  await page.getByRole('group', { name: 'Marked' }).waitFor();
  await page.keyboard.press('Escape');
}

export async function openEntity(run: RunningApp, name: string): Promise<void> {
  const { page } = run;
  await goTo(run, 'Entities');
  await page.getByLabel('Find entities').fill(name);
  await page
    .getByRole('listbox', { name: 'Entities' })
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click();
  await page.getByRole('heading', { name }).first().waitFor();
}

/** A field that looks things up: type, and take the first that has the words. */
export async function choose(panel: Locator, label: string, words: string, option: RegExp): Promise<void> {
  await panel.getByRole('combobox', { name: label }).last().fill(words);
  const list = panel.page().getByRole('listbox', { name: label }).last();
  await list.getByRole('option', { name: option }).first().click();
}

/** From an inspector's cited words to the page: they must be what is lit there. */
export async function readCited(run: RunningApp, words: string): Promise<void> {
  await run.page
    .getByRole('list', { name: /^Words cited/ })
    .getByRole('button', { name: new RegExp(`in its page: .?${words}`) })
    .first()
    .click();
  await until(
    async () => (await litWords(run.page)).replace(/\s+/g, ' ').includes(words),
    async () => `“${words}” is not lit but “${await litWords(run.page)}”`,
  );
}

/** What stands there now goes into the report, with the words that are proposed for it. */
export async function putIntoReport(run: RunningApp, kind: 'chart' | 'timeline' | 'map'): Promise<string> {
  const { page } = run;
  await page.getByRole('button', { name: `Put this ${kind} into the report` }).click();
  const panel = page.getByRole('dialog', { name: `Put this ${kind} into the report` });
  await panel.getByRole('img').first().waitFor();
  await until(
    async () => (await panel.getByLabel('Source line').inputValue()).includes('EX-'),
    async () => `the source line of the ${kind} is “${await panel.getByLabel('Source line').inputValue()}”`,
  );
  const source = await panel.getByLabel('Source line').inputValue();
  await panel.getByRole('button', { name: 'Add to the report' }).click();
  await panel.waitFor({ state: 'hidden' });
  return source;
}
