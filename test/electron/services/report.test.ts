import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import type { JobState } from '../../../shared/kernel/job.ts';
import { openReportCase, OPEN_WORDS, REAL_NAME, type ReportCase } from './reportCase.ts';

let testCase: ReportCase;
afterEach(() => testCase.close());

async function compile(format: 'docx' | 'pdf' | 'html' | 'md', name = `report.${format}`): Promise<JobState> {
  return testCase.finish(
    await testCase.run('report.compile', { caseId: testCase.caseId, format, to: testCase.granted(name) }),
  );
}

async function compiledEvents() {
  return (await testCase.run('custody.list', { caseId: testCase.caseId, limit: 200 })).events.filter(
    event => event.action === 'report-compiled',
  );
}

test('compiling freezes one edition, whatever forms it is written in, and records each file with its digest', async () => {
  testCase = await openReportCase();
  for (const format of ['docx', 'html', 'md'] as const) expect((await compile(format)).state).toBe('succeeded');
  const editions = await testCase.run('report.editions', { caseId: testCase.caseId });
  expect(editions).toMatchObject([{ title: 'A test case (exercise)', compiledBy: 'Test Person', findingCount: 1 }]);
  const events = await compiledEvents();
  expect(events.map(event => [event.details['format'], event.sha256]).sort()).toEqual(
    ['docx', 'html', 'md'].map(format => [
      format,
      createHash('sha256')
        .update(readFileSync(join(testCase.folder, `report.${format}`)))
        .digest('hex'),
    ]),
  );
  expect(new Set(events.map(event => event.subject))).toEqual(new Set([editions[0]?.id]));
  expect(readdirSync(testCase.folder).filter(name => name.endsWith('.partial'))).toEqual([]);
});

test('the Word file quotes what was cited, and names nobody who asked for confidence', async () => {
  testCase = await openReportCase();
  await compile('docx');
  const parts = unzipSync(readFileSync(join(testCase.folder, 'report.docx')));
  const text = Object.values(parts)
    .map(part => strFromU8(part))
    .join('\n');
  expect(text).toContain(OPEN_WORDS);
  expect(text).toContain('WILLOW');
  expect(text).not.toContain('Quennerby');
});

test('what rests on an exhibit includes the edition that quotes it', async () => {
  testCase = await openReportCase();
  await compile('md');
  const [edition] = await testCase.run('report.editions', { caseId: testCase.caseId });
  const { editions } = await testCase.run('exhibit.dependents', {
    of: { kind: 'exhibit', id: testCase.exhibits.open },
  });
  expect(editions.map(one => one.id)).toEqual([edition?.id]);
});

test('changed words make another edition; the first stays as it was', async () => {
  testCase = await openReportCase();
  await compile('md', 'first.md');
  await testCase.run('finding.update', { findingId: testCase.findingId, alternatives: 'The hulls were others.' });
  await compile('md', 'second.md');
  expect(await testCase.run('report.editions', { caseId: testCase.caseId })).toHaveLength(2);
});

test('the preview is the document that would be compiled, with its problems', async () => {
  testCase = await openReportCase();
  const { document, problems } = await testCase.run('report.preview', { caseId: testCase.caseId });
  expect(document.footnotes.map(note => note.citationId)).toEqual([
    testCase.citations.open,
    testCase.citations.red,
    testCase.citations.signed,
  ]);
  expect(document.masthead.handlingMark).toBe('TLP:RED');
  expect(JSON.stringify(document)).not.toContain(REAL_NAME);
  expect(problems.map(problem => problem.sentence)).toContain('EX-0002 has no publication date.');
});

test('the pre-flight tells of the stricter mark and of the name that was typed', async () => {
  testCase = await openReportCase();
  const { concerns, strictestMark, exhibitCount } = await testCase.run('report.preFlight', { caseId: testCase.caseId });
  expect({ strictestMark, exhibitCount }).toEqual({ strictestMark: 'TLP:RED', exhibitCount: 3 });
  expect(concerns.map(concern => concern.sentence)).toEqual(
    expect.arrayContaining([
      'EX-0002 is marked TLP:RED, stricter than the case (TLP:GREEN). Its words are quoted, so the whole report takes the stricter mark.',
      'A confidential source goes as Confidential source “WILLOW”; its name stays here.',
      'F-1 spells out the name of a confidential source. What is sent has the code name there; read it once more.',
      'EX-0003 spells out the name of a confidential source. What is sent has the code name there; read it once more.',
    ]),
  );
});

test('PDF is drawn from the page without addresses; where nothing can draw it, that is said', async () => {
  let printed = '';
  testCase = await openReportCase({
    printPdf: async ({ html }) => {
      printed = html;
      return new TextEncoder().encode('%PDF-1.7 drawn');
    },
  });
  expect((await compile('pdf')).state).toBe('succeeded');
  expect(printed).toContain("default-src 'none'");
  await testCase.close();
  testCase = await openReportCase({ printPdf: null });
  expect(await compile('pdf')).toMatchObject({ state: 'failed', error: { code: 'printer-missing' } });
  expect(existsSync(join(testCase.folder, 'report.pdf'))).toBe(false);
  expect(await compiledEvents()).toEqual([]);
});

test('a report that cannot be moved to its place leaves nothing beside it', async () => {
  testCase = await openReportCase();
  mkdirSync(join(testCase.folder, 'report.md', 'in the way'), { recursive: true });
  expect((await compile('md')).state).toBe('failed');
  expect(readdirSync(testCase.folder).filter(name => name.endsWith('.partial'))).toEqual([]);
  await expect(
    testCase.run('report.compile', { caseId: testCase.caseId, format: 'md', to: { grant: 'made up', name: 'x.md' } }),
  ).rejects.toMatchObject({ code: 'path-not-granted' });
});

test('a finding of another case is not found', async () => {
  testCase = await openReportCase();
  const other = await testCase.run('case.create', {
    reference: 'C-TEST-2',
    title: 'Another (exercise)',
    workstream: 'cyber',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: '',
    isExercise: true,
  });
  await expect(
    testCase.run('report.preview', { caseId: other.id, findingIds: [testCase.findingId] }),
  ).rejects.toMatchObject({ code: 'other-case' });
});
