import { afterAll, beforeAll, expect, test } from 'vitest';
import { openModelGuesser } from '../../../electron/services/recognition/guessModels.ts';
import { openPageQueue } from '../../../electron/services/recognition/pageQueue.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import { ExhibitId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';
import { makeScan, type ScanPage } from '../extract/support/makeScan.ts';

let vault: TestCase;
beforeAll(async () => {
  vault = await openTestCase();
});
afterAll(() => vault.close());

let made = 0;
/** Admits a scan of its own; a line that nothing else has keeps it from being linked to another. */
async function admitScan(pages: readonly ScanPage[]): Promise<ExhibitId> {
  made += 1;
  const path = vault.write(
    `scan-${made}.pdf`,
    await makeScan([...pages, { text: [`Appendix number ${made} of the exercise`] }]),
  );
  const [id] = await vault.admit(path);
  if (!id) throw new Error('the scan was not admitted');
  return id;
}

async function recognise(more: Partial<InputOf<'recognition.start'>>) {
  const started = await vault.run('recognition.start', { caseId: vault.caseId, exhibitIds: 'needed', ...more });
  const state = await vault.finish(started);
  return { state, outcomes: await vault.run('recognition.outcomes', started), jobId: started.jobId };
}

const pagesOf = (exhibitId: ExhibitId) => vault.run('exhibit.pages', { exhibitId, from: 0, count: 50 });

test('a scan gets its words, its pages with text stay as they are, and it is found by them', async () => {
  const id = await admitScan([{ picture: ['The vessel left Nampo'] }, { text: ['Typed on the second page'] }]);
  expect((await vault.run('exhibit.get', { exhibitId: id })).reading).toBe('read');
  expect(await vault.run('recognition.forExhibit', { exhibitId: id })).toMatchObject({
    isPossible: true,
    pageCount: 3,
    withoutText: [0],
    garbled: [],
    suggested: ['eng'],
  });
  const before = await pagesOf(id);

  const { state, outcomes } = await recognise({ exhibitIds: [id] });

  expect(state).toMatchObject({ state: 'succeeded', result: { exhibits: 1, pages: 1, problems: 0 } });
  expect(outcomes).toMatchObject([{ exhibitId: id, models: ['eng'], pages: 1, problem: null }]);
  const after = await pagesOf(id);
  expect(after[0]).toMatchObject({ text: 'The vessel left Nampo', method: 'ocr' });
  expect(after[0]?.words?.map(({ start, end }) => after[0]?.text.slice(start, end))).toEqual([
    'The',
    'vessel',
    'left',
    'Nampo',
  ]);
  expect(after.slice(1)).toEqual(before.slice(1));
  const found = await vault.run('search.run', { caseId: vault.caseId, query: 'vessel Nampo' });
  expect(JSON.stringify(found)).toContain(id);
  expect(await vault.run('recognition.forExhibit', { exhibitId: id })).toMatchObject({
    withoutText: [],
    recognised: { pages: 1, engine: 'tesseract 5 + pdfium', models: 'eng' },
    waiting: 0,
  });
  const { events } = await vault.run('custody.list', { caseId: vault.caseId });
  expect(events.find(({ action }) => action === 'words-recognised')?.details).toEqual({
    engine: 'tesseract 5 (tesseract.js-core 7.0.0)',
    models: 'eng',
    pages: '1',
  });
});

test('a paused recognition keeps what it has, and goes on where it was', async () => {
  const lines = ['one', 'two', 'three', 'four', 'five', 'six'].map(word => `This is page ${word}`);
  const id = await admitScan(lines.map(line => ({ picture: [line] })));
  const { jobId } = await vault.run('recognition.start', { caseId: vault.caseId, exhibitIds: [id] });
  await expect
    .poll(async () => (await vault.run('recognition.forExhibit', { exhibitId: id })).waiting, {
      timeout: 20_000,
      interval: 20,
    })
    .toBeGreaterThan(0);
  await vault.run('job.pause', { jobId });
  expect(await vault.finish({ jobId })).toMatchObject({ state: 'paused', progress: { total: 6, unit: 'page' } });

  const { waiting } = await vault.run('recognition.forExhibit', { exhibitId: id });
  expect(waiting).toBeGreaterThan(0);
  expect(waiting).toBeLessThan(6);
  const kept = await Promise.all(
    lines.map(async (_, pageIndex) => (await vault.run('recognition.page', { exhibitId: id, pageIndex }))?.text),
  );
  expect(kept.filter(text => text !== undefined)).toHaveLength(waiting);
  // Nothing of it shows before the document is whole.
  expect((await pagesOf(id)).map(({ method }) => method)).toEqual([...lines.map(() => 'none'), 'text-layer']);

  await vault.run('job.resume', { jobId });
  expect(await vault.finish({ jobId })).toMatchObject({ state: 'succeeded', result: { pages: 6 } });
  expect((await pagesOf(id)).slice(0, 6).map(({ text }) => text)).toEqual(lines);
});

