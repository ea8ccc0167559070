import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepLikeness } from '../../../electron/services/copy/index.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeEach(async () => {
  vault = await openTestCase();
});
afterEach(() => vault.close());

/** Five hundred words that no other seed shares. */
function report(seed: number, changed = 0): string {
  const words = Array.from({ length: 500 }, (_, at) => `w${((at + 1) * 2654435761 * (seed + 1)) % 99_991}`);
  return words.map((word, at) => (at < changed ? `other${at}` : word)).join(' ');
}

async function admit(name: string, text: string): Promise<ExhibitId> {
  const [id] = await vault.admit(vault.write(name, text));
  if (!id) throw new Error(`${name} was not admitted`);
  return id;
}

const copiesOf = async (exhibitId: ExhibitId) =>
  (await vault.run('copy.listForExhibit', { exhibitId })).rows.map(({ exhibitId: id, verdict }) => ({
    id,
    verdict: verdict?.verdict ?? null,
  }));

const eventsOf = async (exhibitId: ExhibitId) =>
  (await vault.run('custody.list', { caseId: vault.caseId, limit: 500 })).events.filter(
    event => event.exhibitId === exhibitId && event.action === 'near-copy-decided',
  );

test('alike texts are proposed from both sides, the most alike first; unlike ones are not', async () => {
  const first = await admit('a.txt', report(1));
  const near = await admit('b.txt', report(1, 10));
  const farther = await admit('c.txt', report(1, 120));
  await admit('d.txt', report(2));
  const { rows, total } = await vault.run('copy.listForExhibit', { exhibitId: first });
  expect(total).toBe(2);
  expect(rows.map(row => row.exhibitId)).toEqual([near, farther]);
  expect(rows[0]).toMatchObject({ kind: 'text', number: 2, verdict: null });
  expect(rows[0]?.likeness).toBeGreaterThan(rows[1]?.likeness ?? 1);
  expect((await copiesOf(near)).map(one => one.id)).toContain(first);
  const listed = await vault.run('copy.listForCase', { caseId: vault.caseId });
  expect(listed).toMatchObject({ total: 1, groups: [{ kind: 'text', size: 3, undecided: 2 }] });
  expect(listed.groups[0]?.exhibits.map(one => one.number)).toEqual([1, 2, 3]);
});

test('a decision is remembered with its custody event, seen from both sides, and can be followed by another', async () => {
  const first = await admit('a.txt', report(1));
  const near = await admit('b.txt', report(1, 10));
  await vault.run('copy.decide', { exhibitId: near, otherId: first, verdict: 'copy', note: 'Same stamp.' });
  expect(await copiesOf(first)).toEqual([{ id: near, verdict: 'copy' }]);
  await vault.run('copy.decide', { exhibitId: first, otherId: near, verdict: 'not-a-copy' });
  expect(await copiesOf(near)).toEqual([{ id: first, verdict: 'not-a-copy' }]);
  expect(await eventsOf(near)).toMatchObject([
    {
      subject: 'EX-0002',
      details: { verdict: 'copy', of: 'EX-0001', note: 'Same stamp.', likeness: expect.stringMatching(/^\d+ %$/) },
    },
  ]);
  expect(await eventsOf(first)).toMatchObject([{ details: { verdict: 'not-a-copy', of: 'EX-0002' } }]);
  expect((await vault.run('copy.listForCase', { caseId: vault.caseId })).groups[0]?.undecided).toBe(0);
});

test('two exhibits that no machine found alike can be judged copies by a person', async () => {
  const one = await admit('a.txt', 'A short note.');
  const other = await admit('b.txt', 'Quite another note.');
  expect(await copiesOf(one)).toEqual([]);
  await vault.run('copy.decide', { exhibitId: one, otherId: other, verdict: 'copy' });
  expect(await copiesOf(one)).toEqual([{ id: other, verdict: 'copy' }]);
  await vault.run('copy.decide', { exhibitId: one, otherId: other, verdict: 'open' });
  expect(await copiesOf(one)).toEqual([]);
});

test('an exhibit is no copy of itself, nor of one in another case', async () => {
  const one = await admit('a.txt', report(1));
  await expect(vault.run('copy.decide', { exhibitId: one, otherId: one, verdict: 'copy' })).rejects.toMatchObject({
    code: 'copy-of-itself',
  });
  const otherCase = await newCase();
  const theirs = await admitTo(otherCase, 'b.txt', report(1, 10));
  await expect(vault.run('copy.decide', { exhibitId: one, otherId: theirs, verdict: 'copy' })).rejects.toMatchObject({
    code: 'other-case',
  });
  expect(await copiesOf(one)).toEqual([]);
});

