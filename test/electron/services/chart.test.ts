/** The link chart on a real vault: what is drawn of a case, what lies beyond it, and the views that were saved. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
let otherCase: CaseId;
beforeEach(async () => {
  vault = await openTestCase();
  const { id } = await vault.run('case.create', {
    reference: 'C-TEST-2',
    title: 'Another case (exercise)',
    workstream: 'finance',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
    isExercise: true,
  });
  otherCase = id;
});
afterEach(() => vault.close());

type Draft = InputOf<'entity.create'>['statements'][number];

const make = async (schema: string, name: string, more: Draft[] = [], caseId = vault.caseId): Promise<EntityId> => {
  const named = name === '' ? [] : [{ property: 'name', value: name }];
  return (await vault.run('entity.create', { caseId, schema, statements: [...named, ...more] })).entityId;
};
const relate = async (schema: string, sourceId: EntityId, targetId: EntityId, statements: Draft[] = []) =>
  (await vault.run('entity.relate', { caseId: vault.caseId, schema, sourceId, targetId, statements })).entityId;
const ofCase = () => vault.run('chart.graph', { caseId: vault.caseId });
const captions = ({ nodes }: { nodes: { caption: string }[] }) => nodes.map(node => node.caption).sort();

test('a relationship is a line that reads both ways, with its dates; it is no node', async () => {
  const owner = await make('Company', 'Quellmark Shipping', [{ property: 'jurisdiction', value: 'hk' }]);
  const vessel = await make('Vessel', 'FABULA HERON');
  const tie = await relate('Ownership', owner, vessel, [
    { property: 'startDate', value: '2021-03' },
    { property: 'role', value: 'registered owner' },
  ]);
  const graph = await ofCase();
  expect(captions(graph)).toEqual(['FABULA HERON', 'Quellmark Shipping']);
  expect(graph.nodes.find(node => node.id === owner)).toMatchObject({ kind: 'thing', countries: ['hk'] });
  expect(graph.edges).toMatchObject([
    {
      entityId: tie,
      schema: 'Ownership',
      property: null,
      sourceId: owner,
      targetId: vessel,
      directed: true,
      label: 'owns',
      backLabel: 'is owned by',
      role: 'registered owner',
      fromOn: '2021-03',
      toOn: null,
      strength: 'possible',
      isJudged: false,
      citationCount: 0,
    },
  ]);
});

test('participants stand before their event, with the part that they played and when', async () => {
  const vessel = await make('Vessel', 'FABULA HERON');
  const event = await make('Event', '', [
    { property: 'eventKind', value: 'ship-to-ship transfer' },
    { property: 'date', value: '2026-03-15' },
    { property: 'participant', value: 'FABULA HERON', targetId: vessel, detail: { role: 'delivering vessel' } },
  ]);
  const graph = await ofCase();
  expect(graph.nodes.find(node => node.id === event)).toMatchObject({
    kind: 'event',
    fromOn: '2026-03-15',
    toOn: '2026-03-15',
  });
  expect(graph.edges).toMatchObject([
    {
      entityId: event,
      property: 'participant',
      sourceId: vessel,
      targetId: event,
      label: 'took part as delivering vessel in',
      role: 'delivering vessel',
      fromOn: '2026-03-15',
    },
  ]);
});

test('a record hangs on its holder by a line', async () => {
  const person = await make('Person', '문가상');
  const passport = await make('Passport', '', [
    { property: 'passportNumber', value: 'X0000000' },
    { property: 'holder', value: '문가상', targetId: person },
  ]);
  expect((await ofCase()).edges).toMatchObject([
    { entityId: passport, sourceId: passport, targetId: person, backLabel: 'is identification holder of' },
  ]);
});

test('what is merged is one node with the lines of both, and what is withdrawn is not drawn', async () => {
  const left = await make('Company', 'Twin Trading');
  const right = await make('Company', 'Twin Trading Ltd');
  const [first, second] = [await make('Vessel', 'ALBATROS SONG'), await make('Vessel', 'ORIOLE SONG')];
  await relate('Ownership', left, first);
  const withdrawn = await relate('Ownership', right, second);
  const { entityId } = await vault.run('entity.merge', { leftId: left, rightId: right, reason: 'Same registry card.' });
  const merged = await ofCase();
  expect(merged.nodes).toHaveLength(3);
  expect(merged.edges.map(edge => edge.sourceId)).toEqual([entityId, entityId]);
  await vault.run('entity.withdraw', { entityId: withdrawn });
  await vault.run('entity.withdraw', { entityId: first });
  const after = await ofCase();
  expect([after.nodes.length, after.edges.length]).toEqual([2, 0]);
});

test('a relationship that lacks a side is drawn as a node, so that it is not lost', async () => {
  const owner = await make('Company', 'Quellmark Shipping');
  const tie = await make('Ownership', '', [{ property: 'owner', value: 'Quellmark Shipping', targetId: owner }]);
  const graph = await ofCase();
  expect(graph.nodes.map(node => node.id).sort()).toEqual([owner, tie].sort());
  expect(graph.edges).toMatchObject([{ sourceId: tie, targetId: owner }]);
});

test('steps walk breadth first through the vault, and stay in the case when asked', async () => {
  const chain = [];
  for (const name of ['A', 'B', 'C', 'D']) chain.push(await make('Company', name));
  const [a, b, c, d] = chain as [EntityId, EntityId, EntityId, EntityId];
  await relate('Ownership', a, b);
  await relate('Ownership', b, c);
  await relate('Ownership', c, d);
  const beyond = await make('Person', 'Beyond', [], otherCase);
  await vault.run('entity.relate', {
    caseId: otherCase,
    schema: 'Directorship',
    sourceId: beyond,
    targetId: a,
    statements: [],
  });
  const near = (steps: number, caseId: CaseId | null = null) =>
    vault.run('chart.graph', { caseId, around: [a], steps });
  expect(captions(await near(0))).toEqual(['A']);
  expect(captions(await near(1))).toEqual(['A', 'B', 'Beyond']);
  expect(captions(await near(2))).toEqual(['A', 'B', 'Beyond', 'C']);
  expect(captions(await near(3, vault.caseId))).toEqual(['A', 'B', 'C', 'D']);
});

test('ties among the outermost found are drawn too', async () => {
  const [a, b, c] = [await make('Company', 'A'), await make('Company', 'B'), await make('Company', 'C')];
  await relate('Ownership', a, b);
  await relate('Ownership', a, c);
  await relate('UnknownLink', b, c);
  expect((await vault.run('chart.graph', { caseId: null, around: [a], steps: 1 })).edges).toHaveLength(3);
});

const content = {
  layout: 'force',
  positions: { x: { x: 1, y: 2 } },
  hiddenIds: [],
  groups: [],
  notes: [{ id: 'n1', text: '메모', x: 0, y: 0, width: 180 }],
  asAt: '2021-03',
};

test('a view is saved, saved over, withdrawn, and stands again when saved under its id, each a custody event', async () => {
  const view = await vault.run('chart.saveView', { caseId: vault.caseId, name: 'Owners', content });
  expect(view.content).toMatchObject({ ...content, pinnedIds: [], camera: null });
  const again = await vault.run('chart.saveView', {
    caseId: vault.caseId,
    viewId: view.id,
    name: 'Owners 2021',
    content: { ...content, asAt: null },
  });
  expect(await vault.run('chart.views', { caseId: vault.caseId })).toEqual([again]);
  await vault.run('chart.withdrawView', { viewId: view.id });
  expect(await vault.run('chart.views', { caseId: vault.caseId })).toEqual([]);
  await vault.run('chart.saveView', { caseId: vault.caseId, viewId: view.id, name: view.name, content: view.content });
  expect(await vault.run('chart.views', { caseId: vault.caseId })).toHaveLength(1);
  const { events } = await vault.run('custody.list', { caseId: vault.caseId });
  expect(events.filter(event => event.action.startsWith('chart-view')).map(event => event.action)).toHaveLength(4);
});

test('a view of another case is not saved over', async () => {
  const view = await vault.run('chart.saveView', { caseId: vault.caseId, name: 'Owners', content });
  await expect(
    vault.run('chart.saveView', { caseId: otherCase, viewId: view.id, name: 'Owners', content }),
  ).rejects.toMatchObject({ code: 'other-case' });
});
