/** What leaves: the report in its formats, and the bundle for a reviewer. */
import { existsSync } from 'node:fs';
import { goTo } from './caseSteps.ts';
import { expect } from './expect.ts';
import type { RunningApp } from './launchApp.ts';

export const FORMATS = [
  { name: 'DOCX', suffix: 'docx' },
  { name: 'PDF', suffix: 'pdf' },
  { name: 'HTML', suffix: 'html' },
  { name: 'Markdown', suffix: 'md' },
] as const;

/** Two clicks with the pre-flight between them. */
export async function compile(run: RunningApp, format: (typeof FORMATS)[number], path: string): Promise<void> {
  const { page } = run;
  await goTo(run, 'Reports');
  await run.willChoose({ save: path });
  await page.getByRole('button', { name: `Compile to ${format.name}` }).click();
  const panel = page.getByRole('dialog', { name: `Compile to ${format.name}` });
  await expect(panel.getByRole('table', { name: 'Exhibits cited' })).toHaveCount(1);
  await panel.getByRole('button', { name: /^Save as/ }).click();
  await panel.getByText('is written, and frozen as an edition').waitFor({ timeout: 60_000 });
  if (!existsSync(path)) throw new Error(`the window says that ${path} is written, but it is not there`);
  await panel.getByRole('button', { name: 'Close' }).click();
  await panel.waitFor({ state: 'hidden' });
}

export async function exportBundle(run: RunningApp, path: string, recipient: string, reason: string): Promise<void> {
  const { page } = run;
  await goTo(run, 'Exchange');
  await run.willChoose({ save: path });
  await page.getByRole('region', { name: 'Pre-flight' }).getByRole('table', { name: 'Exhibits that go' }).waitFor();
  await page.getByLabel('Recipient').fill(recipient);
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: /^Save the bundle as/ }).click();
  const written = page.getByText('is written. Its list, digest and recipient are under');
  try {
    await written.waitFor({ timeout: 90_000 });
  } catch (cause) {
    // How far it came: a job that stands still says at what.
    throw new Error(`the bundle was not written; the window says:\n${await page.locator('body').innerText()}`, {
      cause,
    });
  }
  if (!existsSync(path)) throw new Error(`the window says that ${path} is written, but it is not there`);
}
