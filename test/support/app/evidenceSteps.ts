/** Evidence in: a folder or a drop, what became of it, and what is said of all of it at once. */
import { basename } from 'node:path';
import type { Locator } from 'playwright';
import { goTo } from './caseSteps.ts';
import { until } from './expect.ts';
import type { RunningApp } from './launchApp.ts';

export function inspector({ page }: RunningApp): Locator {
  return page.getByRole('region', { name: 'Inspector' });
}

export function exhibitRow({ page }: RunningApp, words: string | RegExp): Locator {
  return page.getByRole('listbox', { name: 'Exhibits' }).getByRole('option', { name: words });
}

/** A file or a folder on the window; ends when the job has. Answers what the window says became of it. */
export async function dropOnWindow(run: RunningApp, path: string): Promise<string> {
  await startDrop(run, path);
  return admissionEnd(run, basename(path));
}

/** A real drag of Chromium's own, with the paths that the preload reads off it. */
export async function startDrop(run: RunningApp, path: string): Promise<void> {
  const { page, app } = run;
  const session = await app.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop', y: number) =>
    session.send('Input.dispatchDragEvent', {
      type,
      x: width / 2,
      y,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
  const sign = page.getByText('Drop to admit as evidence');
  // Over the title bar first, as a hand from outside comes; then wherever, an open page included.
  await drag('dragEnter', 10);
  await sign.waitFor();
  await drag('dragOver', height / 2);
  await drag('drop', height / 2);
  await sign.waitFor({ state: 'hidden' });
  await session.detach();
}

/** From the button, with the dialog answered; ends when the job has. Answers what the window says became of it. */
export async function addFile(run: RunningApp, path: string): Promise<string> {
  await goTo(run, 'Exhibits');
  await run.willChoose({ open: [path] });
  await run.page.getByRole('button', { name: 'Add evidence' }).click();
  await run.page.getByRole('menuitem', { name: /files/i }).click();
  return admissionEnd(run, basename(path));
}

/** `name` tells this drop from the one before it. */
async function admissionEnd(run: RunningApp, name: string): Promise<string> {
  const { page } = run;
  await inspector(run).getByText(name, { exact: true }).first().waitFor();
  await inspector(run).getByRole('heading', { name: 'Evidence given' }).waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'No work in progress' }).waitFor();
  return inspector(run).innerText();
}

export interface Provenance {
  source: string;
  how: string;
  when: string;
  published: string;
}

/** Said once for a whole drop, or for the exhibits that are selected. Each field holds as soon as it is left. */
export async function describe(run: RunningApp, { source, how, when, published }: Partial<Provenance>): Promise<void> {
  const fields = inspector(run);
  for (const [label, value] of [
    ['Obtained how', how],
    ['Obtained when', when],
    ['Published', published],
  ] as const) {
    if (value === undefined) continue;
    await fields.getByLabel(label).fill(value);
    await fields.getByLabel(label).press('Tab');
  }
  if (source !== undefined) await chooseSource(run, fields, source);
}

/** Selects one exhibit and answers where its provenance is: the inspector of the list, or the tab beside an open page. */
export async function provenanceOf(run: RunningApp, exhibit: string | RegExp): Promise<Locator> {
  await goTo(run, 'Exhibits');
  await exhibitRow(run, exhibit).first().click();
  const fields = run.page.getByRole('region', { name: 'Provenance' });
  const tab = run.page.getByRole('tab', { name: 'Exhibit', exact: true });
  await fields.or(tab).first().waitFor();
  if (await tab.count()) await tab.click();
  await fields.waitFor();
  return fields;
}

/** By its name; one that is not there yet is made in the same field. */
export async function chooseSource(run: RunningApp, fields: Locator, name: string): Promise<void> {
  const field = fields.getByRole('combobox', { name: 'Source' });
  await field.click();
  await field.fill(name);
  await run.page
    .getByRole('listbox', { name: 'Source' })
    .getByRole('option', { name: new RegExp(literally(name)) })
    .first()
    .waitFor();
  await field.press('Enter');
  await until(
    async () => (await field.inputValue()) === name,
    async () => `the source is “${await field.inputValue()}”`,
  );
}

export async function enterPassword(run: RunningApp, exhibit: string | RegExp, password: string): Promise<void> {
  await exhibitRow(run, exhibit).click();
  await inspector(run).getByLabel('Password of the document').fill(password);
  await inspector(run).getByRole('button', { name: 'Read it', exact: true }).click();
  await inspector(run).getByText(/^read/).waitFor();
}

/** Opens an exhibit in the reading pane. */
export async function openExhibit(run: RunningApp, words: string | RegExp): Promise<void> {
  await goTo(run, 'Exhibits');
  await exhibitRow(run, words).first().dblclick();
  await run.page.getByRole('region', { name: /^Reader: / }).waitFor();
}

/** For a pattern that means just these words. */
export function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