test('bytes that were read for another case find the copies of their own', async () => {
  await admit('a.txt', report(1));
  const otherCase = await newCase();
  const theirs = await admitTo(otherCase, 'b.txt', report(1, 10));
  const again = await admitTo(otherCase, 'a.txt', report(1));
  expect((await vault.run('copy.listForExhibit', { exhibitId: again })).rows.map(row => row.exhibitId)).toEqual([
    theirs,
  ]);
});

test('when the first of a group is read anew as something else, the others find each other again', async () => {
  const first = await admit('a.txt', report(1));
  const second = await admit('b.txt', report(1, 10));
  const third = await admit('c.txt', report(1, 20));
  const { sha256 } = await vault.run('exhibit.get', { exhibitId: first });
  vault.core.session.write(({ db }) => keepLikeness(db, sha256, { textSketch: null, pictureHash: null }));
  expect(await copiesOf(first)).toEqual([]);
  expect((await copiesOf(second)).map(one => one.id)).toEqual([third]);
  expect((await copiesOf(third)).map(one => one.id)).toEqual([second]);
});

test('pictures that differ in few bits are proposed; blank ones are not', async () => {
  const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'];
  const ids: ExhibitId[] = [];
  for (const name of names) ids.push(await admit(name, `A stand-in for a picture, ${name}`));
  const [one, near, far, blank, white] = ids as [ExhibitId, ExhibitId, ExhibitId, ExhibitId, ExhibitId];
  const give = async (exhibitId: ExhibitId, pictureHash: string) => {
    const { sha256 } = await vault.run('exhibit.get', { exhibitId });
    vault.core.session.write(({ db }) => keepLikeness(db, sha256, { textSketch: null, pictureHash }));
  };
  await give(one, '0f0f3c3c9a5a1234');
  await give(near, '0f0f3c3c9a5a12c4');
  await give(far, 'f0f0c3c365a5edcb');
  await give(blank, '0000000000000000');
  await give(white, '0000000000000001');
  expect((await vault.run('copy.listForExhibit', { exhibitId: one })).rows).toMatchObject([
    { exhibitId: near, kind: 'picture', likeness: 1 - 4 / 64 },
  ]);
  expect(await copiesOf(blank)).toEqual([]);
  expect(await copiesOf(far)).toEqual([]);
});

test('a source is told which of its exhibits are copies of what another source gave', async () => {
  const first = await admit('a.txt', report(1));
  const near = await admit('b.txt', report(1, 10));
  const source = async (name: string) =>
    (
      await vault.run('source.create', {
        name,
        kind: 'press',
        reliability: 'B',
        originIds: [],
        confidential: false,
        codeName: null,
        note: '',
      })
    ).id;
  const [mine, theirs] = [await source('Paper one'), await source('Paper two')];
  await vault.run('exhibit.update', { exhibitIds: [first], change: { sourceId: mine } });
  await vault.run('exhibit.update', { exhibitIds: [near], change: { sourceId: theirs } });
  expect(await vault.run('copy.listForSource', { sourceId: mine })).toEqual([]);
  await vault.run('copy.decide', { exhibitId: near, otherId: first, verdict: 'copy' });
  expect(await vault.run('copy.listForSource', { sourceId: mine })).toMatchObject([
    { exhibit: { number: 1 }, other: { number: 2, sourceName: 'Paper two' } },
  ]);
  await vault.run('copy.decide', { exhibitId: first, otherId: near, verdict: 'open' });
  expect(await vault.run('copy.listForSource', { sourceId: mine })).toEqual([]);
});

async function newCase(): Promise<CaseId> {
  const { id } = await vault.run('case.create', {
    reference: 'C-2',
    title: 'Another (exercise)',
    workstream: 'cyber',
    handlingMark: 'TLP:RED',
    standard: 'un-panel',
    lead: '',
    isExercise: true,
  });
  return id;
}

async function admitTo(caseId: CaseId, name: string, text: string): Promise<ExhibitId> {
  const from = [vault.core.grants.grant(vault.write(name, text))];
  await vault.finish(await vault.run('exhibit.admit', { caseId, from }));
  const found = (await vault.run('exhibit.list', { caseId })).rows.find(row => row.fileName === name);
  if (!found) throw new Error(`${name} was not admitted`);
  return found.id;
}
