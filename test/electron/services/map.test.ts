/** What a case tells of places, on a real vault: events, addresses, voyages between them, and what files claim. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimedTimes } from '../../../electron/services/map/claimedFeatures.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { EntityId, StatementId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeEach(async () => {
  vault = await openTestCase();
});
afterEach(() => vault.close());

type Draft = InputOf<'entity.create'>['statements'][number];
const make = (schema: string, statements: Draft[]) =>
  vault.run('entity.create', { caseId: vault.caseId, schema, statements });
const features = async () => (await vault.run('map.features', { caseId: vault.caseId })).features;
const position = (original: string, latitude: number, longitude: number): Draft => ({
  property: 'position',
  value: `${latitude}, ${longitude}`,
  original,
  detail: { position: { latitude, longitude, datum: 'not stated', notation: 'degrees and minutes' } },
});

test('an event stands where it is stated, as printed, when it happened, with those who took part', async () => {
  const vessel = await make('Vessel', [{ property: 'name', value: 'FABULA HERON' }]);
  const event = await make('Event', [
    { property: 'name', value: 'Transfer at sea' },
    { property: 'eventKind', value: 'ship-to-ship transfer' },
    { property: 'date', value: '2021-03-07' },
    position('38-45.5N 125-12.0E', 38.7583, 125.2),
    { property: 'participant', value: 'FABULA HERON', targetId: vessel.entityId, detail: { role: 'receiver' } },
  ]);
  expect(await features()).toEqual([
    {
      id: expect.any(String),
      source: 'event',
      title: 'Transfer at sea',
      kindLabel: 'ship-to-ship transfer',
      latitude: 38.7583,
      longitude: 125.2,
      datum: 'not stated',
      original: '38-45.5N 125-12.0E',
      fromOn: '2021-03-07',
      toOn: '2021-03-07',
      entityId: event.entityId,
      statementId: event.statementIds[3],
      entityIds: [vessel.entityId],
      exhibitId: null,
      pageIndex: null,
      strength: 'possible',
      citationCount: 0,
    },
  ]);
  const { entities } = await vault.run('map.features', { caseId: vault.caseId });
  expect(entities.map(entity => entity.caption).sort()).toEqual(['FABULA HERON', 'Transfer at sea']);
});

test('an address stands where its latitude and longitude are; half a position stands nowhere', async () => {
  const address = await make('Address', [
    { property: 'full', value: '1 Exercise Road' },
    { property: 'latitude', value: '22.33' },
    { property: 'longitude', value: '114.13' },
  ]);
  await make('Address', [
    { property: 'full', value: 'Somewhere north' },
    { property: 'latitude', value: '12' },
  ]);
  await make('Address', [
    { property: 'full', value: 'Nowhere' },
    { property: 'latitude', value: '91' },
    { property: 'longitude', value: '10' },
  ]);
  const company = await make('Company', [
    { property: 'name', value: 'Quellmark Shipping' },
    { property: 'addressEntity', value: '1 Exercise Road', targetId: address.entityId },
  ]);
  expect(await features()).toMatchObject([
    {
      source: 'address',
      title: '1 Exercise Road',
      latitude: 22.33,
      longitude: 114.13,
      original: '22.33, 114.13',
      entityIds: [company.entityId],
    },
  ]);
});

test('of two latitudes of an address, the one that a person chose is where it stands', async () => {
  const { entityId, statementIds } = await make('Address', [
    { property: 'full', value: '2 Exercise Road' },
    { property: 'latitude', value: '22.33' },
    { property: 'latitude', value: '22.4' },
    { property: 'longitude', value: '114.13' },
  ]);
  for (const [at, latitude] of [
    [2, 22.4],
    [1, 22.33],
  ] as const) {
    await vault.run('entity.choose', {
      entityId,
      property: 'latitude',
      statementId: statementIds[at] as StatementId,
      reason: 'measured',
    });
    expect((await features()).map(feature => feature.latitude)).toEqual([latitude]);
  }
});

test('a voyage stands at the addresses where it began and ended, each at its time, with its vehicle', async () => {
  const at = (full: string, latitude: string, longitude: string) =>
    make('Address', [
      { property: 'full', value: full },
      { property: 'latitude', value: latitude },
      { property: 'longitude', value: longitude },
    ]);
  const [from, to] = [await at('Berth 1', '38.73', '125.4'), await at('Berth 2', '42.74', '133.07')];
  const vessel = await make('Vessel', [{ property: 'name', value: 'FABULA HERON' }]);
  await make('Trip', [
    { property: 'name', value: 'Voyage 7' },
    { property: 'startDate', value: '2021-03-01' },
    { property: 'endDate', value: '2021-03-05' },
    { property: 'startLocation', value: 'Berth 1', targetId: from.entityId },
    { property: 'endLocation', value: 'Berth 2', targetId: to.entityId },
    { property: 'vehicle', value: 'FABULA HERON', targetId: vessel.entityId },
  ]);
  const voyage = (await features()).filter(feature => feature.source === 'event');
  expect(voyage.map(({ latitude, fromOn, toOn, entityIds }) => ({ latitude, fromOn, toOn, entityIds }))).toEqual([
    { latitude: 38.73, fromOn: '2021-03-01', toOn: '2021-03-01', entityIds: [vessel.entityId] },
    { latitude: 42.74, fromOn: '2021-03-05', toOn: '2021-03-05', entityIds: [vessel.entityId] },
  ]);
});

test('imported words are read where they say all, and stand on no map where they leave something open', async () => {
  await make('Event', [
    { property: 'name', value: 'Sighting' },
    { property: 'position', value: '3845N 12512E' },
    { property: 'position', value: '12.5, 38.25' },
  ]);
  expect((await features()).map(({ latitude, longitude }) => [latitude, longitude])).toEqual([[38.75, 125.2]]);
});

test('what was withdrawn, statement or event, stands no more; merged records are one', async () => {
  const statements = (name: string) => [{ property: 'name', value: name }, position('a', 10, 20)];
  const one = await make('Event', statements('Transfer one'));
  const two = await make('Event', statements('Transfer two'));
  const three = await make('Event', statements('Transfer three'));
  await vault.run('entity.withdrawStatement', { statementId: one.statementIds[1] as StatementId });
  await vault.run('entity.withdraw', { entityId: three.entityId as EntityId });
  expect((await features()).map(feature => feature.title)).toEqual(['Transfer two']);
  await vault.run('entity.merge', { leftId: one.entityId, rightId: two.entityId, reason: 'the same transfer' });
  expect((await features()).map(feature => [feature.title, feature.entityId])).toEqual([
    ['Transfer one', one.entityId],
  ]);
});

test('a place that a file claims is there as a claim, with its exhibit; one that was withdrawn is not', async () => {
  const file = vault.write(
    'fixes.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { name: 'Fix 1', time: '2021-03-07T04:10:00Z' },
          geometry: { type: 'Point', coordinates: [125.2, 38.75] },
        },
      ],
    }),
  );
  const [exhibitId] = await vault.admit(file);
  if (!exhibitId) throw new Error('not admitted');
  expect(await features()).toMatchObject([
    {
      source: 'claimed',
      title: 'EX-0001 · Fix 1',
      latitude: 38.75,
      longitude: 125.2,
      exhibitId,
      strength: null,
      datum: 'WGS 84',
    },
  ]);
});

test('the time that a file claims says no more than it does', () => {
  expect(claimedTimes('2021:03:07 04:10:00 UTC')).toEqual(['2021-03-07T04:10:00Z', '2021-03-07T04:10:00Z']);
  expect(claimedTimes('2021:03:07 04:10:00.55 +09:00')[0]).toBe('2021-03-07T04:10:00.55+09:00');
  expect(claimedTimes('2021:03:07 04:10:00')).toEqual(['2021-03-07', '2021-03-07']);
  expect(claimedTimes('2021-03-07T04:10:00Z to 2021-03-08T04:10:00Z')).toEqual([
    '2021-03-07T04:10:00Z',
    '2021-03-08T04:10:00Z',
  ]);
  expect(claimedTimes('some day')).toEqual([null, null]);
});
