// @vitest-environment jsdom
/** The chart's place over the real core. jsdom has no canvas to draw on: the table and the inspector are what is tested here. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { place } from '../../../../renderer/features/chart/index.ts';
import { ChosenProvider, useUndo } from '../../../../renderer/workbench/index.ts';
import type { CaseId, EntityId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { giveHeight } from '../../support/layout.ts';
import { openWindowCore, type WindowCore } from '../../support/openWindowCore.ts';
import { Workbench } from '../../support/Workbench.tsx';

vi.mock('../../../../renderer/features/chart/canvas/openCanvas.ts', async () => {
  const { default: cytoscape } = await import('cytoscape');
  return { openCanvas: () => cytoscape({ headless: true, styleEnabled: true }) };
});

let core: WindowCore;
let caseId: CaseId;
let owner: EntityId;
let vessel: EntityId;
beforeEach(async () => {
  giveHeight(600);
  core = openWindowCore();
  await core.createVault();
  caseId = (
    await core.run('case.create', {
      reference: 'C-1',
      title: 'An exercise',
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
  vi.restoreAllMocks();
  await core.close();
});

const make = async (schema: string, name: string) =>
  (await core.run('entity.create', { caseId, schema, statements: [{ property: 'name', value: name }] })).entityId;

async function seed(): Promise<void> {
  owner = await make('Company', '연습해운');
  vessel = await make('Vessel', 'FABULA HERON');
  const person = await make('Person', 'Ivan Vymyshlenny');
  const relate = (schema: string, sourceId: EntityId, targetId: EntityId, startDate?: string) =>
    core.run('entity.relate', {
      caseId,
      schema,
      sourceId,
      targetId,
      statements: startDate ? [{ property: 'startDate', value: startDate }] : [],
    });
  await relate('Ownership', owner, vessel, '2019');
  await relate('Directorship', person, owner);
}

function Undo() {
  const { next, undo } = useUndo();
  return (
    <button type="button" onClick={() => void undo()}>
      Undo {next}
    </button>
  );
}

function show(): void {
  render(
    <Workbench route={{ place: 'chart', caseId }}>
      <ChosenProvider>
        <place.view />
        <Undo />
      </ChosenProvider>
    </Workbench>,
  );
}

const asTable = async () => {
  fireEvent.click(await screen.findByRole('radio', { name: 'Table' }));
  return screen.getByRole('grid', { name: 'Ties of the chart' });
};
const rowsOf = (grid: HTMLElement) =>
  within(grid)
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('gridcell')
        .map(cell => cell.textContent),
    );

test('an empty case says what belongs here', async () => {
  show();
  expect(await screen.findByText('Nothing to draw yet')).toBeTruthy();
});

test('every tie is a row that reads from one to the other, and headings sort', async () => {
  await seed();
  show();
  const grid = await asTable();
  const names = () => rowsOf(grid).map(cells => cells.slice(0, 3));
  fireEvent.click(within(grid).getByRole('button', { name: 'Reads' }));
  expect(names()).toEqual([
    ['Ivan Vymyshlenny', 'directs', '연습해운'],
    ['연습해운', 'owns', 'FABULA HERON'],
  ]);
  fireEvent.click(within(grid).getByRole('button', { name: 'Reads' }));
  expect(names()[0]?.[1]).toBe('owns');
  expect(within(grid).getByRole('columnheader', { name: 'Reads' }).getAttribute('aria-sort')).toBe('descending');
  expect(await axeFindings()).toEqual([]);
});

test('a row chosen by keyboard opens the tie, read both ways, with when and how sure', async () => {
  await seed();
  show();
  const grid = await asTable();
  fireEvent.click(within(grid).getByRole('button', { name: 'Reads' }));
  fireEvent.keyDown(grid, { key: 'End' });
  const inspector = screen.getByRole('region', { name: 'Inspector' });
  await waitFor(() => expect(inspector.textContent).toContain('is owned by'));
  expect(inspector.textContent).toContain('from 2019');
  expect(inspector.textContent).toContain('possible');
});

test('two chosen show the ways between them; hiding is undone', async () => {
  await seed();
  show();
  await asTable();
  fireEvent.click(screen.getByRole('radio', { name: /^Entities/ }));
  const grid = screen.getByRole('grid', { name: 'Entities of the chart' });
  fireEvent.click(within(grid).getByText('Ivan Vymyshlenny'));
  fireEvent.click(within(grid).getByText('FABULA HERON'), { shiftKey: true });
  const inspector = screen.getByRole('region', { name: 'Inspector' });
  expect(await within(inspector).findByText('2 ties')).toBeTruthy();
  fireEvent.click(within(inspector).getByRole('button', { name: 'Hide' }));
  expect(rowsOf(grid)).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Undo hiding 2 entities' }));
  await waitFor(() => expect(rowsOf(grid)).toHaveLength(3));
});

test('a date leaves out what did not hold then', async () => {
  await seed();
  show();
  const grid = await asTable();
  const date = screen.getByLabelText('As at', { selector: 'input[type="text"]' });
  fireEvent.change(date, { target: { value: '2015' } });
  fireEvent.blur(date);
  await waitFor(() => expect(rowsOf(grid).map(cells => cells[1])).toEqual(['directs']));
});

test('an entity brings what the vault knows of it beyond the case', async () => {
  await seed();
  const { id: other } = await core.run('case.create', {
    reference: 'C-2',
    title: 'Another',
    workstream: 'finance',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
    isExercise: true,
  });
  const beyond = (
    await core.run('entity.create', {
      caseId: other,
      schema: 'Company',
      statements: [{ property: 'name', value: 'Beyond Holdings' }],
    })
  ).entityId;
  await core.run('entity.relate', {
    caseId: other,
    schema: 'Ownership',
    sourceId: beyond,
    targetId: owner,
    statements: [],
  });
  show();
  const grid = await asTable();
  fireEvent.click(screen.getByRole('radio', { name: /^Entities/ }));
  fireEvent.click(screen.getByText('연습해운'));
  fireEvent.click(await screen.findByRole('button', { name: 'Ownerships 1' }));
  await waitFor(() => expect(screen.getByRole('radio', { name: 'Entities (4)' })).toBeTruthy());
  expect(grid.isConnected).toBe(false);
  fireEvent.click(screen.getByRole('radio', { name: /^Ties/ }));
  expect(rowsOf(screen.getByRole('grid')).map(cells => cells[0])).toContain('Beyond Holdings');
});

test('the chart is saved as a view, opened again, withdrawn, and each is undone', async () => {
  await seed();
  show();
  await asTable();
  fireEvent.click(screen.getByRole('button', { name: /^View/ }));
  fireEvent.click(screen.getByRole('menuitem', { name: /Save as a view/ }));
  fireEvent.change(screen.getByLabelText('Name of the view'), { target: { value: 'Owners' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: /View:\s*Owners/ })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /View:\s*Owners/ }));
  fireEvent.click(screen.getByRole('menuitem', { name: /Withdraw/ }));
  await waitFor(async () => expect(await core.run('chart.views', { caseId })).toEqual([]));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo withdrawing the view “Owners”' }));
  await waitFor(async () =>
    expect((await core.run('chart.views', { caseId })).map(view => view.name)).toEqual(['Owners']),
  );
});
