// @vitest-environment jsdom
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ImportEntities } from '../../../../renderer/features/interchange/index.ts';
import type { CaseId, ExhibitId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { openWindowCore, type WindowCore } from '../../support/openWindowCore.ts';
import { Workbench } from '../../support/Workbench.tsx';

let core: WindowCore;
let caseId: CaseId;
beforeEach(async () => {
  core = openWindowCore();
  await core.createVault();
  const made = await core.run('case.create', {
    reference: 'C-1',
    title: 'A case (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
  });
  caseId = made.id;
});
afterEach(async () => {
  cleanup();
  await core.close();
});

async function admit(name: string, text: string): Promise<ExhibitId> {
  const path = join(dirname(core.vaultPath), name);
  writeFileSync(path, text);
  const { jobId } = await core.run('exhibit.admit', { caseId, from: [core.core.grants.grant(path)] });
  await core.core.jobs.finished(jobId);
  const { rows } = await core.run('exhibit.admissions', { jobId });
  const [row] = rows;
  if (!row?.exhibitId) throw new Error('nothing was admitted');
  return row.exhibitId;
}

function show(exhibitId: ExhibitId) {
  render(
    <Workbench route={{ place: 'entities', caseId }}>
      <ImportEntities caseId={caseId} exhibitId={exhibitId} onClose={() => {}} />
    </Workbench>,
  );
}

const table =
  'IMO number,Ship name,Flag\n9000015,SAEBYOK MORU 5/새벽 모루 5,Panama\n9000027,NORDLICHT EXEMPEL,Atlantis\n';

test('a table shows what its rows become as it is mapped, and its bad rows after the import', async () => {
  show(await admit('ships.csv', table));
  expect(await screen.findByText(/A table of 2 rows/)).toBeTruthy();
  const sample = () => within(screen.getByRole('region', { name: 'What the first rows become' }));
  expect(sample().getByText('SAEBYOK MORU 5/새벽 모루 5')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Sign that parts several in Name'), { target: { value: '/' } });
  expect(sample().getByText('새벽 모루 5')).toBeTruthy();
  expect(sample().getByText(/“Atlantis” in “Flag”/)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Import' }));
  expect(await screen.findByText(/1 problem/)).toBeTruthy();
  expect(screen.getByText('entities added').parentElement?.textContent).toContain('2');
  const { rows } = await core.run('entity.list', { caseId });
  expect(rows.map(({ caption }) => caption).sort()).toEqual(['NORDLICHT EXEMPEL', 'SAEBYOK MORU 5']);
});

test('a mapping that lacks something says what, and cannot be imported; one that was kept is proposed again', async () => {
  const exhibitId = await admit('ships.csv', table);
  show(exhibitId);
  await screen.findByText(/A table of 2 rows/);
  fireEvent.change(screen.getByLabelText('A row tells of one more'), { target: { value: 'Ownership' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(screen.getByText('“ownership” is a tie and does not say its Owner.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('button', { name: 'Remove ownership' }));
  fireEvent.change(screen.getByLabelText(/Keep the mapping/), { target: { value: 'Fleet list' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep' }));
  await screen.findByRole('button', { name: 'Kept' });
  cleanup();
  show(exhibitId);
  expect(await screen.findByText(/“Fleet list” was saved/)).toBeTruthy();
});

test('entities of FollowTheMoney need no mapping; their kinds and the first of them show', async () => {
  show(
    await admit(
      'list.ftm.json',
      '{"id":"a","schema":"Person","properties":{"name":["Han Beispiel"]}}\n{"id":"b","schema":"Vessel","properties":{}}\n',
    ),
  );
  expect(await screen.findByText(/2 entities, from FollowTheMoney/)).toBeTruthy();
  expect(screen.getByRole('table', { name: 'The first of them' }).textContent).toContain('Han Beispiel');
  expect(await axeFindings()).toEqual([]);
});

test('what holds nothing to import says so', async () => {
  show(await admit('note.txt', 'A note.'));
  expect(await screen.findByText(/It holds no table/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', true);
});
