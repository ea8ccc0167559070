/** References in and out on a real vault: matches are proposals, nothing is lost, nothing twice, what may not leave does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { ReferenceFormat } from '../../../shared/domain/reference/index.ts';
import { EdtfDate } from '../../../shared/kernel/dates.ts';
import type { ExhibitId, ImportId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeEach(async () => {
  vault = await openTestCase();
});
afterEach(() => vault.close());

let count = 0;
async function admit(name: string, text: string): Promise<ExhibitId> {
  count += 1;
  const [id] = await vault.admit(vault.write(name, text));
  if (!id) throw new Error('nothing was admitted');
  return id;
}

async function exportAs(
  format: ReferenceFormat,
  more: Partial<InputOf<'reference.export'>> = {},
): Promise<{ text: string; leftOut: string[]; sha256: string }> {
  count += 1;
  const path = join(vault.folder, `${count}.out`);
  const to = vault.core.grants.grant(path);
  const state = await vault.finish(await vault.run('reference.export', { caseId: vault.caseId, format, to, ...more }));
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  return { ...(state.result as { leftOut: string[]; sha256: string }), text: readFileSync(path, 'utf8') };
}

async function read(exhibitId: ExhibitId): Promise<ImportId> {
  const state = await vault.finish(await vault.run('reference.import', { caseId: vault.caseId, exhibitId }));
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  return (state.result as { importId: ImportId }).importId;
}

const itemsOf = async (importId: ImportId) => (await vault.run('reference.items', { importId })).rows;

test('an exhibit leaves with number, digest, dates as they are, and comes back without changing anything', async () => {
  const id = await admit('registry.txt', 'An extract of a registry');
  await vault.run('exhibit.update', {
    exhibitIds: [id],
    change: {
      title: 'Registry extract',
      publishedOn: EdtfDate.parse('2021-03~'),
      obtainedOn: EdtfDate.parse('2022-05-01'),
      obtainedHow: 'saved from https://registry.example/extract?id=7.',
      languages: ['ko'],
    },
  });
  const { sha256 } = await vault.run('exhibit.get', { exhibitId: id });
  const { text } = await exportAs('csl-json');
  expect(JSON.parse(text)).toEqual([
    {
      id: 'EX-0001',
      type: 'document',
      title: 'Registry extract',
      issued: { 'date-parts': [[2021, 3]], circa: true, edtf: '2021-03~' },
      accessed: { 'date-parts': [[2022, 5, 1]] },
      URL: 'https://registry.example/extract?id=7',
      language: 'ko',
      'number-of-pages': 1,
      archive: 'C-TEST-1',
      archive_location: 'EX-0001',
      note: `sha256: ${sha256}\nexhibit: EX-0001 (C-TEST-1)\nhandling-mark: TLP:GREEN\npublished-edtf: 2021-03~`,
    },
  ]);
  for (const format of ['csl-json', 'ris', 'bibtex'] as const) {
    const importId = await read(await admit(`back.${format}`, (await exportAs(format, { exhibitIds: [id] })).text));
    expect((await itemsOf(importId)).map(({ state, candidates }) => [state, candidates[0]?.exhibitId])).toEqual([
      ['known', id],
    ]);
  }
  expect((await vault.run('reference.ofExhibit', { exhibitId: id })).versions).toEqual([]);
});

const zotero = (sha256: string) =>
  JSON.stringify([
    {
      id: 'http://zotero.example/items/A',
      type: 'report',
      title: 'Extract of the registry',
      author: [{ family: 'Byrne', given: 'Ana' }],
      issued: { 'date-parts': [['2021', 3, 7]] },
      language: 'en-GB',
      note: `sha256: ${sha256}\nread in May`,
      'x-tag': { of: ['nobody knows'] },
    },
    { id: 'B', type: 'book', title: 'A book that no exhibit is' },
    7,
    { id: 'C', type: 'webpage', title: 'Other', URL: 'http://www.press.example/story/' },
  ]);

test('a record is proposed for its exhibit, changes nothing before a person accepts, and fills what is empty then', async () => {
  const id = await admit('registry.txt', 'An extract of a registry');
  const story = await admit('story.txt', 'A story that was printed');
  await vault.run('exhibit.update', {
    exhibitIds: [story],
    change: { title: 'Story', obtainedHow: 'https://press.example/story' },
  });
  const { sha256 } = await vault.run('exhibit.get', { exhibitId: id });
  const importId = await read(await admit('zotero.json', zotero(sha256)));
  const rows = await itemsOf(importId);
  expect(
    rows.map(({ row, state, candidates }) => [row, state, candidates.map(one => [one.exhibitId, one.reasons])]),
  ).toEqual([
    [1, 'proposed', [[id, ['digest']]]],
    [2, 'unmatched', []],
    [4, 'proposed', [[story, ['url']]]],
  ]);
  expect(rows[0]?.candidates[0]?.fills).toEqual([
    { field: 'title', value: 'Extract of the registry' },
    { field: 'publishedOn', value: '2021-03-07' },
    { field: 'languages', value: 'en-GB' },
  ]);
  expect((await vault.run('exhibit.get', { exhibitId: id })).title).toBe('registry.txt');

  expect(await vault.run('reference.accept', { importId, rows: [1, 2, 4] })).toEqual({ accepted: 2 });
  const { title, publishedOn, languages } = await vault.run('exhibit.get', { exhibitId: id });
  expect([title, publishedOn, languages]).toEqual(['Extract of the registry', '2021-03-07', ['en-GB']]);
  const [leaving] = JSON.parse((await exportAs('csl-json', { exhibitIds: [id] })).text);
  expect(leaving).toEqual({
    id: 'EX-0001',
    type: 'report',
    title: 'Extract of the registry',
    author: [{ family: 'Byrne', given: 'Ana' }],
    issued: { 'date-parts': [[2021, 3, 7]] },
    language: 'en-GB',
    'number-of-pages': 1,
    archive: 'C-TEST-1',
    archive_location: 'EX-0001',
    'citation-key': 'http://zotero.example/items/A',
    'x-tag': { of: ['nobody knows'] },
    note: `read in May\nsha256: ${sha256}\nexhibit: EX-0001 (C-TEST-1)\nhandling-mark: TLP:GREEN`,
  });
  const [imported] = await vault.run('reference.imports', { caseId: vault.caseId });
  expect(imported?.problems).toEqual([{ row: 3, sentence: 'This is no record of a work.' }]);
  expect(imported?.counts).toEqual({ proposed: 0, unmatched: 1, known: 0, accepted: 2, rejected: 0 });
});

test('the same file again keeps decisions and changes nothing; a decision taken back gives way to what was before', async () => {
  const id = await admit('registry.txt', 'An extract of a registry');
  const { sha256 } = await vault.run('exhibit.get', { exhibitId: id });
  await vault.run('reference.write', { exhibitId: id, item: { publisher: 'Harbour Press' } });
  const file = await admit('zotero.json', zotero(sha256));
  const importId = await read(file);
  await vault.run('reference.accept', { importId, rows: [1] });
  await vault.run('reference.reject', { importId, rows: [2] });
  const before = await itemsOf(importId);
  expect(await read(file)).toBe(importId);
  expect(await itemsOf(importId)).toEqual(before);
  expect((await vault.run('reference.ofExhibit', { exhibitId: id })).versions.map(({ from }) => from)).toEqual([
    'EX-0002, row 1',
    null,
  ]);
  expect(await vault.run('reference.accept', { importId, rows: [1] })).toEqual({ accepted: 0 });
  expect(await vault.run('reference.reopen', { importId, rows: [1, 2] })).toEqual({ reopened: 2 });
  const { record, versions } = await vault.run('reference.ofExhibit', { exhibitId: id });
  expect(record).toEqual({ publisher: 'Harbour Press' });
  expect(versions).toHaveLength(3);
});

test('bad records are told by their row, and cost no other', async () => {
  const importId = await read(
    await admit(
      'bad.bib',
      '@book{a, title={One Long Title}}\n@book{b, title={Never closed\n@book{c, title={Third Title}}\n',
    ),
  );
  expect((await itemsOf(importId)).map(({ row, item }) => [row, item['title']])).toEqual([
    [1, 'One Long Title'],
    [3, 'Third Title'],
  ]);
  const [imported] = await vault.run('reference.imports', { caseId: vault.caseId });
  expect(imported?.problems).toEqual([
    { row: 2, sentence: 'The entry that begins “@book{b, title={Never closed” does not close; it was left out.' },
  ]);
});

test('what holds no references is refused by name', async () => {
  const state = await vault.finish(
    await vault.run('reference.import', { caseId: vault.caseId, exhibitId: await admit('a.txt', 'only words') }),
  );
  expect(state).toMatchObject({ state: 'failed', error: { code: 'import-unfit' } });
});

test('what may not leave goes as number and digest; a confidential source by its code name; a marked case not at all', async () => {
  const red = await admit('red.txt', 'Strictly for named recipients');
  const told = await admit('told.txt', 'What somebody told us');
  const source = await vault.run('source.create', {
    name: 'Hollis Quennerby',
    kind: 'witness',
    reliability: 'B',
    confidential: true,
    codeName: 'HERON',
    note: '',
    originIds: [],
  });
  await vault.run('exhibit.update', {
    exhibitIds: [red],
    change: { handlingMark: 'TLP:RED', title: 'A secret title' },
  });
  await vault.run('exhibit.update', { exhibitIds: [told], change: { sourceId: source.id, title: 'Interview' } });
  await vault.run('reference.write', {
    exhibitId: told,
    item: { author: [{ family: 'Quennerby', given: 'Hollis' }, { literal: 'Hollis Quennerby' }] },
  });
  const before = await vault.run('reference.preFlight', { caseId: vault.caseId });
  const { text, leftOut, sha256 } = await exportAs('csl-json');
  expect(leftOut).toEqual(['EX-0001 went as number and digest only: TLP:RED.']);
  expect(text).not.toContain('A secret title');
  expect(text).not.toMatch(/Hollis|Quennerby/);
  expect(text).toContain('HERON');
  expect(JSON.parse(text)[0]).toMatchObject({ id: 'EX-0001', title: 'EX-0001 (withheld: TLP:RED)' });
  // Come back, the withheld record says nothing of the exhibit, and least of all a new title.
  const back = await itemsOf(await read(await admit('back.json', text)));
  expect(back.map(({ state, candidates }) => [state, candidates[0]?.fills])).toEqual([
    ['known', []],
    ['proposed', []],
  ]);
  const { departures } = await vault.run('departure.list', { caseId: vault.caseId });
  expect(departures[0]).toMatchObject({ kind: 'references', fileSha256: sha256, went: 1, stayed: 1 });
  expect(before).toEqual({
    goes: 1,
    stays: [{ what: 'exhibit', name: 'EX-0001', why: 'TLP:RED' }],
    listSha256: departures[0]?.listSha256,
  });

  await vault.run('compartment.mark', { caseId: vault.caseId, exhibitId: null, reason: 'agreed with the State' });
  await expect(exportAs('ris')).rejects.toThrow('never-leaves');
});

test('only what findings cite, when that is asked for; the same content makes the same bytes', async () => {
  await admit('one.txt', 'First words of one');
  expect(JSON.parse((await exportAs('csl-json', { which: 'cited' })).text)).toEqual([]);
  expect((await exportAs('bibtex')).sha256).toBe((await exportAs('bibtex')).sha256);
});
