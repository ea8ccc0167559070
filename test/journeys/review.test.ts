/** The reviewer's way back: remarks made in the viewer, opened from disk in a real browser, arrive in the app and are answered. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReview } from '../../shared/domain/review.ts';
import { axeFindings, isGrave } from '../support/app/axe.ts';
import { createVault, goTo, loadSampleCase } from '../support/app/caseSteps.ts';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';
import { exportBundle } from '../support/app/leavingSteps.ts';
import { openBundle, type OpenedBundle, unpackBundle } from '../support/app/openBundle.ts';
import { putAway, SAMPLE_FINDING } from '../support/app/places.ts';
import { openFinding } from '../support/app/findingSteps.ts';

const program = process.env['PROBATUM_CHROMIUM'] ?? '/usr/bin/chromium';
const KOREAN =
  '이 인용문은 두 선박이 나란히 있었다는 것만 말하며, 유류가 옮겨졌다고는 말하지 않는다. 환적을 뒷받침할 두 번째 독립된 출처를 제시하거나 문장을 고쳐야 한다.';
const shots = process.env['PROBATUM_SHOTS'];

describe.skipIf(!existsSync(program))('a review', () => {
  let folder: string;
  let run: RunningApp;
  let viewer: OpenedBundle;
  let saved: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-review-'));
    run = await launchApp({ pictures: shots && join(shots, 'review') });
    await createVault(run, join(folder, 'sample.probatum'));
    await loadSampleCase(run);
    await exportBundle(run, join(folder, 'bundle.zip'), 'Reviewing body', 'For review before publication');
    viewer = await openBundle(unpackBundle(join(folder, 'bundle.zip'), join(folder, 'read')), program);
  }, 180_000);
  afterAll(async () => {
    await viewer?.close();
    await run?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const picture = async (name: string): Promise<void> => {
    if (shots) await viewer.page.screenshot({ path: join(shots, 'review', `${name}.png`) });
  };

  /** axe asks for the style sheet to judge it, which the page's policy refuses: that is its complaint, not the page's. */
  const graveInViewer = async () => {
    const before = viewer.complaints.length;
    const found = (await axeFindings(viewer.page)).filter(isGrave);
    viewer.complaints.splice(before);
    return found;
  };

  test('is written in the viewer, by keyboard, and kept by the browser over a reload', async () => {
    const { page } = viewer;
    const button = page.locator('[data-review-target^="citation"]').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('김검토 (R. Reviewer)');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Example Institute');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: /^Comments on / });
    await panel.getByRole('combobox', { name: 'Verdict' }).selectOption({ label: 'The words do not say this' });
    await panel.getByLabel('Remark').focus();
    await page.keyboard.insertText(KOREAN);
    await panel.getByLabel(/On record as a dissent/).check();
    await picture('viewer-panel-light');
    expect(await graveInViewer()).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await panel.getByText(KOREAN).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-review-target'))).toMatch(/^citation /);
    await say(page, page.locator('[data-review-target^="claim"]').first(), 'Who owned it on that day?');
    // On a page, of the words that are selected in it.
    await page.getByText('At 02:14 UTC on 15 March 2026').first().click();
    await page.locator('.textLayer span').first().waitFor();
    await page.evaluate(() => {
      const words = document.querySelector('.textLayer span');
      if (words) document.getSelection()?.selectAllChildren(words);
    });
    await say(page, page.locator('.page-tools [data-review-target^="exhibit"]'), 'The stamp is not legible.');
    // Of the report as a whole, which is frozen with the bundle.
    await page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: /^Report/ })
      .click();
    await say(page, page.locator('[data-review-target^="edition"]'), 'Number the annexes.');
    // The browser asks before it leaves: remarks are in no file yet.
    const asked = page.waitForEvent('dialog').then(async dialog => {
      await dialog.accept();
      return dialog.type();
    });
    await page.reload();
    expect(await asked).toBe('beforeunload');
    await page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: /^Review/ })
      .click();
    await page.getByText('4 remarks are not in a file yet.').waitFor();
    expect(await page.locator('.remark-text').allTextContents()).toEqual([
      KOREAN,
      'Who owned it on that day?',
      'The stamp is not legible.',
      'Number the annexes.',
    ]);
  });

  test('is saved as a file, by which another browser goes on', async () => {
    const { page } = viewer;
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save review file' }).click();
    const download = await downloading;
    saved = join(folder, download.suggestedFilename());
    await download.saveAs(saved);
    await page.getByText(/^Saved as review-/).waitFor();
    await picture('viewer-review-light');
    expect(await graveInViewer()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture('viewer-review-dark');
    const reading = readReview(readFileSync(saved, 'utf8'));
    if (reading.kind !== 'review') throw new Error(reading.kind);
    expect(reading.problems).toEqual([]);
    const onPage = reading.review.remarks.find(({ subject }) => subject.kind === 'exhibit');
    expect([onPage?.subject.pageIndex, onPage?.subjectName, onPage?.quote !== '']).toEqual([
      0,
      'EX-0009, PDF page 1',
      true,
    ]);
    expect(reading.review.reviewer).toEqual({ name: '김검토 (R. Reviewer)', team: 'Example Institute' });
    await page.getByRole('button', { name: 'Take out of this browser' }).click();
    await page.getByRole('button', { name: 'Take out', exact: true }).click();
    await page.getByText('Nothing has been said yet').waitFor();
    await page.getByLabel('Review file to load').setInputFiles(saved);
    await page.getByText(/^4 remarks loaded from/).waitFor();
    await page.getByLabel('Review file to load').setInputFiles(join(folder, 'bundle.zip'));
    await page.getByText('this is not a review file').waitFor();
    expect(viewer.complaints).toEqual([]);
  });

  test('arrives in the app at what it speaks of, and is answered there', async () => {
    const { page } = run;
    await goTo(run, 'Review');
    await page.getByRole('button', { name: 'Receive a review …' }).click();
    await run.willChoose({ open: [saved] });
    await page.getByRole('button', { name: 'Choose a review file …' }).click();
    await page.getByText(/4 remarks, 1 dissent: 4 new here/).waitFor();
    await page.getByText(/^sent .* to Reviewing body as bundle\.zip/).waitFor();
    await looks('receive');
    await page.getByRole('button', { name: 'Take in these remarks' }).click();
    await page.getByText(/4 remarks taken in/).waitFor();
    await page.getByRole('button', { name: 'Read them' }).click();
    await page.getByRole('radio', { name: 'Dissent' }).check({ force: true });
    await page
      .getByRole('listbox', { name: 'Threads' })
      .getByRole('option', { name: /이 인용문은/ })
      .click();
    await page.getByRole('article', { name: /^Thread of 김검토/ }).waitFor();
    await looks('review-place');
    // By keyboard: reject, with the reason that stays in the thread.
    await page.getByRole('listbox', { name: 'Threads' }).focus();
    await page.keyboard.press('x');
    await page.getByLabel('Reason').fill('The second source is EX-0004; the claim now cites it.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Comment rejected; it stays in view with your reason.').first().waitFor();
    await looks('review-settled');
    await page.getByRole('button', { name: 'Go to it' }).click();
    await page.getByRole('main', { name: 'Findings' }).waitFor();
    await putAway(run);
    await openFinding(run, SAMPLE_FINDING);
    const onCitation = page.getByRole('button', { name: /^Comments on .*2 comments, 0 open, with dissent/ });
    await onCitation.click();
    await page
      .getByRole('dialog', { name: /^Comments on/ })
      .getByText(KOREAN)
      .waitFor();
    await looks('citation-comments');
    await page.keyboard.press('Escape');
    await goTo(run, 'Reports');
    await page.getByText('1 dissent is on record at this finding.').first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: /^Comments on .*, edition 1, 1 comment, 1 open/ }).click();
    await page
      .getByRole('dialog', { name: /^Comments on/ })
      .getByText('Number the annexes.')
      .waitFor();
    await looks('edition-comments');
    expect(run.heard.splice(0)).toEqual([]);
  });

  /** In both themes and sizes, for whoever looks at the pictures; accessibility is always checked. */
  async function looks(name: string): Promise<void> {
    expect((await axeFindings(run.page)).filter(isGrave)).toEqual([]);
    if (!shots) return;
    for (const theme of ['light', 'dark'] as const) {
      await run.theme(theme);
      for (const size of ['1280x800', '1920x1080'] as const) {
        await run.resize(size);
        await run.picture(`${name}-${size}-${theme}`);
      }
    }
    await run.theme('light');
    await run.resize('1280x800');
  }
});

async function say(page: Page, button: ReturnType<Page['locator']>, words: string): Promise<void> {
  await button.click();
  const panel = page.getByRole('region', { name: /^Comments on / });
  await panel.getByLabel('Remark').fill(words);
  await panel.getByRole('button', { name: 'Add remark' }).click();
  await panel.getByText(words).waitFor();
  await page.keyboard.press('Escape');
}
