/** The reader's hand: a fax drawn page by page, words let go once they are marked, attachments at the foot, reading on. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTiff, type TiffPage } from '../electron/extract/support/makePicture.ts';
import { axeFindings } from '../support/app/axe.ts';
import { createVault, goTo, newCase } from '../support/app/caseSteps.ts';
import { dropOnWindow, exhibitRow } from '../support/app/evidenceSteps.ts';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';
import { drawRegion, readerFrame, selectWords } from '../support/app/readerFrame.ts';
import { makePdf } from '../support/makePdf.ts';

const WIDTH = 60;
const HEIGHT = 80;

function greyPage(shade: number): TiffPage {
  return {
    entries: [
      [256, 4, [WIDTH]],
      [257, 4, [HEIGHT]],
      [258, 3, [8]],
      [259, 3, [1]],
      [262, 3, [1]],
      [277, 3, [1]],
      [278, 4, [HEIGHT]],
    ],
    blocks: [new Uint8Array(WIDTH * HEIGHT).fill(shade)],
  };
}

function mailWithInvoice(): string {
  return [
    'From: broker@exercise.example',
    'To: agent@exercise.example',
    'Date: Tue, 10 Mar 2026 09:12:00 +0900',
    'Subject: Schedule of the transfer (exercise)',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'The heron will be silent from noon.',
    '--part',
    'Content-Type: text/plain; name="invoice.txt"',
    'Content-Disposition: attachment; filename="invoice.txt"',
    '',
    'EXERCISE invoice for bunkers.',
    '--part--',
    '',
  ].join('\r\n');
}

describe('reading', () => {
  let folder: string;
  let run: RunningApp;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-reading-'));
    const evidence = join(folder, 'evidence');
    mkdirSync(evidence);
    writeFileSync(join(evidence, 'fax.tif'), makeTiff([greyPage(230), greyPage(20)]));
    writeFileSync(join(evidence, 'schedule.eml'), mailWithInvoice());
    const line = (text: string) => ({ lines: [{ text, x: 72, y: 700, size: 12 }] });
    writeFileSync(join(evidence, 'log.pdf'), makePdf([line('First of the log'), line('Second of the log')]));
    run = await launchApp({ folder: join(folder, 'run') });
    await createVault(run, join(folder, 'reading.probatum'));
    await newCase(run, { reference: 'C-2026-020', title: 'Reading (exercise)', workstream: 'maritime' });
    await dropOnWindow(run, evidence);
    await goTo(run, 'Exhibits');
  });
  afterAll(async () => {
    await run?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(words: RegExp): Promise<void> {
    await exhibitRow(run, words).first().dblclick();
    await run.page.getByRole('tab', { name: words, selected: true }).waitFor();
  }

  async function turnTo(page: string): Promise<void> {
    await run.page.getByLabel(/^Page, by its/).fill(page);
    await run.page.keyboard.press('Enter');
    await run.page.getByLabel(new RegExp(`now ${page} of 2`)).waitFor();
  }

  /** How light a page of the fax is drawn, 0 to 255; null while it is not. */
  async function shadeOf(pageIndex: number): Promise<number | null> {
    const frame = await readerFrame(run.page);
    return frame.evaluate(index => {
      const image = document.querySelectorAll<HTMLImageElement>('.picture-paper img')[index];
      if (image === undefined || image.naturalWidth === 0) return null;
      const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
      const pen = canvas.getContext('2d');
      pen?.drawImage(image, 0, 0, 1, 1);
      return pen?.getImageData(0, 0, 1, 1).data[0] ?? null;
    }, pageIndex);
  }

  test('a fax of several pages, which Chromium cannot draw, is drawn page by page, and a region of it marked', async () => {
    await open(/fax\.tif/);
    await expect.poll(() => shadeOf(0)).toBe(230);
    await expect.poll(() => shadeOf(1)).toBe(20);
    await turnTo('2');
    await turnTo('1');
    await drawRegion(run.page, { x: 0.2, y: 0.2 }, { x: 0.6, y: 0.4 });
    await run.page.getByRole('button', { name: 'Mark', exact: true }).click();
    await (await readerFrame(run.page)).locator('.picture-paper[data-page-index="0"] .mark-region').waitFor();
    await run.page.keyboard.press('Escape');
    expect(await axeFindings(run.page)).toEqual([]);
  });

  test('words of a message are named by where they stand, and let go once they are marked', async () => {
    await open(/Schedule of the transfer/);
    const { page } = run;
    await selectWords(page, 'heron will be');
    await page.getByRole('button', { name: 'Mark', exact: true }).click();
    await page.getByRole('button', { name: /heron will be.*body/s }).waitFor();
    const frame = await readerFrame(page);
    await expect.poll(() => frame.evaluate(() => String(getSelection()))).toBe('');
    await page.keyboard.press('Escape');
  });

  test('a drag that begins on words which are still selected selects anew', async () => {
    await open(/Schedule of the transfer/);
    expect(await selectWords(run.page, 'heron will be silent')).toBe('heron will be silent');
    expect(await selectWords(run.page, 'will be')).toBe('will be');
    await run.page.keyboard.press('Escape');
  });

  test('what came attached opens from the foot of the message', async () => {
    await open(/Schedule of the transfer/);
    const strip = run.page.getByRole('region', { name: '1 attachment' });
    await strip.getByRole('button', { name: /^Open EX-\d+ invoice/ }).click();
    await run.page.getByRole('tab', { name: /invoice/, selected: true }).waitFor();
    await (await readerFrame(run.page)).getByText('EXERCISE invoice for bunkers.').waitFor();
  });

  test('the text of a document opens at the page that one was on, and the document again at its page', async () => {
    await open(/log\.pdf/);
    const text = run.page.getByRole('button', { name: 'Show the extracted text' });
    await run.page.getByLabel(/now 1 of 2/).waitFor();
    await turnTo('2');
    await text.click();
    await run.page.getByLabel(/now 2 of 2/).waitFor();
    await run.page.getByRole('button', { name: 'Show the document itself' }).click();
    await run.page.getByLabel(/now 2 of 2/).waitFor();
    await text.waitFor();
    // It stays there: the frame's first news, of its first page, is not mistaken for turning back.
    await (await readerFrame(run.page)).locator('.page[data-page-number="2"] .textLayer').waitFor();
    await run.page.getByLabel(/now 2 of 2/).waitFor();
  });
});
