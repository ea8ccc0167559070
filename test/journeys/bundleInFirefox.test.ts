/** The same viewer in Firefox, from disk: a citation lands on its words in a PDF, a scan, a message and a sheet. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildViewer } from '../support/buildViewer.ts';
import { CITATIONS, QUOTES } from '../support/exerciseBundle.ts';
import { SCAN_QUOTE, STATEMENT_CITATIONS } from '../support/exerciseEntities.ts';
import { SHEET_CITATION, unpackExercise, wordsUnderLight } from '../support/exerciseViewer.ts';
import { type FirefoxPage, openFirefox } from '../support/firefox.ts';

const TRANSFER = 'ent-01900000-0000-7000-8000-000000000005';
const program = process.env['PROBATUM_FIREFOX'] ?? '/usr/bin/firefox';
if (!existsSync(program))
  console.log(`Skipped: no Firefox at ${program}; set PROBATUM_FIREFOX to try the bundle viewer in it.`);

describe.skipIf(!existsSync(program))('the bundle viewer in Firefox, opened from disk', () => {
  let folder: string;
  let page: FirefoxPage;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'probatum-firefox-viewer-'));
    const { page: file } = await unpackExercise(folder, await buildViewer(join(folder, 'built')));
    page = await openFirefox(program);
    await page.goto(pathToFileURL(file).href);
    await page.until(`document.querySelector('[data-citation]')`);
  });
  afterAll(async () => {
    await page?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(hash: string, outcome: string): Promise<void> {
    await page.evaluate(`void (location.hash = ${JSON.stringify(hash)})`);
    await page.until(`document.querySelector('.outcome.${outcome}')`);
  }
  const litWords = () => page.evaluate<string>(`(${wordsUnderLight})()`);
  const texts = (selector: string) =>
    page.evaluate<string[]>(`[...document.querySelectorAll('${selector}')].map(element => element.textContent)`);

  test('a PDF in Latin, and one in Korean without its font', async () => {
    await page.click(`[data-citation="${CITATIONS.registry}"]`);
    await page.until(`document.querySelector('.outcome.verbatim') && document.querySelector('.highlight')`);
    expect(await litWords()).toBe(QUOTES.registry);
    await open(`#citation=${CITATIONS.press}`, 'verbatim');
    await page.until(`document.querySelector('.highlight')`);
    expect(await litWords()).toBe(QUOTES.press.replace(/\s+/g, ' '));
  });

  test('a message, the boxes of a scan, the cells of a sheet', async () => {
    await open(`#citation=${CITATIONS.mail}`, 'verbatim');
    expect(await texts('mark')).toEqual([QUOTES.mail]);
    await open(`#view=entities&item=${TRANSFER}&citation=${STATEMENT_CITATIONS.arrival}`, 'recognised');
    expect(await texts('.passage-bar blockquote')).toEqual([SCAN_QUOTE]);
    expect(await texts('.picture .highlight')).toHaveLength(6);
    await open(`#citation=${SHEET_CITATION}`, 'verbatim');
    expect(await texts('.cell-lit')).toEqual(['A. Example', 'Master']);
  });

  test('search finds, and the map draws', async () => {
    await page.evaluate(`void (location.hash = '#view=search&query=haneul')`);
    await page.until(`/^EX-0006/.test([...document.querySelectorAll('.found h2')].at(-1)?.textContent)`);
    await page.evaluate(`void (location.hash = '#view=map')`);
    await page.until(`document.querySelector('.map-mark') && document.querySelector('.map-canvas canvas')`);
    expect(page.complaints).toEqual([]);
  });
});
