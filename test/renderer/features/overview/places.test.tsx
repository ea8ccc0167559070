// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { place as custody } from '../../../../renderer/features/custody/index.ts';
import { ChronologyStrip } from '../../../../renderer/features/overview/ChronologyStrip.tsx';
import { CaseList, place as overview } from '../../../../renderer/features/overview/index.ts';
import { place as sources } from '../../../../renderer/features/source/index.ts';
import { standardSentences } from '../../../../shared/domain/standard.ts';
import type { CaseId, ExhibitId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { giveHeight } from '../../support/layout.ts';
import { openWindowCore, type WindowCore } from '../../support/openWindowCore.ts';
import { Workbench } from '../../support/Workbench.tsx';

let core: WindowCore;
let caseId: CaseId;
beforeEach(async () => {
  giveHeight(480);
  core = openWindowCore();
  await core.createVault();
  const made = await core.run('case.create', {
    reference: 'C-TEST-1',
    title: 'A test case (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
    isExercise: true,
  });
  caseId = made.id;
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await core.close();
});

test('the overview says the standard, and what holds each finding back', async () => {
  const finding = await core.run('finding.create', { caseId, title: 'The vessel changed its name' });
  await core.run('finding.addClaim', { findingId: finding.id, text: 'It was renamed in 2017.' });
  render(
    <Workbench route={{ place: 'overview', caseId }}>
      <overview.view />
    </Workbench>,
  );
  expect(await screen.findByRole('heading', { level: 1, name: 'A test case (exercise)' })).toBeTruthy();
  expect(screen.getByText(standardSentences['un-panel'])).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Nothing is cited in support.' })).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test('the chronology names what lies where; a bar narrows it, and what is pressed opens', async () => {
  const thing = (date: string, label: string) => ({ date, label, exhibitId: `exh-${label}` as ExhibitId });
  render(
    <Workbench route={{ place: 'overview', caseId }}>
      <ChronologyStrip
        chronology={[thing('2026-02-20', 'Certificate'), thing('2026-03', 'Statement'), thing('2026-03-15', 'Picture')]}
      />
    </Workbench>,
  );
  expect(screen.getByRole('status').textContent).toBe('3 exhibits by date of publication');
  const titles = () => screen.getAllByRole('row').map(row => row.textContent);
  expect(titles()).toEqual(['20 February 2026Certificate', 'March 2026Statement', '15 March 2026Picture']);
  fireEvent.click(screen.getByRole('button', { name: 'March 2026: 2 exhibits' }));
  expect(titles()).toEqual(['March 2026Statement', '15 March 2026Picture']);
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(titles()).toHaveLength(3);
});

test('a new case proposes the next reference and the person as its lead', async () => {
  let opened: CaseId | null = null;
  render(
    <CaseList
      person="Test Person"
      onOpen={id => {
        opened = id;
      }}
    />,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'New case' }));
  const sheet = screen.getByRole('dialog', { name: 'New case' });
  const field = (name: string) => within(sheet).getByLabelText<HTMLInputElement>(name);
  await waitFor(() => expect(field('Reference').value).toMatch(/^C-\d{4}-001$/));
  expect(field('Lead').value).toBe('Test Person');
  expect(await axeFindings()).toEqual([]);
  fireEvent.change(field('Reference'), { target: { value: 'C-TEST-1' } });
  fireEvent.change(field('Title'), { target: { value: 'Another' } });
  fireEvent.click(within(sheet).getByRole('button', { name: 'Open the case' }));
  expect((await within(sheet).findByRole('alert')).textContent).toContain('There is a case C-TEST-1');
  fireEvent.change(field('Reference'), { target: { value: 'C-TEST-2' } });
  fireEvent.click(within(sheet).getByRole('button', { name: 'Open the case' }));
  await waitFor(() => expect(opened).not.toBeNull());
});

test('a source is graded with a reason, and both grades stay on record', async () => {
  const { id } = await core.run('source.create', {
    name: 'Haebaragi Ilbo',
    kind: 'press',
    reliability: 'F',
    originIds: [],
    confidential: false,
    codeName: null,
    note: '',
  });
  render(
    <Workbench route={{ place: 'sources', caseId, sourceId: id }}>
      <sources.view />
    </Workbench>,
  );
  fireEvent.click(await screen.findByRole('radio', { name: 'C' }));
  const submit = screen.getByRole<HTMLButtonElement>('button', { name: 'Grade C' });
  expect(submit.disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('Why C rather than F?'), {
    target: { value: 'Corrects its errors in print.' },
  });
  fireEvent.click(submit);
  expect(await screen.findByText('Corrects its errors in print.')).toBeTruthy();
  const history = screen.getByRole('list', { name: /Grades on record/ });
  await waitFor(() => expect(within(history).getAllByRole('listitem')).toHaveLength(2));
  expect(await axeFindings()).toEqual([]);
});

test('a source is not offered as an origin of itself, nor one that would make a circle', async () => {
  const draft = { kind: 'press', reliability: 'C', confidential: false, codeName: null, note: '' } as const;
  const agency = await core.run('source.create', { ...draft, name: 'Agency', originIds: [] });
  await core.run('source.create', { ...draft, name: 'Paper', originIds: [agency.id] });
  await core.run('source.create', { ...draft, name: 'Registry', originIds: [] });
  render(
    <Workbench route={{ place: 'sources', caseId, sourceId: agency.id }}>
      <sources.view />
    </Workbench>,
  );
  const field = await screen.findByRole('combobox', { name: 'Origins' });
  fireEvent.click(field);
  const offered = within(await screen.findByRole('listbox', { name: 'Origins' })).getAllByRole('option');
  expect(offered.map(option => option.querySelector('.one-line')?.textContent)).toEqual(['Registry']);
});

test('the custody log shows each step, and its check says what it does not prove', async () => {
  render(
    <Workbench route={{ place: 'custody', caseId }}>
      <custody.view />
    </Workbench>,
  );
  expect(await screen.findByText('Case created')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Check the chain' }));
  expect(await screen.findByText(/The chain is whole/)).toBeTruthy();
  expect(screen.getByText(/It does not prove when something happened/)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});
