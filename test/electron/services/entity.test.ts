/** Entities on a real vault: statements with citations, ties from both sides, merging, and what rests on what. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityId, ExhibitId, PassageId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
let exhibitId: ExhibitId;
beforeAll(async () => {
  vault = await openTestCase();
  const [id] = await vault.admit(
    vault.write(
      'mail.txt',
      'MV FABULA HERON, IMO 9000003, is owned by Quellmark Shipping. Fabula Heron met SAEBYOK MORU 5.',
    ),
  );
  if (!id) throw new Error('nothing was admitted');
  exhibitId = id;
});
afterAll(() => vault.close());

const words = (exact: string) => ({
  kind: 'words' as const,
  pageIndex: 0,
  quote: { exact, prefix: '', suffix: '' },
  rects: [],
});
const mark = async (exact: string): Promise<PassageId> =>
  (await vault.run('passage.mark', { exhibitId, selection: words(exact) })).id;
const make = async (
  schema: string,
  name: string,
  more: { property: string; value: string }[] = [],
): Promise<EntityId> =>
  (
    await vault.run('entity.create', {
      caseId: vault.caseId,
      schema,
      statements: [{ property: 'name', value: name }, ...more],
    })
  ).entityId;

test('a selected name becomes an entity whose name is cited to the very words', async () => {
  const made = await vault.run('entity.fromSelection', {
    caseId: vault.caseId,
    exhibitId,
    selection: words('FABULA HERON'),
    entity: { schema: 'Vessel' },
  });
  const view = await vault.run('entity.get', { entityId: made.entityId });
  expect(view).toMatchObject({ schema: 'Vessel', kind: 'thing', caption: 'FABULA HERON' });
  expect(view.statements).toHaveLength(1);
  expect(view.statements[0]).toMatchObject({ property: 'name', value: 'FABULA HERON', isShown: true });
  expect(view.statements[0]?.citations).toMatchObject([{ quote: 'FABULA HERON', exhibitId, bearing: 'supports' }]);
  const again = await vault.run('entity.fromSelection', {
    caseId: vault.caseId,
    exhibitId,
    selection: words('Fabula Heron'),
    entity: { entityId: made.entityId },
  });
  expect(again).toMatchObject({ isNewEntity: false, isNewStatement: false, statementId: made.statementId });
});

test('a passage on which a statement rests is not withdrawn, and tells what rests on it', async () => {
  const passageId = await mark('Quellmark Shipping');
  const { entityId, statementIds } = await vault.run('entity.create', {
    caseId: vault.caseId,
    schema: 'Company',
    statements: [{ property: 'name', value: 'Quellmark Shipping' }],
    cite: { passageId },
  });
  await expect(vault.run('passage.withdraw', { passageId })).rejects.toMatchObject({ code: 'still-relied-on' });
  const resting = await vault.run('exhibit.dependents', { of: { kind: 'passage', id: passageId } });
  expect(resting.statements).toMatchObject([
    { quote: 'Quellmark Shipping', entity: { id: entityId }, property: 'Name' },
  ]);
  const [statementId] = statementIds;
  if (!statementId) throw new Error('nothing was stated');
  await vault.run('entity.withdrawStatement', { statementId });
  await vault.run('passage.withdraw', { passageId });
});

test('a tie reads both ways, with its dates and its strength by citations', async () => {
  const owner = await make('Company', 'Nordbank Holding');
  const vessel = await make('Vessel', 'ALBATROS SONG', [{ property: 'imoNumber', value: '9000015' }]);
  const passageId = await mark('is owned by');
  const tie = await vault.run('entity.relate', {
    caseId: vault.caseId,
    schema: 'Ownership',
    sourceId: owner,
    targetId: vessel,
    statements: [{ property: 'startDate', value: '2021-03' }],
    cite: { passageId, credibility: 2 },
  });
  const fromOwner = await vault.run('entity.get', { entityId: owner });
  expect(fromOwner.links).toMatchObject([
    { words: 'owns', direction: 'out', fromOn: '2021-03', toOn: null, strength: 'possible', citationCount: 3 },
  ]);
  const fromVessel = await vault.run('entity.get', { entityId: vessel });
  expect(fromVessel.links).toMatchObject([{ words: 'is owned by', direction: 'in', other: { id: owner } }]);
  expect(fromVessel.hint).toBe('IMO 9000015');
  expect((await vault.run('entity.get', { entityId: vessel, asAt: '2020' })).links).toEqual([]);
  expect((await vault.run('entity.get', { entityId: tie.entityId })).caption).toBe(
    'Nordbank Holding owns ALBATROS SONG',
  );
  await vault.run('entity.judgeStrength', {
    entityId: tie.entityId,
    strength: 'confirmed',
    reason: 'Seen in the registry.',
  });
  expect((await vault.run('entity.get', { entityId: vessel })).links).toMatchObject([
    { strength: 'confirmed', strengthJudgement: { reason: 'Seen in the registry.' } },
  ]);
  await expect(
    vault.run('entity.judgeStrength', { entityId: tie.entityId, strength: 'probable' }),
  ).rejects.toMatchObject({ code: 'reason-needed' });
});

test('two records with a name alone are not merged; a second identifier or a reason merges them, and undoing gives both back', async () => {
  const left = await make('Company', 'Twin Trading', [{ property: 'registrationNumber', value: 'HK-123 456' }]);
  const right = await make('Company', 'Twin Trading', [
    { property: 'registrationNumber', value: 'HK123456' },
    { property: 'jurisdiction', value: 'hk' },
  ]);
  await expect(vault.run('entity.merge', { leftId: left, rightId: right })).rejects.toMatchObject({
    code: 'merge-needs-more',
  });
  await expect(vault.run('entity.merge', { leftId: left, rightId: right, identifier: 'name' })).rejects.toMatchObject({
    code: 'merge-needs-more',
  });
  const before = await Promise.all([left, right].map(entityId => vault.run('entity.get', { entityId })));
  const compared = await vault.run('entity.compare', { leftId: left, rightId: right });
  expect(compared.shared).toContainEqual({ property: 'registrationNumber', value: 'HK-123 456', identifies: true });
  expect((await vault.run('entity.candidates', { entityId: left })).map(one => one.id)).toEqual([right]);
  const { judgementId } = await vault.run('entity.merge', {
    leftId: left,
    rightId: right,
    identifier: 'registrationNumber',
  });
  const merged = await vault.run('entity.get', { entityId: right });
  expect(merged.id).toBe(left);
  expect(merged.members.map(member => member.id)).toEqual([left, right]);
  expect(merged.statements).toHaveLength(5);
  await vault.run('entity.undoJudgement', { judgementId });
  expect(await Promise.all([left, right].map(entityId => vault.run('entity.get', { entityId })))).toEqual(before);
});

test('a year and a day in it are no conflict, and each of two merged records keeps what tells it from its namesake', async () => {
  const left = await make('Person', 'Twin Fable', [{ property: 'birthDate', value: '1971' }]);
  const right = await make('Person', 'Twin Fable', [
    { property: 'birthDate', value: '1971-02-16' },
    { property: 'passportNumber', value: 'PS 000000000' },
  ]);
  const { shared, differing } = await vault.run('entity.compare', { leftId: left, rightId: right });
  expect(differing).toEqual([]);
  expect(shared).toContainEqual({ property: 'birthDate', value: '1971', identifies: false });
  await vault.run('entity.merge', { leftId: left, rightId: right, reason: 'One photograph in both.' });
  const { judgements } = await vault.run('entity.get', { entityId: left });
  expect(judgements.map(one => [one.left.hint, one.right.hint])).toEqual([['born 1971', 'passport PS 000000000']]);
});

test('what was judged not to be the same is not merged, also by way of a third', async () => {
  const [a, b, c] = await Promise.all(['Kim A', 'Kim A', 'Kim A'].map(name => make('Person', name)));
  if (!a || !b || !c) throw new Error('nobody was made');
  const { judgementId } = await vault.run('entity.notSame', { leftId: a, rightId: c, reason: 'Other birth dates.' });
  await vault.run('entity.merge', { leftId: a, rightId: b, reason: 'One passport was seen for both.' });
  await expect(vault.run('entity.merge', { leftId: b, rightId: c, reason: 'Looks alike.' })).rejects.toMatchObject({
    code: 'entities-judged-apart',
  });
  await vault.run('entity.undoJudgement', { judgementId });
  const { entityId } = await vault.run('entity.merge', { leftId: b, rightId: c, reason: 'The dates were a slip.' });
  expect((await vault.run('entity.get', { entityId })).members).toHaveLength(3);
});

test('a person and a company are not one record', async () => {
  const [person, company] = [await make('Person', 'Ri Mo'), await make('Company', 'Ri Mo')];
  await expect(
    vault.run('entity.merge', { leftId: person, rightId: company, reason: 'Same letters.' }),
  ).rejects.toMatchObject({ code: 'schema-unfit' });
});

test('conflicting values stand side by side, and a person chooses the one shown, with a reason', async () => {
  const entityId = await make('Vessel', 'OLD NAME');
  const { statementId } = await vault.run('entity.record', {
    caseId: vault.caseId,
    entityId,
    statement: { property: 'name', value: 'NEW NAME' },
  });
  expect((await vault.run('entity.get', { entityId })).caption).toBe('OLD NAME');
  await expect(vault.run('entity.choose', { entityId, property: 'name', statementId })).rejects.toMatchObject({
    code: 'reason-needed',
  });
  await vault.run('entity.choose', {
    entityId,
    property: 'name',
    statementId,
    reason: 'Painted on the stern since May.',
  });
  const view = await vault.run('entity.get', { entityId });
  expect(view.caption).toBe('NEW NAME');
  expect(view.statements.map(({ value, isShown, isChosen }) => ({ value, isShown, isChosen }))).toEqual([
    { value: 'OLD NAME', isShown: false, isChosen: false },
    { value: 'NEW NAME', isShown: true, isChosen: true },
  ]);
});

test('a corrected value keeps its citations, and the slip stays on record', async () => {
  const passageId = await mark('IMO 9000003');
  const { entityId, statementIds } = await vault.run('entity.create', {
    caseId: vault.caseId,
    schema: 'Vessel',
    statements: [{ property: 'imoNumber', value: '9000030' }],
    cite: { passageId },
  });
  const [slip] = statementIds;
  if (!slip) throw new Error('nothing was stated');
  const { statementId } = await vault.run('entity.correctStatement', { statementId: slip, value: '9000003' });
  const { statements } = await vault.run('entity.get', { entityId });
  expect(
    statements.map(one => [one.id, one.value, one.withdrawnAt === null, one.citations.length, one.check?.valid]),
  ).toEqual([
    [slip, '9000030', false, 1, false],
    [statementId, '9000003', true, 1, true],
  ]);
  expect((await vault.run('vault.verify', {})).problems).toEqual([]);
});

test('a name or a number finds what the vault holds, with why, in any order of its words', async () => {
  const entityId = await make('Person', 'Pak Chol Su', [{ property: 'passportNumber', value: 'PS 654 3210' }]);
  const found = async (words: string) =>
    (await vault.run('entity.suggest', { caseId: vault.caseId, words })).map(({ id, why }) => ({ id, why }));
  expect((await found('pak chol su'))[0]).toMatchObject({
    id: entityId,
    why: expect.arrayContaining(['the same name']),
  });
  expect((await found('Chol Su Pak'))[0]).toMatchObject({ id: entityId, why: ['all these words are in its names'] });
  expect((await found('PS6543210'))[0]).toMatchObject({ id: entityId });
  const { rows, total } = await vault.run('entity.list', { caseId: null, words: 'chol pa' });
  expect([rows.map(row => row.id), total]).toEqual([[entityId], 1]);
});

test('where else an entity occurs: other cases, shared numbers, words in exhibits', async () => {
  const other = await vault.run('case.create', {
    reference: 'C-OTHER',
    title: 'Another (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:RED',
    standard: 'un-panel',
    lead: '',
    isExercise: true,
  });
  const ours = await make('Vessel', 'SAEBYOK MORU 5', [{ property: 'callSign', value: 'HMXY7' }]);
  const { entityId: theirs } = await vault.run('entity.create', {
    caseId: other.id,
    schema: 'Vessel',
    statements: [
      { property: 'name', value: 'DAWN CORNER' },
      { property: 'callSign', value: 'HMXY7' },
    ],
  });
  const occurrences = await vault.run('entity.occurrences', { entityId: ours });
  expect(occurrences.sharing).toMatchObject([
    { property: 'callSign', value: 'HMXY7', entity: { id: theirs }, caseReferences: ['C-OTHER'] },
  ]);
  expect(occurrences.exhibits).toMatchObject([{ exhibitId, pageIndex: 0, words: 'SAEBYOK MORU 5' }]);
});

test('withdrawn entities leave the lists and come back', async () => {
  const entityId = await make('Company', 'Gone Tomorrow Ltd');
  const listed = async () => (await vault.run('entity.list', { caseId: vault.caseId, words: 'Gone Tomorrow' })).total;
  await vault.run('entity.withdraw', { entityId });
  expect(await listed()).toBe(0);
  await vault.run('entity.restore', { entityId });
  expect(await listed()).toBe(1);
});

test('the list of the whole vault, and its figures by schema, need no case', async () => {
  const { total } = await vault.run('entity.list', { caseId: null });
  const facets = await vault.run('entity.facets', { caseId: null });
  expect(facets.filter(facet => facet.kind === 'thing').reduce((sum, facet) => sum + facet.count, 0)).toBe(total);
});

test('words that are a passage already are not marked twice', async () => {
  const first = await mark('met SAEBYOK');
  const made = await vault.run('entity.fromSelection', {
    caseId: vault.caseId,
    exhibitId,
    selection: words('met SAEBYOK'),
    entity: { schema: 'Vessel' },
  });
  expect(made).toMatchObject({ passageId: first, isNewPassage: false, isNewEntity: true });
});
