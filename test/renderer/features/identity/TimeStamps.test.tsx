// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { peopleMemory } from '../../../../renderer/features/identity/peopleMemory.ts';
import { place } from '../../../../renderer/features/identity/index.ts';
import { CaseId } from '../../../../shared/kernel/ids.ts';
import { goldenPath, plantGoldenReceipt } from '../../../support/goldenReceipt.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { giveHeight } from '../../support/layout.ts';
import { openWindowCore, type WindowCore } from '../../support/openWindowCore.ts';
import { Workbench } from '../../support/Workbench.tsx';

const caseId = CaseId.parse('cas-00000000-0000-7000-8000-000000000001');
let core: WindowCore;
beforeEach(async () => {
  giveHeight(600);
  core = openWindowCore();
  await core.createVault();
  await core.run('identity.make', { name: '한지민 Han Ji-min', team: '해상 감시팀' });
  plantGoldenReceipt(core.core);
  // The dialogs answer with a file of the purpose that they are asked for.
  const files: Record<string, string> = { timestamp: 'head.tsr', certificate: 'authority.pem' };
  const desktop = async (_: string, { purpose = '' }: { purpose?: string }) =>
    core.core.grants.grant(goldenPath(files[purpose] ?? ''), 'read');
  Object.assign(window, { probatum: { desktop } });
  peopleMemory.change(caseId, desk => ({ ...desk, part: 'receipts' }));
});
afterEach(async () => {
  cleanup();
  await core.close();
});

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const stamps = async () => within(await screen.findByRole('region', { name: 'Time stamps' }));

function show() {
  render(
    <Workbench route={{ place: 'people', caseId }}>
      <place.view />
    </Workbench>,
  );
}

test('a time stamp is judged before it is kept; that no list of authorities was asked is said until one is trusted', async () => {
  show();
  await press('Check a time stamp…');
  const found = within(await screen.findByRole('region', { name: 'The time stamp' }));
  expect(
    found.getByText(/states that the head hash of this receipt existed on .* not checked against a list/),
  ).toBeTruthy();
  expect(found.getByText('Exercise Time Authority, certified by Exercise Time Authority')).toBeTruthy();
  expect((await core.run('receipt.list', {}))[0]?.timestamps).toEqual([]);
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(found.getByRole('button', { name: 'Keep it with this receipt' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'The time stamp' })).toBeNull());
  expect(await (await stamps()).findByText(/states that the head hash/)).toBeTruthy();

  await press('Trust a certificate…');
  expect(await screen.findByText(/leads to one that this vault trusts/)).toBeTruthy();
  expect(screen.getByText('Trusted authorities (1)')).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  await press('Trust it no longer: Exercise Time Authority');
  expect(await screen.findByText(/not checked against a list/)).toBeTruthy();
});

test('a time stamp of another receipt is kept with that one, which is then shown', async () => {
  await core.run('receipt.make', {});
  const { id = null } = (await core.run('receipt.list', {})).find(one => one.eventCount !== 1204) ?? {};
  peopleMemory.change(caseId, desk => ({ ...desk, receiptId: id }));
  show();
  await press('Check a time stamp…');
  expect(await screen.findByText('It is of another receipt, that of 1,204 events.')).toBeTruthy();
  await press('Keep it with that receipt');
  expect(await screen.findByRole('heading', { name: 'Receipt of 1,204 events' })).toBeTruthy();
  expect(await (await stamps()).findByText(/states that the head hash of this receipt/)).toBeTruthy();
});
