/** The timeline of a real vault: what becomes an item, in which lanes it stands, and what is left out. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
let exhibitId: ExhibitId;
beforeEach(async () => {
  vault = await openTestCase();
  const [id] = await vault.admit(
    vault.write('mail.txt', 'FABULA HERON met SAEBYOK MORU 5 on 15 March 2026. She was built in 1998.'),
  );
  if (!id) throw new Error('nothing was admitted');
  exhibitId = id;
});
afterEach(() => vault.close());

type Said = { property: string; value: string; fromOn?: string; toOn?: string; targetId?: EntityId };
const make = async (schema: string, ...statements: Said[]) =>
  vault.run('entity.create', { caseId: vault.caseId, schema, statements });
const vessel = async (name: string, ...more: Said[]) =>
  (await make('Vessel', { property: 'name', value: name }, ...more)).entityId;
const timeline = () => vault.run('timeline.items', { caseId: vault.caseId });
const mark = (exact: string) =>
  vault.run('passage.mark', {
    exhibitId,
    selection: { kind: 'words', pageIndex: 0, quote: { exact, prefix: '', suffix: '' }, rects: [] },
  });

test('an event stands in the lane of each who took part, with its kind, place, strength and citations', async () => {
  const heron = await vessel('FABULA HERON');
  const moru = await vessel('SAEBYOK MORU 5');
  const { entityId, statementIds } = await make(
    'Event',
    { property: 'name', value: 'Transfer at sea' },
    { property: 'eventKind', value: 'ship-to-ship transfer' },
    { property: 'date', value: '2026-03-15' },
    { property: 'location', value: 'Yellow Sea' },
    { property: 'participant', value: 'FABULA HERON', targetId: heron },
    { property: 'participant', value: 'SAEBYOK MORU 5', targetId: moru },
  );
  const [, , dated] = statementIds;
  if (!dated) throw new Error('no date was stated');
  const citation = await vault.run('entity.cite', {
    statementId: dated,
    passageId: (await mark('15 March 2026')).id,
    credibility: 2,
  });
  const { items, entities } = await timeline();
  expect(items).toEqual([
    {
      id: entityId,
      source: 'event',
      title: 'Transfer at sea',
      kindLabel: 'ship-to-ship transfer',
      fromOn: '2026-03-15',
      toOn: '2026-03-15',
      entityIds: [heron, moru],
      entityId,
      findingId: null,
      claimId: null,
      exhibitId: null,
      strength: 'possible',
      status: null,
      citationCount: 1,
      citationIds: [citation.id],
      property: null,
      value: null,
      place: { words: 'Yellow Sea', latitude: null, longitude: null },
    },
  ]);
  expect(entities.map(chip => chip.caption).sort()).toEqual(['FABULA HERON', 'SAEBYOK MORU 5', 'Transfer at sea']);
});

test('a second date given for an event is an item of its own; the chosen one is what the event shows', async () => {
  const heron = await vessel('FABULA HERON');
  const { entityId } = await make(
    'Event',
    { property: 'name', value: 'Transfer' },
    { property: 'date', value: '2026-03-15' },
    { property: 'participant', value: 'FABULA HERON', targetId: heron },
  );
  const { statementId } = await vault.run('entity.record', {
    caseId: vault.caseId,
    entityId,
    statement: { property: 'date', value: '2026-03-17' },
  });
  const dates = async () => (await timeline()).items.map(item => [item.id === entityId, item.fromOn, item.toOn]).sort();
  expect((await dates()).map(([, fromOn]) => fromOn).sort()).toEqual(['2026-03-15', '2026-03-17']);
  await vault.run('entity.choose', {
    entityId,
    property: 'date',
    statementId,
    reason: 'The log is in local time.',
  });
  expect(await dates()).toEqual([
    [false, '2026-03-15', '2026-03-15'],
    [true, '2026-03-17', '2026-03-17'],
  ]);
});

test('ties, dated values, birth dates and records are items; what is not dated and data about data are not', async () => {
  const owner = (await make('Company', { property: 'name', value: 'Quellmark' })).entityId;
  const heron = await vessel(
    'FABULA HERON',
    { property: 'flag', value: 'lr', fromOn: '2019', toOn: '2021-06' },
    { property: 'buildDate', value: '1998' },
    { property: 'modifiedAt', value: '2026-01-01' },
    { property: 'mmsi', value: '636000001' },
  );
  await make(
    'Ownership',
    { property: 'owner', value: 'Quellmark', targetId: owner },
    { property: 'asset', value: 'FABULA HERON', targetId: heron },
    { property: 'startDate', value: '2020-01' },
  );
  await make(
    'Sanction',
    { property: 'entity', value: 'FABULA HERON', targetId: heron },
    { property: 'startDate', value: '2023-02-01' },
    { property: 'listingDate', value: '2023-02-03' },
  );
  const { items } = await timeline();
  expect(items.map(item => [item.source, item.kindLabel, item.fromOn, item.toOn, item.entityIds])).toEqual([
    ['statement', 'flag', '2019', '2021-06', [heron]],
    ['statement', 'build date', '1998', '1998', [heron]],
    ['relationship', 'owns', '2020-01', null, [owner, heron]],
    ['statement', 'sanction', '2023-02-01', null, [heron]],
    ['statement', 'listing date', '2023-02-03', '2023-02-03', [heron]],
  ]);
  expect(items[0]?.title).toBe('Flag: Liberia');
});

test('claims with a date and exhibits that bear one are items, and the withdrawn ones are not', async () => {
  const heron = await vessel('FABULA HERON');
  const findingId = (await vault.run('finding.create', { caseId: vault.caseId, title: 'A transfer' })).id;
  const { claimId } = await vault.run('finding.addClaim', { findingId, text: 'They met.', provisionIds: [] });
  await vault.run('finding.updateClaim', { claimId, occurredOn: '2026-03-15T02:14Z', entityIds: [heron] });
  await vault.run('exhibit.update', { exhibitIds: [exhibitId], change: { publishedOn: '2026-03-20' as never } });
  const sources = async () => (await timeline()).items.map(item => item.source);
  expect((await timeline()).items).toMatchObject([
    { source: 'claim', title: 'They met.', fromOn: '2026-03-15T02:14Z', status: 'unsupported', entityIds: [heron] },
    { source: 'exhibit', fromOn: '2026-03-20', exhibitId, title: expect.stringMatching(/^EX-0001 /) },
  ]);
  await vault.run('finding.withdrawClaim', { claimId });
  expect(await sources()).toEqual(['exhibit']);
  await vault.run('exhibit.withdraw', { exhibitId, reason: 'Handed back.' });
  expect(await sources()).toEqual([]);
});

test('those judged to be one have one lane, and a withdrawn event is gone until it is restored', async () => {
  const [heron, other] = [await vessel('FABULA HERON'), await vessel('HERON')];
  const { entityId } = await make(
    'Event',
    { property: 'name', value: 'Port call' },
    { property: 'date', value: '2026-03' },
    { property: 'participant', value: 'HERON', targetId: other },
  );
  await vault.run('entity.merge', {
    leftId: heron,
    rightId: other,
    identifier: 'IMO 9000003',
    reason: 'The registry gives both names.',
  });
  expect((await timeline()).items[0]?.entityIds).toEqual([heron]);
  await vault.run('entity.withdraw', { entityId });
  expect((await timeline()).items).toEqual([]);
  await vault.run('entity.restore', { entityId });
  expect((await timeline()).items).toHaveLength(1);
});
