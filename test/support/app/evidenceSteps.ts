/** Evidence in: a folder or a drop, what became of it, and what is said of all of it at once. */
import { createHash } from 'node:crypto';
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

/** From the button, with the dialog answered; ends when the job has. Answers what the window says became of it. */
export async function addFolder(run: RunningApp, folder: string): Promise<string> {
  await goTo(run, 'Exhibits');
  await run.willChoose({ open: [folder] });
  const first = run.page.getByRole('button', { name: 'Add folder …' });
  if (await first.count()) await first.first().click();
  else {
    await run.page.getByRole('button', { name: 'Add evidence' }).click();
    await run.page.getByRole('menuitem', { name: /folder/i }).click();
  }
  return admissionEnd(run, basename(folder));
}

/** Files on the window itself: real ones with a path, as the preload reads it off the drop. */
export async function dropFile(run: RunningApp, path: string): Promise<string> {
  const { page } = run;
  // The browser's own input gives a file that is on disk; the page cannot make one up.
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = `drop-${Date.now()}`;
    input.hidden = true;
    input.dataset['for'] = 'drop';
    document.body.append(input);
  });
  await page.locator('input[data-for="drop"]').setInputFiles(path);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('input[data-for="drop"]');
    const file = input?.files?.[0];
    if (!input || !file) throw new Error('no file to drop');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    const target = document.querySelector('main') ?? document.body;
    for (const type of ['dragenter', 'dragover', 'drop'])
      target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer }));
    input.remove();
  });
  return admissionEnd(run, basename(path));
}

/** `name` tells this drop from the one before it. */
async function admissionEnd(run: RunningApp, name: string): Promise<string> {
  const { page } = run;
  await inspector(run).getByText(name, { exact: true }).waitFor();
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
  for (const [label, value] of [['Obtained how', how], ['Obtained when', when], ['Published', published]] as const) {
    if (value === undefined) continue;
    await fields.getByLabel(label).fill(value);
    await fields.getByLabel(label).press('Tab');
  }
  if (source !== undefined) await chooseSource(run, source);
}

/** By its name; one that is not there yet is made in the same field. */
export async function chooseSource(run: RunningApp, name: string): Promise<void> {
  const field = inspector(run).getByRole('combobox', { name: 'Source' });
  await field.click();
  await field.fill(name);
  await run.page.getByRole('listbox', { name: 'Source' }).getByRole('option', { name: new RegExp(escape(name)) }).first().waitFor();
  await field.press('Enter');
  await until(async () => (await field.inputValue()) === name, async () => `the source is “${await field.inputValue()}”`);
}

export async function enterPassword(run: RunningApp, exhibit: string | RegExp, password: string): Promise<void> {
  await exhibitRow(run, exhibit).click();
  await inspector(run).getByLabel('Password of the document').fill(password);
  await inspector(run).getByRole('button', { name: 'Read it' }).click();
  await inspector(run).getByText(/^read/).waitFor();
}

/** Opens an exhibit in the reading pane. */
export async function openExhibit(run: RunningApp, words: string | RegExp): Promise<void> {
  await goTo(run, 'Exhibits');
  await exhibitRow(run, words).first().dblclick();
  await run.page.getByRole('region', { name: /^Reader: / }).waitFor();
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
