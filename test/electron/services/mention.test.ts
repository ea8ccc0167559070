// Where exhibits name what the vault knows: proposed until a person decides, cited when accepted, remembered when rejected.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
let log: ExhibitId;
let letter: ExhibitId;
let heron: EntityId;

beforeEach(async () => {
  vault = await openTestCase();
  const [first] = await vault.admit(
    vault.write('log.txt', 'The FABULA HERON (IMO 9074729) left Nampo. Later the Fabula Heron met 김철삼은 at sea.'),
  );
  const [second] = await vault.admit(vault.write('letter.txt', 'We sold IMO9074729 to Kim Chol-sam. No Heron here.'));
  if (!first || !second) throw new Error('not admitted');
  [log, letter] = [first, second];
  heron = await make('Vessel', { name: 'MV FABULA HERON', imoNumber: '9074729' });
});
afterEach(() => vault.close());

async function make(schema: string, values: Record<string, string>): Promise<EntityId> {
  const statements = Object.entries(values).map(([property, value]) => ({ property, value }));
  return (await vault.run('entity.create', { caseId: vault.caseId, schema, statements })).entityId;
}
const inExhibit = (exhibitId: ExhibitId) => vault.run('mention.inExhibit', { exhibitId });
const shown = async (exhibitId: ExhibitId) =>
  (await inExhibit(exhibitId)).map(({ words, property, decision }) => [words, property, decision]);
const decide = (exhibitId: ExhibitId, start: number, decision: 'accepted' | 'rejected' | null, entityId = heron) =>
  vault.run('mention.decide', { entityId, exhibitId, pageIndex: 0, start, decision });
const citations = async () =>
  Object.fromEntries(
    (await vault.run('entity.get', { entityId: heron })).statements.map(({ property, citations: cited }) => [
      property,
      cited.filter(one => one.withdrawnAt === null).map(one => one.quote),
    ]),
  );

test('names and numbers are met as papers write them, with the value that they look like', async () => {
  expect(await shown(log)).toEqual([
    ['FABULA HERON', 'name', null],
    ['IMO 9074729', 'imoNumber', null],
    ['Fabula Heron', 'name', null],
  ]);
  expect(await shown(letter)).toEqual([['IMO9074729', 'imoNumber', null]]);
});

test('what is stated later is met later', async () => {
  await shown(log);
  await make('Person', { name: '김철삼' });
  const kim = await make('Person', { name: 'Kim Chol Sam' });
  expect((await shown(log)).at(-1)).toEqual(['김철삼', 'name', null]);
  expect((await shown(letter)).at(-1)).toEqual(['Kim Chol-sam', 'name', null]);
  await vault.run('entity.withdraw', { entityId: kim });
  expect(await shown(letter)).toEqual([['IMO9074729', 'imoNumber', null]]);
});

test('accepting marks the words and cites them for their value; taking it back withdraws both', async () => {
  const [first] = await inExhibit(log);
  if (!first) throw new Error('nothing met');
  await decide(log, first.start, 'accepted');
  expect((await shown(log))[0]).toEqual(['FABULA HERON', 'name', 'accepted']);
  expect(await citations()).toEqual({ name: ['FABULA HERON'], imoNumber: [] });
  expect(await vault.run('passage.listForExhibit', { exhibitId: log })).toMatchObject([
    { quote: { exact: 'FABULA HERON' }, position: { start: first.start, end: first.end } },
  ]);
  await decide(log, first.start, null);
  expect((await shown(log))[0]).toEqual(['FABULA HERON', 'name', null]);
  expect(await citations()).toEqual({ name: [], imoNumber: [] });
  expect(await vault.run('passage.listForExhibit', { exhibitId: log })).toEqual([]);
});

