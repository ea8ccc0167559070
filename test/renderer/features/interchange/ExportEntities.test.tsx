// @vitest-environment jsdom
/** What goes and what stays is shown before the one press that asks where to, and changes with what is chosen. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExportEntities } from '../../../../renderer/features/interchange/index.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type FindingCase, openFindingCase } from '../finding/findingCase.ts';

let core: FindingCase;
beforeEach(async () => {
  core = await openFindingCase();
  const { passageId } = await core.cite(0, 'two vessels lay alongside', 'supports');
  const { caseId, run } = core;
  const { entityId } = await run('entity.create', {
    caseId,
    schema: 'Vessel',
    statements: [{ property: 'name', value: 'Blue Heron' }],
  });
  const statement = { property: 'summary', value: 'Lay alongside another' };
  const { statementId } = await run('entity.record', { caseId, entityId, statement });
  await run('entity.cite', { statementId, passageId });
});
afterEach(async () => {
  cleanup();
  await core.close();
});

function show() {
  render(
    <Workbench route={{ place: 'exchange', caseId: core.caseId }}>
      <ExportEntities caseId={core.caseId} onClose={() => {}} />
    </Workbench>,
  );
}

const save = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Save as/ });

test('with nothing withheld the file is one press away, and what it tells is said', async () => {
  show();
  expect(save().disabled).toBe(true);
  expect(await screen.findByText(/^1 entity goes, with quotes of 1 exhibit\./)).toBeTruthy();
  expect(save().disabled).toBe(false);
  fireEvent.click(screen.getByRole('radio', { name: /^GraphML/ }));
  expect(await screen.findByText(/^1 entity goes, resting on 1 exhibit that the file does not name\./)).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: /^GeoJSON/ }));
  expect(await screen.findByText(/nothing to write/)).toBeTruthy();
  expect(screen.getByText('1 entity has no position and stays off the map.')).toBeTruthy();
  expect(save().disabled).toBe(true);
});

test('what stays is listed with its reason, also when an exhibit is marked while one looks', async () => {
  show();
  await screen.findByText(/with quotes of 1 exhibit/);
  await core.run('exhibit.update', {
    exhibitIds: core.exhibitIds.slice(0, 1),
    change: { handlingMark: 'TLP:RED' },
  });
  const summary = await screen.findByText('1 exhibit stays, and each value that rests on it alone');
  expect(summary.closest('details')?.textContent).toMatch(/EX-000\d TLP:RED/);
  expect(screen.queryByText(/with quotes/)).toBeNull();
  expect(await axeFindings()).toEqual([]);
  fireEvent.change(screen.getByLabelText('Audience'), { target: { value: 'public' } });
  expect(await screen.findByText(/The case C-2026-7 \(TLP:GREEN\)/)).toBeTruthy();
  expect(save().disabled).toBe(true);
});
