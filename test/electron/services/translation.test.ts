import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TranslationDetails } from '../../../shared/domain/translation.ts';
import type { ExhibitId, PassageId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

const WORDS = '석탄 5,000톤을 환적하였다';

let vault: TestCase;
let exhibitId: ExhibitId;
let passageId: PassageId;
beforeEach(async () => {
  vault = await openTestCase();
  [exhibitId] = (await vault.admit(vault.write('a.txt', `보고서. ${WORDS}. 끝.`))) as [ExhibitId];
  const passage = await vault.run('passage.mark', {
    exhibitId,
    selection: { kind: 'words', pageIndex: 0, quote: { exact: WORDS, prefix: '', suffix: '' }, rects: [] },
  });
  passageId = passage.id;
});
afterEach(() => vault.close());

const details = (given: Partial<TranslationDetails> = {}): TranslationDetails => ({
  language: 'en',
  translator: 'Kim Example',
  method: 'human',
  isCertified: false,
  certificationNote: '',
  madeOn: null,
  ...given,
});

const write = (
  text: string,
  given: Partial<TranslationDetails> = {},
  supersedes: Awaited<ReturnType<typeof writePage>>['id'] | null = null,
) =>
  vault.run('translation.write', {
    exhibitId,
    of: { kind: 'passage', passageId },
    text,
    details: details(given),
    supersedes,
  });
const writePage = (text: string) =>
  vault.run('translation.write', { exhibitId, of: { kind: 'page', pageIndex: 0 }, text, details: details() });

const shown = async () => (await vault.run('passage.get', { passageId })).translation?.text ?? null;

test('a translation stands beside the words of its passage, and the words stay', async () => {
  await write('transferred 5,000 tons of coal');
  const passage = await vault.run('passage.get', { passageId });
  expect(passage.quote.exact).toBe(WORDS);
  expect(passage.translation).toMatchObject({
    text: 'transferred 5,000 tons of coal',
    translator: 'Kim Example',
    method: 'human',
    isCertified: false,
  });
  expect(await vault.run('passage.listForExhibit', { exhibitId })).toEqual([
    expect.objectContaining({ translation: passage.translation }),
  ]);
});

test('a change makes the next version; the one before stays, superseded, and cannot be changed again', async () => {
  const first = await write('moved coal');
  const second = await write('transferred coal', {}, first.id);
  expect(second).toMatchObject({ version: 2 });
  expect(await shown()).toBe('transferred coal');
  await expect(write('another hand', {}, first.id)).rejects.toMatchObject({ code: 'translation-superseded' });
  const history = await vault.run('translation.listForExhibit', { exhibitId, history: true });
  expect(history.map(({ text, version, supersededAt }) => [text, version, supersededAt === null])).toEqual([
    ['transferred coal', 2, true],
    ['moved coal', 1, false],
  ]);
  expect(() =>
    vault.core.session.write(({ db }) =>
      db.prepare('UPDATE translation SET text = $text WHERE id = $id').run({ text: 'other', id: first.id }),
    ),
  ).toThrow(/superseded, never changed/);
  expect(() =>
    vault.core.session.write(({ db }) => db.prepare('DELETE FROM translation WHERE id = $id').run({ id: first.id })),
  ).toThrow(/never deleted/);
});

test('of several the certified one is shown, then the human one; withdrawing brings the next forward', async () => {
  await write('by a machine', { method: 'machine', translator: 'A program' });
  expect(await shown()).toBe('by a machine');
  await write('by a person');
  const sworn = await write('by a sworn translator', { isCertified: true, certificationNote: 'Court of Example' });
  await write('by a machine, later', { method: 'machine', translator: 'A program' });
  expect(await shown()).toBe('by a sworn translator');
  await vault.run('translation.withdraw', { translationId: sworn.id });
  expect(await shown()).toBe('by a person');
  await vault.run('translation.restore', { translationId: sworn.id });
  expect(await shown()).toBe('by a sworn translator');
});

test('each step is a custody event with language, method and the digest of the words', async () => {
  const { id } = await write('moved coal', { method: 'machine' });
  await vault.run('translation.withdraw', { translationId: id });
  const { events } = await vault.run('custody.list', { caseId: vault.caseId, limit: 500 });
  const ours = events.filter(event => event.action.startsWith('translation-'));
  expect(ours.map(event => event.action).toSorted()).toEqual(['translation-withdrawn', 'translation-written']);
  expect(ours[0]).toMatchObject({
    exhibitId,
    details: {
      of: 'passage',
      language: 'en',
      method: 'machine',
      version: '1',
      content: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
});

test('pages are summed up by hand and method; a linked exhibit stands by itself and is told from both sides', async () => {
  await writePage('A report. Transferred coal.');
  await write('transferred coal');
  const [linked] = (await vault.admit(vault.write('b.txt', 'Report. They moved coal. End.'))) as [ExhibitId];
  await vault.run('translation.link', {
    exhibitId,
    linkedExhibitId: linked,
    details: details({ translator: 'Office of Example', isCertified: true }),
  });
  const { rows } = await vault.run('translation.summarise', { exhibitId });
  expect(rows).toMatchObject([
    { translator: 'Office of Example', isCertified: true, linked: { exhibitId: linked, number: 2 } },
    { translator: 'Kim Example', pageCount: 1, passageCount: 1, firstPage: 0, linked: null },
  ]);
  expect((await vault.run('translation.summarise', { exhibitId: linked })).translates).toMatchObject([
    { exhibitId, number: 1 },
  ]);
  await vault.run('translation.link', { exhibitId, linkedExhibitId: linked, details: details() });
  expect((await vault.run('translation.summarise', { exhibitId })).rows.filter(row => row.linked)).toHaveLength(1);
});

test('a page or passage that is not in the exhibit, an empty text and the exhibit itself are refused', async () => {
  const [other] = (await vault.admit(vault.write('b.txt', 'Another.'))) as [ExhibitId];
  await expect(
    vault.run('translation.write', {
      exhibitId: other,
      of: { kind: 'passage', passageId },
      text: 'x',
      details: details(),
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    vault.run('translation.write', { exhibitId, of: { kind: 'page', pageIndex: 7 }, text: 'x', details: details() }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(writePage(' \n')).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(
    vault.run('translation.link', { exhibitId, linkedExhibitId: exhibitId, details: details() }),
  ).rejects.toMatchObject({ code: 'copy-of-itself' });
});

test('a citation carries the translation as it stands now, beside its frozen words', async () => {
  const { id: findingId } = await vault.run('finding.create', { caseId: vault.caseId, title: 'A transfer' });
  const { claimId } = await vault.run('finding.addClaim', { findingId, text: 'Coal was transferred.' });
  await vault.run('citation.cite', { claimId, passageId, bearing: 'supports' });
  await write('transferred 5,000 tons of coal');
  const { claims } = await vault.run('finding.get', { findingId });
  expect(claims[0]?.citations[0]).toMatchObject({
    quote: WORDS,
    translation: { text: 'transferred 5,000 tons of coal' },
  });
});
