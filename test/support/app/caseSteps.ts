/** Vault, case and places: the steps before and between the work. */
import { expect } from './expect.ts';
import type { RunningApp } from './launchApp.ts';

export const PASSPHRASE = 'granite otter lantern seventeen';
export const PERSON = 'Ada Vinterhaug';

export type PlaceName =
  | 'Overview'
  | 'Exhibits'
  | 'Search'
  | 'Entities'
  | 'Chart'
  | 'Timeline'
  | 'Map'
  | 'Findings'
  | 'Requests'
  | 'Sources'
  | 'Review'
  | 'Reports'
  | 'Exchange'
  | 'Custody'
  | 'People and keys';
export const PLACES: readonly PlaceName[] = [
  'Overview',
  'Exhibits',
  'Search',
  'Entities',
  'Chart',
  'Timeline',
  'Map',
  'Findings',
  'Requests',
  'Sources',
  'Review',
  'Reports',
  'Exchange',
  'Custody',
  'People and keys',
];

export async function createVault(run: RunningApp, path: string, name = 'Coalition cell 4'): Promise<void> {
  const { page } = run;
  await run.willChoose({ save: path });
  await page.getByLabel('Name of the vault').fill(name);
  await page.getByLabel('Your name').fill(PERSON);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The same again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Create vault' }).click();
  await page.getByRole('button', { name: 'New case' }).waitFor();
}

export interface CaseToOpen {
  reference: string;
  title: string;
  workstream: string;
}

export async function newCase({ page }: RunningApp, { reference, title, workstream }: CaseToOpen): Promise<void> {
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByLabel('Reference').fill(reference);
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Workstream').fill(workstream);
  await page.getByRole('button', { name: 'Open the case' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

export async function loadSampleCase({ page }: RunningApp): Promise<void> {
  await page.getByRole('button', { name: 'Load the sample case' }).click();
  await page.getByRole('navigation', { name: 'Case' }).waitFor({ timeout: 60_000 });
}

export async function goTo({ page }: RunningApp, place: PlaceName): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Case' })
    .getByRole('button', { name: new RegExp(`^${place}`) })
    .click();
  await page.getByRole('main', { name: place }).waitFor();
}

export async function lockAndUnlock({ page }: RunningApp): Promise<void> {
  await page.getByRole('button', { name: 'Lock the vault' }).click();
  await page.getByLabel('Passphrase', { exact: true }).waitFor();
  await expect(page.getByRole('navigation', { name: 'Case' })).toHaveCount(0);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page
    .getByRole('button', { name: /^(?:Unlock|Open)/ })
    .first()
    .click();
  await page.getByRole('navigation', { name: 'Case' }).waitFor();
}

/** Answers how many events the chain holds; fails when the window says that it breaks. */
export async function checkChain(run: RunningApp): Promise<number> {
  await goTo(run, 'Custody');
  await run.page.getByRole('button', { name: 'Check the chain' }).click();
  const words = await run.page.getByText(/The chain (?:is whole|breaks)/).textContent();
  const whole = /is whole: each of ([\d,]+) events/.exec(words ?? '');
  if (!whole) throw new Error(`custody: ${words}`);
  return Number(whole[1]?.replaceAll(',', ''));
}