test('a passage that is not found in the recognised words waits as an orphan; what was cited keeps its words', async () => {
  const id = await admitScan([{ picture: ['The vessel left Nampo'], layer: 'Quite other words about a cargo' }]);
  const mark = (exact: string, pageIndex: number) =>
    vault.run('passage.mark', {
      exhibitId: id,
      selection: { kind: 'words', pageIndex, quote: { exact, prefix: '', suffix: '' }, rects: [] },
    });
  const lost = await mark('other words about a cargo', 0);
  const stays = await mark('Appendix number', 1);
  const finding = await vault.run('finding.create', { caseId: vault.caseId, title: 'A cargo' });
  const { claimId } = await vault.run('finding.addClaim', {
    findingId: finding.id,
    text: 'It was carried.',
    provisionIds: ['unscr-2375-op11'],
  });
  await vault.run('citation.cite', { claimId, passageId: lost.id, bearing: 'supports' });

  // A page with a text layer is left alone until it is asked for.
  expect((await recognise({ exhibitIds: [id] })).outcomes[0]).toMatchObject({
    pages: 0,
    problem: 'It has no page that needs recognising.',
  });
  await recognise({ exhibitIds: [id], pages: [0] });

  const orphans = await vault.run('passage.orphans', { caseId: vault.caseId });
  expect(orphans.map(({ id: passageId, citedWords }) => [passageId, citedWords])).toEqual([
    [lost.id, ['other words about a cargo']],
  ]);
  expect((await vault.run('passage.get', { passageId: stays.id })).anchor).toBe('anchored');

  const settle = (exact: string) =>
    vault.run('passage.reanchor', {
      passageId: lost.id,
      selection: { kind: 'words', pageIndex: 0, quote: { exact, prefix: '', suffix: '' }, rects: [] },
    });
  await expect(settle('words that nobody printed')).rejects.toMatchObject({ code: 'passage-not-anchored' });
  await settle('vessel left');
  expect(await vault.run('passage.get', { passageId: lost.id })).toMatchObject({
    anchor: 'moved',
    quote: { exact: 'vessel left', prefix: 'The ', suffix: ' Nampo' },
    position: { start: 4, end: 15 },
  });
  expect(await vault.run('passage.orphans', { caseId: vault.caseId })).toEqual([]);
  expect((await vault.run('citation.listForPassage', { passageId: lost.id })).map(({ quote }) => quote)).toEqual([
    'other words about a cargo',
  ]);
});

test('a garbled text layer is found and recognised without being asked for by page', async () => {
  const id = await admitScan([
    {
      picture: ['The vessel left Nampo'],
      layer: '\\001\\002\\003\\004!"#$%&*+,-./:;<=>?@^_`|~!"#$%&*+,-./:;<=>?@^_`|~',
    },
  ]);
  expect(await vault.run('recognition.forExhibit', { exhibitId: id })).toMatchObject({ garbled: [0] });
  await recognise({ exhibitIds: [id] });
  expect((await pagesOf(id))[0]).toMatchObject({ method: 'ocr', text: 'The vessel left Nampo' });
});

