/**
 * The network behind the case: a vessel from an e-mail, its owner from a register, a transfer from a report; shown by chart,
 * timeline and map; each click ends on the words in the page; the three stand in the report as figures with their sources.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkChain, createVault, goTo, newCase } from '../support/app/caseSteps.ts';
import { choose, markWords, openEntity, putIntoReport, readCited, takeFromPage } from '../support/app/castSteps.ts';
import { dropOnWindow } from '../support/app/evidenceSteps.ts';
import { beginFinding } from '../support/app/findingSteps.ts';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';
import { compile, FORMATS } from '../support/app/leavingSteps.ts';
import { sampleDocuments } from '../support/app/samplePlan.ts';

const ALONGSIDE = 'At 02:14 UTC on 15 March 2026 two vessels lay alongside each other at 33-41.2N 124-18.7E.';
const OWNER = 'Quillfeather Maritime Ltd';

describe('the cast of a case', () => {
  let folder: string;
  let run: RunningApp;
  const sources: Record<string, string> = {};

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'probatum-cast-'));
    const shots = process.env['PROBATUM_SHOTS'];
    run = await launchApp({ pictures: shots && join(shots, 'cast') });
    await createVault(run, join(folder, 'cast.probatum'));
    await newCase(run, { reference: 'C-CAST', title: 'Who met at sea (exercise)', workstream: 'maritime' });
    await dropOnWindow(run, sampleDocuments);
  });
  afterAll(async () => {
    await run?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(run.heard.splice(0)).toEqual([]));

  test('a vessel comes from the e-mail, its owner from the register, in three presses each', async () => {
    const [mail, register] = [/EX-0001/, /EX-0005/];
    await takeFromPage(run, { exhibit: mail, words: 'FABULA HERON', offer: /New vessel/ });
    await takeFromPage(run, { exhibit: mail, words: 'SAEBYOK MORU 5', offer: /New vessel/ });
    await takeFromPage(run, { exhibit: register, words: '2026010', whose: 'fabula', offer: /FABULA HERON/ });
    await takeFromPage(run, { exhibit: register, words: OWNER, offer: /New company/, page: '2' });
    await openEntity(run, 'FABULA HERON');
    await run.picture('vessel');
  });

  test('the tie between them rests on the words of the register', async () => {
    const { page } = run;
    await openEntity(run, 'FABULA HERON');
    await page.getByRole('tablist', { name: 'Parts of the entity' }).getByRole('tab', { name: /^Ties/ }).click();
    await page.getByRole('button', { name: /Relate to another/ }).click();
    const panel = page.getByRole('dialog', { name: 'Relate FABULA HERON' });
    await panel.getByLabel('FABULA HERON …').selectOption({ label: 'is owned by … (ownership)' });
    await choose(panel, 'Whom or what', 'Quillfeather', /Quillfeather/);
    await panel.getByLabel('From').fill('3 November 2025');
    await choose(panel, 'It rests on', 'Quillfeather', /Quillfeather/);
    await panel.getByRole('button', { name: 'Record the tie' }).click();
    await panel.waitFor({ state: 'hidden' });
    await page.getByText('is owned by').first().waitFor();
  });

  test('the transfer comes from the imagery report, with place, time and both ships', async () => {
    const { page } = run;
    await markWords(run, /EX-0009/, ALONGSIDE);
    await openEntity(run, 'FABULA HERON');
    await page
      .getByRole('tablist', { name: 'Parts of the entity' })
      .getByRole('tab', { name: /^Events/ })
      .click();
    await page
      .getByRole('button', { name: /Record an event|New event/ })
      .first()
      .click();
    const panel = page.getByRole('dialog', { name: 'Record an event' });
    await choose(panel, 'Kind of event', 'ship-to', /ship-to-ship/);
    await panel.getByLabel('When', { exact: true }).fill('2026-03-15T02:14Z');
    await panel.getByLabel('Position', { exact: true }).fill('33-41.2N 124-18.7E');
    await panel.getByRole('button', { name: 'Another participant' }).click();
    await choose(panel, 'Participant', 'SAEBYOK', /SAEBYOK MORU 5/);
    await choose(panel, 'It rests on', '02:14 UTC', /02:14 UTC/);
    await run.picture('event-editor');
    await panel.getByRole('button', { name: 'Record the event' }).click();
    await panel.waitFor({ state: 'hidden' });
  });

  test('the chart shows the tie, and a click on it ends on its words', async () => {
    const { page } = run;
    await goTo(run, 'Chart');
    await page.getByRole('toolbar', { name: 'Chart' }).waitFor();
    await run.picture('chart');
    sources['chart'] = await putIntoReport(run, 'chart');
    await page.getByRole('toolbar', { name: 'Chart' }).getByText('Table', { exact: true }).click();
    const ties = page.getByRole('grid', { name: 'Ties of the chart' });
    await ties.getByRole('row', { name: /Quillfeather Maritime Ltd.*owns.*FABULA HERON/ }).click();
    await readCited(run, OWNER);
  });

  test('the timeline shows the transfer, and a click on it ends on its words', async () => {
    const { page } = run;
    await goTo(run, 'Timeline');
    await page.getByRole('toolbar', { name: 'Timeline' }).waitFor();
    await run.picture('timeline');
    sources['timeline'] = await putIntoReport(run, 'timeline');
    await page.getByRole('toolbar', { name: 'Timeline' }).getByText('Table', { exact: true }).click();
    await page
      .getByRole('table', { name: /^Timeline/ })
      .getByRole('button', { name: /ship-to-ship/i })
      .first()
      .click();
    await readCited(run, 'At 02:14 UTC on 15 March 2026');
  });

  test('the map shows where it was, and a click on it ends on its words', async () => {
    const { page } = run;
    await goTo(run, 'Map');
    await page.getByRole('toolbar', { name: 'Map' }).waitFor();
    await run.picture('map');
    sources['map'] = await putIntoReport(run, 'map');
    await page.getByRole('main', { name: 'Map' }).getByText('Table', { exact: true }).click();
    await page
      .getByRole('table', { name: 'What is on the map' })
      .getByRole('row', { name: /ship-to-ship/i })
      .first()
      .click();
    await readCited(run, 'At 02:14 UTC on 15 March 2026');
  });

  test('the three stand in the DOCX, each with its words for those who do not see it and its source line', async () => {
    await beginFinding(run, 'Two ships met at sea', 'They lay alongside each other on 15 March 2026.');
    const path = join(folder, 'report.docx');
    await compile(run, FORMATS[0], path);
    const parts = unzipSync(readFileSync(path));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(Object.keys(parts).filter(name => /^word\/media\/.*\.png$/.test(name))).toHaveLength(3);
    const described = [...text.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].map(([, words = '']) => words);
    expect(described).toHaveLength(3);
    expect(described.filter(words => words.length < 40)).toEqual([]);
    const plain = [...text.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, words = '']) => words).join('');
    for (const numeral of ['Figure I', 'Figure II', 'Figure III']) expect(plain).toContain(numeral);
    for (const source of Object.values(sources)) {
      expect(source).toMatch(/^Source: EX-\d{4}/);
      expect(plain.replaceAll('&amp;', '&')).toContain(source);
    }
  });

  test('the chain of custody holds over all of it', async () => {
    expect(await checkChain(run)).toBeGreaterThan(30);
  });
});
