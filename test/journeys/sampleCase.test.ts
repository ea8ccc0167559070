/** The first hour of a new user: the sample case, each place in both themes and sizes, and the window by keyboard alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, isGrave } from '../support/app/axe.ts';
import { createVault, goTo, loadSampleCase } from '../support/app/caseSteps.ts';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';
import { LOOKS, putAway, SAMPLE_FINDING, views } from '../support/app/places.ts';
import { litWords, readerFrame } from '../support/app/readerFrame.ts';

describe('the sample case', () => {
  let folder: string;
  let run: RunningApp;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-sample-'));
    const shots = process.env['PROBATUM_SHOTS'];
    run = await launchApp({ pictures: shots && join(shots, 'places') });
    await run.picture('first-run');
    await createVault(run, join(folder, 'sample.probatum'));
    await loadSampleCase(run);
  });
  afterAll(async () => {
    await run?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(run.heard.splice(0)).toEqual([]));

  test.each(LOOKS)(
    'every place shows its part at $size, $theme, and axe finds nothing grave',
    async ({ size, theme }) => {
      await run.resize(size);
      await run.theme(theme);
      const grave: string[] = [];
      const lesser: string[] = [];
      for (const { name, show } of views) {
        await putAway(run);
        await show(run);
        await run.picture(`${name}-${size}-${theme}`);
        // What axe judges does not hang on the size; each theme is judged once.
        if (size !== '1280x800') continue;
        for (const one of await axeFindings(run.page))
          (isGrave(one) ? grave : lesser).push(`${name}: ${one.impact} ${one.rule} (${one.count}) ${one.element}`);
      }
      if (lesser.length > 0) console.log(`axe, less than serious:\n${[...new Set(lesser)].join('\n')}`);
      expect(grave).toEqual([]);
      expect(await run.foreignRequests()).toEqual([]);
    },
  );

  describe('by keyboard alone', () => {
    beforeAll(async () => {
      await run.resize('1280x800');
      await run.theme('light');
      await putAway(run);
      await goTo(run, 'Overview');
    });

    test('the letters after G lead to each place, Alt+Left back', async () => {
      const { page } = run;
      for (const [key, place] of [
        ['e', 'Exhibits'],
        ['n', 'Entities'],
        ['h', 'Chart'],
        ['t', 'Timeline'],
        ['m', 'Map'],
        ['f', 'Findings'],
        ['r', 'Requests'],
        ['u', 'Sources'],
        ['v', 'Review'],
        ['p', 'Reports'],
        ['x', 'Exchange'],
        ['c', 'Custody'],
        ['o', 'Overview'],
      ] as const) {
        await page.keyboard.press('g');
        await page.keyboard.press(key);
        await page.getByRole('main', { name: place }).waitFor();
      }
      await page.keyboard.press('Alt+ArrowLeft');
      await page.getByRole('main', { name: 'Custody' }).waitFor();
    });

    test('the palette opens an exhibit at the first words of its title', async () => {
      const { page } = run;
      await page.keyboard.press('Control+k');
      await page.keyboard.type('imagery report');
      await page
        .getByRole('option', { name: /Imagery report HI-2026-0415/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: /^Reader: Imagery report/ }).waitFor();
      await (await readerFrame(page)).locator('.textLayer').first().waitFor({ state: 'attached' });
    });

    test('the palette runs a command', async () => {
      const { page } = run;
      await page.keyboard.press('Control+k');
      await page.keyboard.type('go to findings');
      await page.keyboard.press('Enter');
      await page.getByRole('main', { name: 'Findings' }).waitFor();
    });

    test('from a search to its hits: N to the next in the document, Shift+N to the next document', async () => {
      const { page } = run;
      await page.keyboard.press('g');
      await page.keyboard.press('s');
      await page.getByRole('main', { name: 'Search' }).waitFor();
      const box = page.getByRole('combobox', { name: 'Search the text of all exhibits' });
      await page.keyboard.press('/');
      await expect.poll(() => box.evaluate(element => element === document.activeElement)).toBe(true);
      await page.keyboard.press('Control+a');
      await page.keyboard.type('"FABULA HERON"');
      await page.keyboard.press('Enter');
      const hits = page.getByRole('listbox', { name: 'Results' });
      await hits
        .locator('mark', { hasText: /^FABULA HERON$/i })
        .first()
        .waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('n');
      await expect.poll(() => litWords(page), { timeout: 10_000 }).toMatch(/^FABULA HERON$/i);
      const first = await selected(page);
      await page.keyboard.press('n');
      await expect.poll(() => selected(page)).not.toBe(first);
      const reader = page.getByRole('region', { name: /^Reader: / });
      const before = await reader.getAttribute('aria-label');
      await page.keyboard.press('Shift+N');
      await expect.poll(() => reader.getAttribute('aria-label')).not.toBe(before);
      await expect.poll(() => litWords(page), { timeout: 10_000 }).toMatch(/^FABULA HERON$/i);
    });

    test('a finding is chosen in its list, and its citation opened and closed again', async () => {
      const { page } = run;
      await page.keyboard.press('g');
      await page.keyboard.press('f');
      await page.getByRole('main', { name: 'Findings' }).waitFor();
      const list = page.getByRole('listbox', { name: 'Findings' });
      await list.focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: SAMPLE_FINDING }).waitFor();
      const read = page.getByRole('button', { name: /^Read EX-\d+/ }).first();
      await read.focus();
      await page.keyboard.press('Enter');
      expect((await litWords(page)).length).toBeGreaterThan(10);
      await page.keyboard.press('Alt+ArrowLeft');
      await page.getByRole('button', { name: 'Close the cited page' }).waitFor({ state: 'hidden' });
    });
  });
});

async function selected(page: RunningApp['page']): Promise<string> {
  return page.getByRole('listbox', { name: 'Results' }).getByRole('option', { selected: true }).first().innerText();
}