test('all that needs it in a case is found; what cannot be recognised is said, exhibit by exhibit', async () => {
  const scan = await admitScan([{ picture: ['The last of the scans'] }]);
  const [note] = await vault.admit(vault.write('note.txt', 'A note'));
  expect(await vault.run('recognition.forCase', { caseId: vault.caseId })).toMatchObject({ exhibits: 1, pages: 1 });
  expect(
    await vault.run('recognition.forCase', { caseId: vault.caseId, exhibitIds: [ExhibitId.parse(note)] }),
  ).toMatchObject({ exhibits: 0, pages: 0 });
  const { outcomes } = await recognise({ exhibitIds: [ExhibitId.parse(note)] });
  expect(outcomes).toMatchObject([{ pages: 0, problem: 'Documents of this type have no pages that can be drawn.' }]);
  expect((await recognise({})).outcomes).toMatchObject([{ exhibitId: scan, pages: 1 }]);
  expect((await recognise({})).outcomes).toEqual([]);
});

test('the languages of a case are a person’s to set, and are suggested from then on', async () => {
  const { caseId } = vault;
  const id = await admitScan([{ picture: ['The vessel left Nampo'] }, { text: ['x'] }]);
  await vault.run('recognition.setModelsOfCase', { caseId, models: ['kor', 'eng'] });
  expect(await vault.run('recognition.modelsOfCase', { caseId })).toEqual({ models: ['kor', 'eng'] });
  expect((await vault.run('recognition.forCase', { caseId })).suggested).toEqual(['kor', 'eng']);
  expect((await vault.run('recognition.forExhibit', { exhibitId: id })).suggested).toEqual(['kor', 'eng']);
  await vault.run('exhibit.update', { exhibitIds: [id], change: { languages: ['ru'] } });
  expect((await vault.run('recognition.forExhibit', { exhibitId: id })).suggested).toEqual(['rus', 'eng']);
  await vault.run('recognition.setModelsOfCase', { caseId, models: null });
  expect(await vault.run('recognition.modelsOfCase', { caseId })).toEqual({ models: null });
});

test('the page that somebody reads comes before all others, of whatever exhibit', () => {
  const [first, second] = ['01', '02'].map(end => ExhibitId.parse(`exh-00000000-0000-7000-8000-0000000000${end}`));
  if (!first || !second) throw new Error('no ids');
  const wishes: { exhibitId: ExhibitId; pageIndex: number }[] = [];
  const plans = [
    { exhibitId: first, pages: [0, 1, 2] },
    { exhibitId: second, pages: [0, 5] },
  ];
  const queue = openPageQueue(plans, () => wishes);
  const next = (most = 1) => {
    const taken = queue.next(() => most);
    return taken && [plans.indexOf(taken.plan), ...taken.pages];
  };
  expect(next()).toEqual([0, 0]);
  wishes.unshift({ exhibitId: second, pageIndex: 5 });
  expect(next()).toEqual([1, 5]);
  // A page that was given out, or never was to be recognised, is no wish.
  wishes.unshift({ exhibitId: first, pageIndex: 99 });
  expect(next(4)).toEqual([0, 1, 2]);
  expect(queue.drop(plans[1] as (typeof plans)[number])).toBe(1);
  expect(next()).toBeNull();
});

test('where nothing tells the script, the model that is sure of its words is taken, and tried first for the next', async () => {
  const guesser = openModelGuesser();
  const tried: string[] = [];
  const scanIn = (script: string) => async (models: string[]) => {
    tried.push(...models);
    return { confidence: models[0] === script ? 0.9 : 0.4, letters: 300 };
  };
  expect(await guesser.modelsFor('eng', scanIn('rus'))).toEqual(['rus', 'eng']);
  expect(await guesser.modelsFor('eng', scanIn('rus'))).toEqual(['rus', 'eng']);
  expect(tried).toEqual(['eng', 'kor', 'rus', 'rus']);
  expect(await guesser.modelsFor('eng', scanIn('eng'))).toEqual(['eng']);
});

test('a photograph has no script, and after some of them nothing is tried any more', async () => {
  const guesser = openModelGuesser();
  let trials = 0;
  const photograph = async () => {
    trials += 1;
    return { confidence: 0.95, letters: 3 };
  };
  for (let at = 0; at < 20; at += 1) expect(await guesser.modelsFor('eng', photograph)).toEqual(['eng']);
  expect(trials).toBe(5 * 6);
  expect(await openModelGuesser().modelsFor('kor', async () => null)).toEqual(['kor', 'eng']);
});
