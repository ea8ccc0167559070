// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { place } from '../../../../renderer/features/entity/index.ts';
import { useRoute, useUndo } from '../../../../renderer/workbench/index.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type EntityCase, openEntityCase } from './entityCase.ts';

let core: EntityCase;
beforeEach(async () => {
  core = await openEntityCase();
});
afterEach(async () => {
  cleanup();
  await core.close();
});

function Around() {
  const { next, undo } = useUndo();
  const { place: at, exhibitId } = useRoute();
  return (
    <>
      <button type="button" onClick={() => void undo()}>
        Undo {next}
      </button>
      <p>
        At {at} {exhibitId}
      </p>
    </>
  );
}

function show(entityId?: EntityId) {
  render(
    <Workbench route={{ place: 'entities', caseId: core.caseId, ...(entityId ? { entityId } : {}) }}>
      <place.view />
      <Around />
    </Workbench>,
  );
}

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const openTab = async (name: RegExp) =>
  fireEvent.click(
    within(await screen.findByRole('tablist', { name: 'Parts of the entity' })).getByRole('tab', { name }),
  );
const fromMenu = async (of: string, item: string) => {
  await press(`What to do with ${of}`);
  fireEvent.click(await screen.findByRole('menuitem', { name: item }));
};
const standing = async (id: EntityId, property: string) =>
  (await core.entity(id)).statements
    .filter(one => one.property === property && one.withdrawnAt === null)
    .map(one => one.value);

test('the list finds an entity by any of its names, and opens it', async () => {
  show();
  fireEvent.change(await screen.findByLabelText('Find entities'), { target: { value: '헤론' } });
  await waitFor(() =>
    expect(within(screen.getByRole('listbox', { name: 'Entities' })).getAllByRole('option')).toHaveLength(1),
  );
  fireEvent.click(await screen.findByRole('option', { name: /FABULA HERON/ }));
  expect(await screen.findByRole('heading', { level: 2, name: 'FABULA HERON' })).toBeTruthy();
  expect(screen.getByText('Hangul')).toBeTruthy();
});

test('before a double is made, what the vault has by that name is offered', async () => {
  show();
  await press('New');
  fireEvent.change(await screen.findByLabelText('What is it'), { target: { value: 'Company' } });
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'moru haeun' } });
  fireEvent.click(
    await within(await screen.findByRole('region', { name: 'In the vault already' })).findByRole('button', {
      name: /모루해운/,
    }),
  );
  expect(await screen.findByRole('heading', { level: 2, name: /모루해운/ })).toBeTruthy();
});

test('a number that fails its check says so while it is typed and is kept; with its passage it is one step', async () => {
  show(core.companyId);
  await press('Add a value');
  const what = await screen.findByRole('combobox', { name: 'What is stated' });
  fireEvent.change(what, { target: { value: 'LEI' } });
  fireEvent.click(await screen.findByRole('option', { name: /^LEI/ }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'LEI' }), {
    target: { value: '529900T8BM49AURSDO56' },
  });
  expect(screen.getByRole('dialog').textContent).toMatch(/check digits? .*not hold|do not hold/);
  const rests = screen.getByRole('combobox', { name: 'It rests on' });
  fireEvent.change(rests, { target: { value: 'alongside' } });
  fireEvent.click(await screen.findByRole('option', { name: /two vessels lay alongside/ }));
  await press('Record');
  await waitFor(async () => expect(await standing(core.companyId, 'leiCode')).toEqual(['529900T8BM49AURSDO56']));
  await press(/^1 cited: LEI/);
  await press(/^Read EX-000\d, .* in its page:.*two vessels lay alongside/);
  expect(await screen.findByText(`At exhibits ${core.exhibitIds[0]}`)).toBeTruthy();
  await press(/^Undo recording LEI/);
  await waitFor(async () => expect(await standing(core.companyId, 'leiCode')).toEqual([]));
});

test('of conflicting values all stay in view; another is shown by a judgement with a reason, and undo takes it back', async () => {
  show(core.vesselId);
  const shownFlag = async () =>
    (await core.entity(core.vesselId)).statements.find(one => one.property === 'flag' && one.isShown)?.value;
  expect(await shownFlag()).toBe('to');
  await screen.findByText('Palau');
  await fromMenu('Flag Palau', 'Show this one …');
  expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Show it' })).disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('Why this one'), { target: { value: 'The registry says so.' } });
  await press('Show it');
  await waitFor(async () => expect(await shownFlag()).toBe('pw'));
  expect(await screen.findByText('shown, chosen')).toBeTruthy();
  await fromMenu('Flag Palau', 'Show by rule again');
  await waitFor(async () => expect(await shownFlag()).toBe('to'));
  await press(/^Undo choosing/);
  await waitFor(async () => expect(await shownFlag()).toBe('pw'));
  await press(/^Undo choosing/);
  await waitFor(async () => expect(await shownFlag()).toBe('to'));
});

test('the date “as at” leaves out what did not hold then', async () => {
  show(core.vesselId);
  await screen.findByText('Tonga');
  fireEvent.change(screen.getByLabelText('As at'), { target: { value: 'May 2018' } });
  await waitFor(() => expect(screen.queryByText('Tonga')).toBeNull());
  expect(screen.getByText('Palau')).toBeTruthy();
  await press('All times');
  expect(await screen.findByText('Tonga')).toBeTruthy();
});

test('a slip is corrected by another statement, and undo lets the first one stand again', async () => {
  show(core.companyId);
  await fromMenu('Name 모루해운 (Moru Haeun)', 'Correct a slip …');
  fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: '모루해운' } });
  await press('Correct');
  await waitFor(async () => expect(await standing(core.companyId, 'name')).toEqual(['모루해운']));
  await press(/^Undo correction/);
  await waitFor(async () => expect(await standing(core.companyId, 'name')).toEqual(['모루해운 (Moru Haeun)']));
});

