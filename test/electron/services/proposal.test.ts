// Proposals of a text: found anew each time, decided by a person, never a fact before.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
let exhibitId: ExhibitId;
beforeEach(async () => {
  vault = await openTestCase();
  const words = 'MV FABULA HERON (IMO 9074729) left Nampo on 26 November 2017. Again: IMO 9074729.';
  const [id] = await vault.admit(vault.write('log.txt', words));
  if (!id) throw new Error('not admitted');
  exhibitId = id;
});
afterEach(() => vault.close());

const proposals = () => vault.run('proposal.listForExhibit', { exhibitId });
const passages = () => vault.run('passage.listForExhibit', { exhibitId });

test('accepting marks the words with the value as a tag, and holds for the value wherever it stands', async () => {
  const ship = (await proposals()).find(one => one.value === '9074729');
  if (!ship) throw new Error('not found');
  await vault.run('proposal.decide', { exhibitId, pageIndex: 0, start: ship.start, decision: 'accepted' });
  const [passage] = await passages();
  expect(passage).toMatchObject({
    quote: { exact: '9074729' },
    tags: ['IMO ship number: 9074729'],
    note: 'The check digit of a ship’s number holds.',
    position: { start: ship.start, end: ship.end },
  });
  expect((await proposals()).map(one => [one.value, one.decision, one.passageId])).toEqual([
    ['FABULA HERON', null, null],
    ['9074729', 'accepted', passage?.id],
    ['Nampo', null, null],
    ['2017-11-26', null, null],
    ['9074729', 'accepted', passage?.id],
  ]);
});

test('rejecting is remembered, and taking it back proposes again', async () => {
  const place = (await proposals()).find(one => one.value === 'Nampo');
  if (!place) throw new Error('not found');
  const at = { exhibitId, pageIndex: 0, start: place.start };
  await vault.run('proposal.decide', { ...at, decision: 'rejected' });
  expect((await proposals()).find(one => one.value === 'Nampo')?.decision).toBe('rejected');
  expect(await passages()).toEqual([]);
  await vault.run('proposal.decide', { ...at, decision: null });
  expect((await proposals()).find(one => one.value === 'Nampo')?.decision).toBe(null);
});

test('taking an acceptance back withdraws its passage, and every decision is in the custody log', async () => {
  const date = (await proposals()).find(one => one.kind === 'date');
  if (!date) throw new Error('not found');
  const at = { exhibitId, pageIndex: 0, start: date.start };
  await vault.run('proposal.decide', { ...at, decision: 'accepted' });
  await vault.run('proposal.decide', { ...at, decision: null });
  expect(await passages()).toEqual([]);
  const { events } = await vault.run('custody.list', { exhibitId, limit: 10 });
  expect(
    events.filter(event => event.action === 'proposal-decided').map(event => [event.subject, event.details]),
  ).toEqual([
    ['date: 2017-11-26', { decision: 'taken back' }],
    ['date: 2017-11-26', { decision: 'accepted' }],
  ]);
});

test('what is not proposed at a place cannot be accepted there', async () => {
  await expect(
    vault.run('proposal.decide', { exhibitId, pageIndex: 0, start: 4, decision: 'accepted' }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a name that an entity is cited to counts as accepted, and is proposed again when that is taken back', async () => {
  const { caseId } = vault;
  const { citationId, entityId } = await vault.run('entity.fromSelection', {
    caseId,
    exhibitId,
    selection: {
      kind: 'words',
      pageIndex: 0,
      quote: { exact: 'MV FABULA HERON', prefix: '', suffix: ' (IMO' },
      rects: [],
    },
    entity: { schema: 'Vessel' },
    value: 'FABULA HERON',
  });
  const heron = async () => (await proposals()).find(one => one.kind === 'vessel');
  expect(await heron()).toMatchObject({ decision: 'accepted', entity: { id: entityId, caption: 'FABULA HERON' } });
  await vault.run('entity.withdrawCitation', { citationId });
  expect(await heron()).toMatchObject({ decision: null, entity: null });
});