test('a passage on which something else rests stays when the acceptance is taken back', async () => {
  const [, number] = await inExhibit(log);
  if (!number) throw new Error('nothing met');
  await decide(log, number.start, 'accepted');
  const [passage] = await vault.run('passage.listForExhibit', { exhibitId: log });
  if (!passage) throw new Error('no passage');
  const { statements } = await vault.run('entity.get', { entityId: heron });
  const name = statements.find(one => one.property === 'name');
  if (!name) throw new Error('no name');
  await vault.run('entity.cite', { statementId: name.id, passageId: passage.id });
  await decide(log, number.start, null);
  expect((await vault.run('passage.listForExhibit', { exhibitId: log })).map(one => one.id)).toEqual([passage.id]);
});

test('a rejection holds for the words in that exhibit, in any case, and in no other', async () => {
  const [first] = await inExhibit(log);
  if (!first) throw new Error('nothing met');
  await decide(log, first.start, 'rejected');
  expect(await shown(log)).toEqual([
    ['FABULA HERON', 'name', 'rejected'],
    ['IMO 9074729', 'imoNumber', null],
    ['Fabula Heron', 'name', 'rejected'],
  ]);
  expect((await vault.run('mention.ofEntity', { caseId: vault.caseId, entityId: heron, decided: true })).total).toBe(2);
  await decide(log, first.start, null);
  expect((await shown(log)).map(([, , decision]) => decision)).toEqual([null, null, null]);
});

test('of an entity all exhibits of the case are looked through, less what is cited by hand', async () => {
  const all = await vault.run('mention.ofEntity', { caseId: vault.caseId, entityId: heron });
  expect([all.total, all.mentions.map(one => [one.exhibitNumber, one.words, one.before.slice(-4)])]).toEqual([
    4,
    [
      [1, 'FABULA HERON', 'The '],
      [1, 'IMO 9074729', 'ON ('],
      [1, 'Fabula Heron', 'the '],
      [2, 'IMO9074729', 'old '],
    ],
  ]);
  await vault.run('entity.fromSelection', {
    caseId: vault.caseId,
    exhibitId: letter,
    selection: {
      kind: 'words',
      pageIndex: 0,
      quote: { exact: 'IMO9074729', prefix: 'We sold ', suffix: ' to' },
      rects: [],
    },
    entity: { entityId: heron },
    property: 'imoNumber',
    value: '9074729',
  });
  const paged = await vault.run('mention.ofEntity', { caseId: vault.caseId, entityId: heron, offset: 1, limit: 1 });
  expect([paged.total, paged.mentions.map(one => one.words)]).toEqual([3, ['IMO 9074729']]);
});

test('merged records are one: a mention shows once, and a decision on either holds', async () => {
  const twin = await make('Vessel', { name: 'FABULA HERON' });
  expect((await shown(log)).length).toBe(5);
  const [first] = await inExhibit(log);
  if (!first) throw new Error('nothing met');
  await decide(log, first.start, 'rejected', twin);
  await vault.run('entity.merge', { leftId: heron, rightId: twin, reason: 'one hull in both registers' });
  expect(await shown(log)).toEqual([
    ['FABULA HERON', 'name', 'rejected'],
    ['IMO 9074729', 'imoNumber', null],
    ['Fabula Heron', 'name', 'rejected'],
  ]);
});

test('each decision is in the custody log, and what is not named at a place cannot be accepted there', async () => {
  const [first] = await inExhibit(log);
  if (!first) throw new Error('nothing met');
  await decide(log, first.start, 'rejected');
  await decide(log, first.start, null);
  await expect(decide(log, 0, 'accepted')).rejects.toMatchObject({ code: 'not-found' });
  const { events } = await vault.run('custody.list', { exhibitId: log, limit: 20 });
  expect(events.filter(one => one.action === 'mention-decided').map(one => one.details)).toEqual([
    { entity: 'MV FABULA HERON', words: 'FABULA HERON', decision: 'taken back' },
    { entity: 'MV FABULA HERON', words: 'FABULA HERON', decision: 'rejected' },
  ]);
});