test('a tie is made from the side of the vessel and reads both ways', async () => {
  show(core.vesselId);
  await openTab(/^Ties/);
  await press('Relate to another');
  fireEvent.change(await screen.findByRole('combobox', { name: 'Whom or what' }), { target: { value: '모루' } });
  fireEvent.click(
    await within(await screen.findByRole('listbox', { name: 'Whom or what' })).findByRole('option', {
      name: /모루해운/,
    }),
  );
  fireEvent.change(screen.getByLabelText('From'), { target: { value: 'May 2019' } });
  await press('Record the tie');
  await waitFor(async () =>
    expect((await core.entity(core.companyId)).links.map(({ words, fromOn }) => [words, fromOn])).toEqual([
      ['owns', '2019-05'],
    ]),
  );
  expect(await screen.findByText('is owned by')).toBeTruthy();
  await press('Why: is owned by 모루해운 (Moru Haeun)');
  await press('Judge how sure it is …');
  fireEvent.click(await screen.findByRole('radio', { name: /confirmed/ }));
  fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'Seen in the register itself.' } });
  await press('Judge');
  await waitFor(async () =>
    expect((await core.entity(core.companyId)).links[0]?.strengthJudgement?.reason).toBe(
      'Seen in the register itself.',
    ),
  );
});

test('two records become one by a second identifier that both have; undo gives each its own back', async () => {
  show(core.vesselId);
  await openTab(/^Same as/);
  await press('Compare with Fabula Heron');
  const same = await screen.findByRole<HTMLButtonElement>('button', { name: 'They are the same' });
  fireEvent.change(await screen.findByLabelText('Second identifier, beside the name'), {
    target: { value: 'imoNumber' },
  });
  await waitFor(() => expect(same.disabled).toBe(false));
  fireEvent.click(same);
  await waitFor(async () => expect((await core.entity(core.doubleId)).id).toBe(core.vesselId));
  expect(await screen.findByText('2 records are one subject here')).toBeTruthy();
  await press(/^Undo merging/);
  await waitFor(async () => expect((await core.entity(core.doubleId)).id).toBe(core.doubleId));
  expect(await standing(core.doubleId, 'type')).toEqual(['tanker']);
  expect(await standing(core.vesselId, 'type')).toEqual([]);
});

test('“not the same” is remembered: the record is offered no more', async () => {
  show(core.vesselId);
  await openTab(/^Same as/);
  await press('Compare with Fabula Heron');
  fireEvent.change(await screen.findByLabelText(/^Reason/), { target: { value: 'Another hull.' } });
  await press('Not the same');
  expect(await screen.findByText(/Another hull/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Compare with Fabula Heron' })).toBeNull());
});

test('an event has its kind, its parts, its quantity as printed and the same in another unit', async () => {
  show(core.vesselId);
  await openTab(/^Events/);
  await press('Record an event');
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByRole('combobox', { name: 'Kind of event' }), { target: { value: 'transfer' } });
  fireEvent.click(await screen.findByRole('option', { name: 'ship-to-ship transfer' }));
  fireEvent.change(dialog.getByLabelText('When'), { target: { value: '15 March 2026, 02:14 UTC' } });
  fireEvent.change(dialog.getByRole('combobox', { name: 'Part played' }), { target: { value: 'deliver' } });
  fireEvent.click(await screen.findByRole('option', { name: 'delivering vessel' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Add a quantity' }));
  fireEvent.change(dialog.getByLabelText('Quantity, as printed'), { target: { value: '1,000 bbl' } });
  fireEvent.change(dialog.getByLabelText('The same in'), { target: { value: 'm³' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Record the event' }));
  expect(await screen.findByRole('heading', { level: 2, name: /^ship-to-ship transfer, 15 March 2026/ })).toBeTruthy();
  expect(await screen.findByText(/158\.987.m³, computed: 1 bbl = 0\.1589873 m³, by definition/)).toBeTruthy();
  const [link] = (await core.entity(core.vesselId)).links;
  expect([link?.words, link?.fromOn]).toEqual(['took part as delivering vessel in', '2026-03-15T02:14Z']);
});

test('history shows names and flags in time, and what has no date apart', async () => {
  show(core.vesselId);
  await openTab(/^History/);
  const table = await screen.findByRole('table', { name: 'Identity over time' });
  expect(
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent),
  ).toEqual(['NameFABULA HERONfrom 2019a value', 'FlagPalauuntil 2020a value', 'FlagTongafrom 2021a value']);
  expect(within(screen.getByRole('region', { name: 'Without dates' })).getByText('파불라 헤론')).toBeTruthy();
});

test('a withdrawn entity leaves the list, says so, and can be restored', async () => {
  show(core.companyId);
  await fromMenu('모루해운 (Moru Haeun)', 'Withdraw');
  await press('Restore');
  await waitFor(async () => expect((await core.entity(core.companyId)).withdrawnAt).toBeNull());
});

test('where else it is: records that share its number, exhibits that name it', async () => {
  show(core.vesselId);
  await openTab(/^Elsewhere/);
  const sharing = await screen.findByRole('region', { name: 'Records that share a value' });
  expect(within(sharing).getAllByRole('button', { name: /Fabula Heron/ }).length).toBeGreaterThan(0);
});

test('axe finds nothing in any part', async () => {
  show(core.vesselId);
  for (const tab of [/^Stated/, /^Ties/, /^Events/, /^History/, /^Same as/, /^Elsewhere/]) {
    await openTab(tab);
    expect(await axeFindings()).toEqual([]);
  }
});
