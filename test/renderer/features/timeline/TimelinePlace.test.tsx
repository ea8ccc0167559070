// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { timelineMemory } from '../../../../renderer/features/timeline/timelineMemory.ts';
import { place } from '../../../../renderer/features/timeline/index.ts';
import { ChosenProvider, useChosen, useRoute } from '../../../../renderer/workbench/index.ts';
import type { CaseId, EntityId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { giveHeight } from '../../support/layout.ts';
import { openWindowCore, type WindowCore } from '../../support/openWindowCore.ts';
import { Workbench } from '../../support/Workbench.tsx';

let core: WindowCore;
let caseId: CaseId;
let heron: EntityId;
let transfer: EntityId;

beforeEach(async () => {
  giveHeight(600);
  core = openWindowCore();
  await core.createVault();
  caseId = (
    await core.run('case.create', {
      reference: 'C-2026-7',
      title: 'Transfers at sea (exercise)',
      workstream: 'maritime',
      handlingMark: 'TLP:GREEN',
      standard: 'un-panel',
      lead: 'Test Person',
      isExercise: true,
    })
  ).id;
});
afterEach(async () => {
  cleanup();
  timelineMemory.forget();
  await core.close();
});

type Said = { property: string; value: string; fromOn?: string; toOn?: string; targetId?: EntityId };
const make = async (schema: string, ...statements: Said[]) =>
  (await core.run('entity.create', { caseId, schema, statements })).entityId;

async function fill() {
  heron = await make(
    'Vessel',
    { property: 'name', value: '헤론 FABULA HERON' },
    { property: 'flag', value: 'lr', fromOn: '2019', toOn: '2021-06' },
    { property: 'flag', value: 'tg', fromOn: '2020-02', toOn: '2022' },
  );
  const moru = await make('Vessel', { property: 'name', value: 'SAEBYOK MORU 5' });
  transfer = await make(
    'Event',
    { property: 'name', value: 'Transfer at sea' },
    { property: 'eventKind', value: 'ship-to-ship transfer' },
    { property: 'date', value: '2026-03-15T02:14Z' },
    { property: 'participant', value: '헤론 FABULA HERON', targetId: heron },
    { property: 'participant', value: 'SAEBYOK MORU 5', targetId: moru },
  );
}

function Where() {
  const route = useRoute();
  const { ids } = useChosen();
  return (
    <>
      {route.place === 'timeline' && <place.view />}
      <output aria-label="Where">{[route.place, route.entityId].filter(Boolean).join(' ')}</output>
      <output aria-label="Chosen ids">{[...ids].join(' ')}</output>
    </>
  );
}

function show(entityId?: EntityId) {
  render(
    <Workbench route={{ place: 'timeline', caseId, ...(entityId ? { entityId } : {}) }}>
      <ChosenProvider>
        <Where />
      </ChosenProvider>
    </Workbench>,
  );
}

test('a case without dates says what belongs here, and where to go', async () => {
  show();
  expect(await screen.findByText('Nothing in this case has a date yet')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Go to the entities' }));
  await waitFor(() => expect(screen.getByLabelText('Where').textContent).toBe('entities'));
});

test('the table says all that is drawn, a row leads to the item and its entities, and axe finds nothing', async () => {
  await fill();
  show();
  fireEvent.click(await screen.findByRole('radio', { name: 'Table' }));
  const table = await screen.findByRole('table', { name: /Timeline/ });
  const rows = within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .slice(0, 3)
        .map(cell => cell.textContent),
    );
  expect(rows).toEqual([
    ['2019 to June 2021', 'Flag: Liberia', 'Dated value: flag'],
    ['February 2020 to 2022', 'Flag: Togo', 'Dated value: flag'],
    ['15 March 2026, 02:14 UTC', 'Transfer at sea', 'Event: ship-to-ship transfer'],
  ]);
  fireEvent.click(within(table).getByRole('button', { name: 'Transfer at sea' }));
  const item = within(await screen.findByRole('article', { name: 'Transfer at sea' }));
  expect(await item.findByTitle(/SAEBYOK MORU 5/)).toBeTruthy();
  expect(screen.getByLabelText('Chosen ids').textContent).toBe(transfer);
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(item.getByRole('button', { name: 'Open the event' }));
  await waitFor(() => expect(screen.getByLabelText('Where').textContent).toBe(`entities ${transfer}`));
});

test('arrows walk from item to item and from lane to lane, and Enter opens', async () => {
  await fill();
  show();
  const drawing = await screen.findByRole('listbox', { name: 'Timeline' });
  fireEvent.keyDown(drawing, { key: 'ArrowRight' });
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('Flag: Liberia');
  fireEvent.keyDown(drawing, { key: 'ArrowRight' });
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('Flag: Togo');
  fireEvent.keyDown(drawing, { key: 'ArrowDown' });
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('Transfer at sea');
  expect(screen.getByRole('option', { selected: true }).getAttribute('aria-posinset')).toBe('3');
  expect(await axeFindings()).toEqual([]);
  fireEvent.keyDown(drawing, { key: 'Enter' });
  await waitFor(() => expect(screen.getByLabelText('Where').textContent).toBe(`entities ${transfer}`));
});

test('a clash is told in one sentence, as something to look at, and leads to both of its items', async () => {
  await fill();
  show();
  const clashes = within(await screen.findByRole('list', { name: 'Clashes' }));
  expect(clashes.getByText(/a vessel has one flag at a time\.$/)).toBeTruthy();
  expect(screen.getByText(/not a finding/)).toBeTruthy();
  fireEvent.click(clashes.getByRole('button', { name: /2\. February 2020 to 2022: Flag: Togo/ }));
  expect(await screen.findByRole('article', { name: 'Flag: Togo' })).toBeTruthy();
});

test('gaps longer than the limit chosen are listed', async () => {
  await fill();
  show();
  fireEvent.click(await screen.findByRole('tab', { name: /Gaps/ }));
  expect(
    await screen.findByText(/헤론 FABULA HERON: nothing for 3 years, from 1 January 2023 to 15 March 2026\./),
  ).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Longer than'), { target: { value: '1825' } });
  expect(await screen.findByText('No gap is longer than that.')).toBeTruthy();
});

test('a lane chooses its entity for all places, and only the chosen have lanes where that is wanted', async () => {
  await fill();
  show();
  fireEvent.click(await screen.findByRole('button', { name: /SAEBYOK MORU 5, 1 item/ }));
  const moru = screen.getByLabelText('Chosen ids').textContent;
  expect(moru).toMatch(/^ent-/);
  fireEvent.click(screen.getByRole('radio', { name: 'Chosen' }));
  const lanes = within(screen.getByRole('list', { name: 'Lanes' }));
  expect(lanes.getAllByRole('listitem').map(lane => lane.textContent)).toEqual(['SAEBYOK MORU 5, 1 item']);
});

test('what is left out comes back in one press; times of day are told in Pyongyang too when asked', async () => {
  await fill();
  show();
  fireEvent.click(await screen.findByRole('radio', { name: 'Table' }));
  fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  fireEvent.click(await screen.findByLabelText('Dated values (2)'));
  fireEvent.click(screen.getByLabelText('Show Pyongyang time too'));
  const cells = () =>
    within(screen.getByRole('table'))
      .getAllByRole('row')
      .slice(1)
      .map(row => row.firstChild?.textContent);
  expect(cells()).toEqual(['15 March 2026, 02:14 UTC; 11:14 in Pyongyang (UTC+9)']);
  fireEvent.click(screen.getByRole('button', { name: 'Show everything' }));
  expect(cells()).toHaveLength(3);
});

test('coming for an event, it is in hand; coming for a vessel, its lane is shown', async () => {
  await fill();
  show(transfer);
  expect(await screen.findByRole('article', { name: 'Transfer at sea' })).toBeTruthy();
  cleanup();
  timelineMemory.forget();
  show(heron);
  const lanes = within(await screen.findByRole('list', { name: 'Lanes' }));
  await waitFor(() => expect(lanes.getAllByRole('listitem')).toHaveLength(1));
  expect(lanes.getByRole('listitem').textContent).toContain('헤론 FABULA HERON');
});
