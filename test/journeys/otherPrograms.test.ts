/** What other programs read and write: records of references out and in again, the case as STIX, the custody log as CASE. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/app/axe.ts';
import { createVault, goTo, loadSampleCase } from '../support/app/caseSteps.ts';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';
import { LOOKS } from '../support/app/places.ts';

describe('other programs', () => {
  let folder: string;
  let run: RunningApp;
  const shots = process.env['PROBATUM_SHOTS'];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-programs-'));
    run = await launchApp({ pictures: shots && join(shots, 'programs') });
    await createVault(run, join(folder, 'sample.probatum'));
    await loadSampleCase(run);
    await goTo(run, 'Exchange');
    await run.page.getByRole('tab', { name: 'Other programs' }).click();
  });
  afterAll(async () => {
    await run?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(run.heard.splice(0)).toEqual([]));

  async function look(name: string): Promise<void> {
    expect(await axeFindings(run.page)).toEqual([]);
    if (!shots) return;
    for (const { size, theme } of LOOKS) {
      await run.resize(size);
      await run.theme(theme);
      await run.picture(`${name}-${size}-${theme}`);
    }
    await run.resize('1280x800');
    await run.theme('light');
  }

  /** Saves under a name by the button of the sheet in view, and closes it. */
  async function save(button: RegExp, name: string): Promise<string> {
    const path = join(folder, name);
    await run.willChoose({ save: path });
    await run.page.getByRole('button', { name: button }).click();
    await run.page.getByText(`${name} is written`).waitFor();
    await look(name.replaceAll('.', '-'));
    await run.page.getByRole('button', { name: 'Done' }).click();
    return readFileSync(path, 'utf8');
  }

  test('records leave as RIS, come back changed and broken, and are taken over one by one', async () => {
    const { page } = run;
    await look('tab');
    await page.getByRole('button', { name: 'Export references' }).click();
    await page.getByRole('radio', { name: /^RIS/ }).check();
    await page.getByLabel('Recipient').fill('Library of the exercise');
    const records = await save(/^Save as RIS/, 'records.ris');
    const back = join(folder, '참고 문헌.ris');
    writeFileSync(
      back,
      `${records.replace(/^ER {2}- /m, 'PB  - Harbour Press\r\nER  - ')}TY  - BOOK\r\nTI  - 어떤 전시물도 아닌 책\r\nER  - \r\nAU  - Stray, A.\r\n`,
    );
    await run.willChoose({ open: [back] });
    await page.getByRole('button', { name: 'Import references' }).click();
    await page.getByRole('button', { name: 'A file from the disk …' }).click();
    await page
      .getByRole('region', { name: 'Record 1' })
      .getByText(/same SHA-256.*adds publisher/s)
      .waitFor();
    await look('review');
    await page.getByRole('tab', { name: /^With problems/ }).click();
    await page.getByText(/stands in no record/).waitFor();
    await look('problems');
    await page.getByRole('tab', { name: /^No exhibit found/ }).click();
    await page
      .getByRole('region', { name: /^Record/ })
      .getByText('어떤 전시물도 아닌 책')
      .waitFor();
    await page.getByRole('tab', { name: /^To decide/ }).click();
    await page.getByRole('button', { name: 'Take over', exact: true }).click();
    await page.getByText('Nothing is left to decide.').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: /참고 문헌\.ris.*1 taken over/ }).waitFor();
    await look('read');
    await goTo(run, 'Exhibits');
    await page
      .getByRole('listbox', { name: 'Exhibits' })
      .getByRole('option', { name: /EX-0001/ })
      .click();
    await page.getByRole('button', { name: 'Record for bibliographies' }).click();
    await page.getByText(/Taken over from EX-0017, row 1/).waitFor();
    await page.getByText('Harbour Press').scrollIntoViewIfNeeded();
    await look('record');
    await goTo(run, 'Exchange');
    await page.getByRole('tab', { name: 'Other programs' }).click();
  });

  test('the case leaves as STIX, and its custody log as CASE; both stand under what left', async () => {
    const { page } = run;
    await page.getByRole('button', { name: 'Export threat intelligence' }).click();
    await page.getByText(/entities and \d+ findings? go, with quotes of \d+ exhibits/).waitFor();
    await look('stix-before');
    const bundle = JSON.parse(await save(/^Save as STIX/, 'case.stix.json')) as { objects: { type: string }[] };
    expect(new Set(bundle.objects.map(({ type }) => type))).toContain('report');
    await goTo(run, 'Custody');
    await page.getByRole('button', { name: 'Export …' }).click();
    const log = JSON.parse(await save(/^Save as CASE/, 'log.jsonld')) as { '@graph': unknown[] };
    expect(log['@graph'].length).toBeGreaterThan(20);
    await goTo(run, 'Exchange');
    await page.getByRole('tab', { name: 'What left' }).click();
    const left = page.getByRole('table', { name: 'What left this vault' });
    for (const what of ['References', 'Entities', 'Custody log']) await left.getByText(what).first().waitFor();
  });
});
