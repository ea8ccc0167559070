/** Every kind of evidence in the built app: sheets by cell, a message, an archive, a fax, a scan that is recognised and cited. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVault, newCase } from '../support/app/caseSteps.ts';
import { dropOnWindow, exhibitRow, inspector, openExhibit } from '../support/app/evidenceSteps.ts';
import { until } from '../support/app/expect.ts';
import { SCANNED, writeKinds } from '../support/app/kindsFolder.ts';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';
import { litIsInView, readerFrame } from '../support/app/readerFrame.ts';
import { results, search } from '../support/app/searchSteps.ts';

let folder: string;
let run: RunningApp;
let given: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'probatum-kinds-'));
  const shots = process.env['PROBATUM_SHOTS'];
  run = await launchApp({ pictures: shots && join(shots, 'every-kind') });
  await createVault(run, join(folder, 'kinds.probatum'));
  await newCase(run, { reference: 'C-KINDS', title: 'Every kind (exercise)', workstream: 'maritime' });
  given = await dropOnWindow(run, await writeKinds(folder));
}, 120_000);
afterAll(async () => {
  await run.close();
  rmSync(folder, { recursive: true, force: true });
});

const shown = async () => (await readerFrame(run.page)).locator('body').innerText();

test('all of it is admitted, and members of the archive are exhibits of their own', async () => {
  expect(given).toMatch(/7 admitted/);
  await exhibitRow(run, /log\.txt/).waitFor();
  // A name that climbs is a label and nothing more.
  await exhibitRow(run, /escape\.txt/).waitFor();
  await run.picture('01-list');
});

test('a cell is found by its words, shown in its grid and lit', async () => {
  await search(run, 'Marlowe');
  await results(run)
    .getByRole('option', { name: /sold in/ })
    .first()
    .click();
  const frame = await readerFrame(run.page);
  await frame.getByText('FABULA HERON').first().waitFor();
  await until(
    () => litIsInView(run.page),
    async () => 'the cell is not lit',
  );
  await run.picture('02-sheet');
});

test('a message of Outlook and a Hangul document are read', async () => {
  await openExhibit(run, /Bunkers off Marlowe/);
  await until(
    async () => (await shown()).includes('takes bunkers at night'),
    async () => `the message shows ${(await shown()).slice(0, 200)}`,
  );
  await run.picture('03-message');
  await openExhibit(run, /report\.hwp/);
  await until(
    async () => (await shown()).includes('파불라 헤론'),
    async () => `the report shows ${(await shown()).slice(0, 200)}`,
  );
});

test('a fax that Chromium cannot draw is drawn', async () => {
  await openExhibit(run, /fax\.tif/);
  const frame = await readerFrame(run.page);
  await until(
    () =>
      frame.evaluate(() =>
        [...document.querySelectorAll<HTMLImageElement | HTMLCanvasElement>('img, canvas')].some(
          drawing => (drawing instanceof HTMLImageElement ? drawing.naturalWidth : drawing.width) > 300,
        ),
      ),
    async () => 'no page of the fax is drawn',
  );
  await run.picture('04-fax');
});

test('a scan is recognised from the window; its words are found, lit where they stand, and can be selected', async () => {
  await openExhibit(run, /scan\.pdf/);
  await run.page.getByRole('tab', { name: 'Exhibit', exact: true }).click();
  const words = run.page.getByRole('region', { name: 'Words of scanned pages' });
  await words.getByRole('checkbox', { name: /English/ }).setChecked(true);
  await words.getByRole('button', { name: /Recognise/ }).click();
  await words.getByText(/sure/).first().waitFor({ timeout: 60_000 });
  await run.picture('05-recognised');
  await search(run, 'coal');
  await results(run)
    .getByRole('option', { name: /seen in hold/ })
    .first()
    .click();
  await until(
    () => litIsInView(run.page),
    async () => 'the word is not lit on the scan',
  );
  const frame = await readerFrame(run.page);
  await until(
    () => frame.evaluate(line => document.body.innerText.replace(/\s+/g, ' ').includes(line), SCANNED[1] ?? ''),
    async () => `the words over the scan are ${(await shown()).slice(0, 200)}`,
  );
  await run.picture('06-hit-on-scan');
});

test('the window complained of nothing and asked nobody', async () => {
  expect({ heard: [...run.heard], foreign: await run.foreignRequests() }).toEqual({ heard: [], foreign: [] });
  expect(await inspector(run).count()).toBeLessThanOrEqual(1);
});
