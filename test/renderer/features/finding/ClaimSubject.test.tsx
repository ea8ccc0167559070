// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { place } from '../../../../renderer/features/finding/index.ts';
import { useUndo } from '../../../../renderer/workbench/index.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type FindingCase, openFindingCase } from './findingCase.ts';

let core: FindingCase;
beforeEach(async () => {
  core = await openFindingCase();
});
afterEach(async () => {
  cleanup();
  await core.close();
});

function Undo() {
  const { next, undo } = useUndo();
  return (
    <button type="button" onClick={() => void undo()}>
      Undo {next}
    </button>
  );
}

const claim = async () => (await core.run('finding.get', { findingId: core.findingId })).claims[0];

test('a claim gets its date as people write it, and undo takes it away; what is no date is said to be none', async () => {
  render(
    <Workbench route={{ place: 'findings', caseId: core.caseId, findingId: core.findingId }}>
      <place.view />
      <Undo />
    </Workbench>,
  );
  const card = within(await screen.findByRole('article', { name: 'Claim 1' }));
  fireEvent.click(card.getByRole('button', { name: 'Say when claim 1 happened' }));
  const field = card.getByLabelText('When it happened');
  fireEvent.change(field, { target: { value: 'in spring' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(await card.findByText(/Not read as a date/)).toBeTruthy();
  fireEvent.change(field, { target: { value: 'c. March 2026' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(await card.findByRole('button', { name: 'c. March 2026' })).toBeTruthy();
  expect((await claim())?.occurredOn).toBe('2026-03~');
  fireEvent.click(screen.getByRole('button', { name: 'Undo date of a claim' }));
  await waitFor(async () => expect((await claim())?.occurredOn).toBeNull());
});

test('a claim names an entity of the vault, shown as a link, and lets it go again', async () => {
  const { entityId } = await core.run('entity.create', {
    caseId: core.caseId,
    schema: 'Vessel',
    statements: [{ property: 'name', value: '헤론 FABULA HERON' }],
  });
  render(
    <Workbench route={{ place: 'findings', caseId: core.caseId, findingId: core.findingId }}>
      <place.view />
    </Workbench>,
  );
  const card = within(await screen.findByRole('article', { name: 'Claim 1' }));
  fireEvent.click(card.getByRole('button', { name: 'Whom it tells of: claim 1' }));
  fireEvent.change(card.getByRole('combobox', { name: 'Whom it tells of' }), { target: { value: 'fabula heron' } });
  fireEvent.click(await screen.findByRole('option', { name: /헤론 FABULA HERON/ }));
  await waitFor(async () => expect((await claim())?.entityIds).toEqual([entityId]));
  expect(await card.findByTitle(/헤론 FABULA HERON · Vessel/)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(card.getByRole('button', { name: 'Claim 1 does not tell of 헤론 FABULA HERON' }));
  await waitFor(async () => expect((await claim())?.entityIds).toEqual([]));
});
