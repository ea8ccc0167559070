/** A string planted in the evidence is nowhere on the disk while the vault is locked, nor after everything was killed. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVault, goTo, newCase, PASSPHRASE } from '../support/app/caseSteps.ts';
import {
  describe as describeEvidence,
  dropOnWindow,
  exhibitRow,
  openExhibit,
  startDrop,
} from '../support/app/evidenceSteps.ts';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';
import { selectWords } from '../support/app/readerFrame.ts';
import { openHit, search } from '../support/app/searchSteps.ts';
import { assetsFolder } from '../support/assets.ts';
import { makePdf } from '../support/makePdf.ts';

/** One word, so that every layer (index, snippet, log) would hold it whole. */
const planted = `planted${randomBytes(12).toString('hex')}`;

describe('a planted string', () => {
  let evidence: string;
  let saved: string;
  let run: RunningApp;
  let vault: string;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'probatum-planted-'));
    [evidence, saved] = [join(folder, 'evidence'), join(folder, 'saved')];
    for (const each of [evidence, saved]) mkdirSync(each);
    vault = join(saved, 'planted.probatum');
    writeFileSync(join(evidence, 'note.txt'), `EXERCISE. The caller spoke of ${planted} twice.\n`);
    writeFileSync(
      join(evidence, 'note-utf16.txt'),
      Buffer.from(`\ufeffEXERCISE. The caller wrote ${planted}.\n`, 'utf16le'),
    );
    writeFileSync(
      join(evidence, `${planted}.pdf`),
      makePdf([{ lines: [{ text: `Exercise: the log names ${planted} at sea.`, x: 72, y: 700, size: 12 }] }]),
    );
    writeFileSync(
      join(evidence, 'mail.eml'),
      [
        'From: a@example.invalid',
        `Subject: ${planted}`,
        'Content-Type: text/html',
        '',
        `<p>Exercise: ${planted}</p>`,
      ].join('\r\n'),
    );
    run = await launchApp({ folder: join(folder, 'run') });
    await createVault(run, vault);
    await newCase(run, { reference: 'C-2026-010', title: `The matter of ${planted}`, workstream: 'maritime' });
    await dropOnWindow(run, evidence);
    await describeEvidence(run, { how: `handed over by ${planted}`, source: `Source ${planted}` });
    await work(run);
  });
  afterAll(async () => {
    await run?.kill();
    rmSync(join(saved, '..'), { recursive: true, force: true });
  });

  test('is found by this very search in the evidence itself', () => {
    // Three times in UTF-8, once in UTF-16, and once in the name of a file.
    expect(holding(evidence)).toHaveLength(5);
  });

  test('is not on the disk while the vault is open', () => {
    expect(holding(saved, run.folder)).toEqual([]);
  });

  test('is not on the disk once the vault is locked, and not in the window', async () => {
    const { page } = run;
    await page.getByRole('button', { name: 'Lock the vault' }).click();
    await page.getByLabel('Passphrase', { exact: true }).waitFor();
    expect(holding(saved, run.folder)).toEqual([]);
    expect(await page.content()).not.toContain(planted);
    expect(await page.title()).not.toContain(planted);
    expect(page.frames().filter(frame => frame.url().startsWith('app://reader'))).toEqual([]);
  });

  test('is not on the disk after every process was killed while the vault was open', async () => {
    const { page } = run;
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Case' }).waitFor();
    await work(run);
    await beginAnother(run, evidence);
    await run.kill();
    expect(holding(saved, run.folder)).toEqual([]);
  });

  test('is in the vault all the same: the killed one opens, verifies and finds it', () => {
    const passphrase = join(saved, 'passphrase');
    writeFileSync(passphrase, PASSPHRASE);
    const cli = (...args: string[]) =>
      spawnSync(
        process.execPath,
        [join(assetsFolder(), 'cli', 'probatum.js'), ...args, '--passphrase-file', passphrase],
        { encoding: 'utf8', timeout: 60_000 },
      );
    expect(cli('vault', 'verify', vault)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Sound/) });
    const found = cli('search', vault, planted);
    expect(found.status).toBe(0);
    expect(found.stdout).toContain(planted);
  });
});

/** Puts the string wherever the window can hold it: results, the open page, a passage, the palette. */
async function work(run: RunningApp): Promise<void> {
  const { page } = run;
  await search(run, planted);
  await openHit(run, /^p\. 1.*the log names/, planted);
  await selectWords(page, `names ${planted} at sea`);
  await page.getByRole('dialog', { name: 'Selected passage' }).waitFor();
  await page.keyboard.press('m');
  await page.getByRole('group', { name: 'Marked', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(planted);
  await page.keyboard.press('Escape');
  await openExhibit(run, /note\.txt/);
  await goTo(run, 'Exhibits');
  await exhibitRow(run, /note\.txt/)
    .first()
    .waitFor();
}

/** The kill meets a vault that is being written to. */
async function beginAnother(run: RunningApp, evidence: string): Promise<void> {
  for (let at = 0; at < 60; at += 1) writeFileSync(join(evidence, `more-${at}.txt`), `EXERCISE ${at}: ${planted}\n`);
  await goTo(run, 'Sources');
  await startDrop(run, evidence);
  await run.page.getByRole('heading', { name: /^Evidence (?:coming in|given)/ }).waitFor();
}

/** Files below the folders whose bytes hold the string, in UTF-8 or UTF-16 of either order, or whose name does. */
function holding(...folders: string[]): string[] {
  const little = Buffer.from(planted, 'utf16le');
  const forms = [Buffer.from(planted), little, Buffer.from(little).swap16(), Buffer.from(planted.toUpperCase())];
  const found: string[] = [];
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.name.includes(planted)) found.push(`the name of ${path}`);
      if (entry.isFile() && forms.some(form => readFileSync(path).includes(form))) found.push(path);
    }
  }
  return found;
}
