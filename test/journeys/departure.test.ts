/** What leaves: the audience, what stays and why, a redacted copy in the place of its original, and the record afterwards. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/app/axe.ts';
import { createVault, goTo, loadSampleCase } from '../support/app/caseSteps.ts';
import { openExhibit } from '../support/app/evidenceSteps.ts';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';
import { LOOKS } from '../support/app/places.ts';
import { drawRegion, readerFrame, selectWords } from '../support/app/readerFrame.ts';

const SECRET = 'At 02:14 UTC';

describe('what leaves', () => {
  let folder: string;
  let run: RunningApp;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-departure-'));
    const shots = process.env['PROBATUM_SHOTS'];
    run = await launchApp({ pictures: shots && join(shots, 'departure') });
    await createVault(run, join(folder, 'sample.probatum'));
    await loadSampleCase(run);
  });
  afterAll(async () => {
    await run?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(run.heard.splice(0)).toEqual([]));

  /** Where nobody looks at pictures, one size is checked in both themes. */
  async function inBothThemes(name: string): Promise<void> {
    for (const { size, theme } of LOOKS) {
      if (size !== '1280x800' && !process.env['PROBATUM_SHOTS']) continue;
      await run.resize(size);
      await run.theme(theme);
      await run.picture(`${name}-${size}-${theme}`);
      if (size === '1280x800') expect(await axeFindings(run.page)).toEqual([]);
    }
    await run.resize('1280x800');
    await run.theme('light');
  }

  test('words are marked for redaction in the page, and a copy has them no more', async () => {
    const { page } = run;
    await openExhibit(run, /Imagery report/);
    const popover = page.getByRole('dialog', { name: 'Mark for redaction' });
    await (await readerFrame(page)).getByText(SECRET, { exact: false }).first().waitFor({ state: 'attached' });
    await drawRegion(page, { x: 0.1, y: 0.05 }, { x: 0.6, y: 0.12 });
    await page.getByRole('button', { name: 'Redact …' }).click();
    await popover.getByRole('button', { name: 'Mark for redaction' }).click();
    await popover.waitFor({ state: 'hidden' });
    await selectWords(page, SECRET);
    await page.getByRole('button', { name: 'Redact …' }).click();
    await popover.getByLabel('Why must it not leave?').selectOption('confidential-source');
    await inBothThemes('redact');
    await popover.getByRole('button', { name: 'Mark for redaction' }).click();
    await page.getByRole('tab', { name: 'Exhibit', exact: true }).click();
    const marks = page.getByRole('list', { name: 'Marked for redaction' });
    await marks.getByText(SECRET).waitFor();
    await marks.getByText('a region').waitFor();
    await page.getByRole('button', { name: 'Make the redacted copy' }).scrollIntoViewIfNeeded();
    await inBothThemes('redaction-marks');
    await page.getByRole('button', { name: 'Make the redacted copy' }).click();
    const copies = page.getByRole('list', { name: 'Copies made of it' });
    await copies.waitFor({ timeout: 60_000 });
    await copies.getByRole('button').first().click();
    await page.getByRole('tab', { name: 'Exhibit', exact: true }).click();
    await page.getByText(/A redacted copy \(2 places\) of/).waitFor();
    await (await readerFrame(page)).locator('canvas, img').first().waitFor();
    await inBothThemes('redacted-copy');
  });

  test('the pre-flight lists what goes, what stays and what the files tell, by audience', async () => {
    const { page } = run;
    await goTo(run, 'Exchange');
    await page.getByRole('table', { name: 'Exhibits that go' }).waitFor();
    await inBothThemes('send');
    await page.getByLabel('Audience').selectOption('public');
    await page
      .getByText(/may not go to the public/)
      .first()
      .waitFor();
    await page.getByText(/marks stay, and what rests on them/).click();
    await inBothThemes('send-public');
    expect(await page.getByRole('button', { name: /^Save the bundle/ }).isDisabled()).toBe(true);
    await page.getByLabel('Audience').selectOption('as-marked');
  });

  test('a bundle leaves without what was left out, and its list is on record', async () => {
    const { page } = run;
    await goTo(run, 'Exchange');
    const leaveOut = page.getByRole('button', { name: /^Leave out EX-/ });
    if (await leaveOut.count()) {
      await leaveOut.first().click();
      await page.getByRole('table', { name: 'What stays' }).getByText('the sender left it out').first().waitFor();
    }
    await inBothThemes('send-left-out');
    const path = join(folder, 'bundle.zip');
    await run.willChoose({ save: path });
    await page.getByLabel('Recipient').fill('Reviewer of the exercise');
    await page.getByLabel('Reason').fill('Second reading');
    await page.getByRole('button', { name: /^Save the bundle/ }).click();
    await page.getByText('is written. Its list, digest and recipient').waitFor({ timeout: 90_000 });
    expect(Object.keys(unzipSync(readFileSync(path))).length).toBeGreaterThan(10);
    await page.getByRole('tab', { name: 'What left' }).click();
    await page.getByRole('button', { name: 'Show list of Bundle' }).click();
    await page.getByRole('table', { name: 'What went' }).waitFor();
    await inBothThemes('history');
  });

  test('a case that is marked goes no way out, and the window says why', async () => {
    const { page } = run;
    await goTo(run, 'Exchange');
    await page.getByRole('tab', { name: 'What never leaves' }).click();
    await page.getByRole('button', { name: 'Never leaves …' }).click();
    await page.getByLabel(/never leave this vault\?/).fill('Lent by a State for reading on the spot');
    await inBothThemes('never-ask');
    await page.getByRole('button', { name: 'Never let it leave' }).click();
    await page.getByText(/never leaves this vault:/).waitFor();
    await inBothThemes('never-marked');
    await page.getByRole('tab', { name: 'Send a bundle' }).click();
    await page
      .getByText(/stays in this vault/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: /^Save the bundle/ }).isDisabled()).toBe(true);
    await page.getByRole('tab', { name: 'What never leaves' }).click();
    await page.getByRole('button', { name: 'Lift the mark …' }).click();
    await page.getByLabel(/may .* leave again\?/).fill('The State agreed in writing');
    await page.getByRole('button', { name: 'Lift the mark', exact: true }).click();
    await page.getByText('It may leave.').waitFor();
  });
});
