// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { place } from '../../../../renderer/features/identity/index.ts';
import { CaseId } from '../../../../shared/kernel/ids.ts';
import { openTestCore, type TestCore } from '../../../support/openTestCore.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { giveHeight } from '../../support/layout.ts';
import { openWindowCore, type WindowCore } from '../../support/openWindowCore.ts';
import { Workbench } from '../../support/Workbench.tsx';

const caseId = CaseId.parse('cas-00000000-0000-7000-8000-000000000001');

let core: WindowCore;
let other: TestCore;
beforeEach(async () => {
  giveHeight(600);
  core = openWindowCore();
  await core.createVault();
  other = await openTestCore();
  await other.run('identity.make', { name: '리은정', team: '해상팀' });
});
afterEach(async () => {
  cleanup();
  await core.close();
  await other.close();
});

function show() {
  render(
    <Workbench route={{ place: 'people', caseId }}>
      <place.view />
    </Workbench>,
  );
}
const tab = async (name: RegExp) => fireEvent.click(await screen.findByRole('tab', { name }));
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }));

test('without keys the place says what they are for; name and team are asked, the name as work is recorded', async () => {
  show();
  expect(await screen.findByText('No keys yet')).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  await press('Make my keys…');
  const panel = await dialog('Make my keys');
  expect((panel.getByLabelText('Name') as HTMLInputElement).value).toBe('Test Person');
  fireEvent.change(panel.getByLabelText('Team'), { target: { value: 'Maritime desk' } });
  fireEvent.click(panel.getByRole('button', { name: 'Make keys' }));
  const { vaultCode } = await core.run('identity.own', {});
  expect(await screen.findByText(vaultCode)).toBeTruthy();
  expect(screen.getByText('Maritime desk')).toBeTruthy();
  const { current } = await core.run('identity.own', {});
  expect(
    within(screen.getByRole('list', { name: 'Digits of your keys' }))
      .getAllByRole('listitem')
      .map(one => one.textContent),
  ).toEqual(current?.spoken);
  expect(await axeFindings()).toEqual([]);
});

test('keys are not replaced without a reason; the old ones are listed as retired', async () => {
  const first = await core.run('identity.make', { name: 'Test Person', team: '' });
  show();
  await press('Replace the keys…');
  const panel = await dialog('Replace the keys');
  const make = panel.getByRole('button', { name: 'Make new keys' }) as HTMLButtonElement;
  expect(make.disabled).toBe(true);
  fireEvent.change(panel.getByLabelText('Why they are replaced'), { target: { value: 'Laptop lost' } });
  fireEvent.click(make);
  const retired = within(await screen.findByRole('table', { name: 'Retired keys' }));
  expect(retired.getByText('Laptop lost')).toBeTruthy();
  expect(retired.getByText(first.fingerprint)).toBeTruthy();
});

test('a pasted card shows whom it is of before it is added; not verified stands in words until a person compared', async () => {
  show();
  await tab(/^Contacts/);
  await press('Add a contact…');
  const panel = await dialog('Add a contact');
  fireEvent.change(panel.getByLabelText('Or paste the card'), {
    target: { value: (await other.run('identity.card', {})).text },
  });
  expect(await panel.findByRole('heading', { name: '리은정' })).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(panel.getByRole('button', { name: 'Add contact' }));
  expect((await screen.findAllByText('not verified')).length).toBeGreaterThan(0);
  await press('I made sure…');
  const check = await dialog('I made sure');
  expect((check.getByRole('button', { name: 'Mark as verified' }) as HTMLButtonElement).disabled).toBe(true);
  fireEvent.change(check.getByLabelText('How you made sure'), { target: { value: 'known-key' } });
  expect(check.queryByLabelText('All twelve groups are the same')).toBeNull();
  fireEvent.change(check.getByLabelText('How you made sure'), { target: { value: 'in-person' } });
  fireEvent.click(check.getByLabelText('All twelve groups are the same'));
  fireEvent.click(check.getByRole('button', { name: 'Mark as verified' }));
  expect(await screen.findByText(/Verified: met in person/)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test('a card that was changed is refused with the reason, and nothing can be added', async () => {
  show();
  await tab(/^Contacts/);
  await press('Add a contact…');
  const panel = await dialog('Add a contact');
  const { text } = await other.run('identity.card', {});
  fireEvent.change(panel.getByLabelText('Or paste the card'), { target: { value: text.replace('해상팀', '금융팀') } });
  expect(await panel.findByText(/changed after it was signed/)).toBeTruthy();
  expect((panel.getByRole('button', { name: 'Add contact' }) as HTMLButtonElement).disabled).toBe(true);
});

test('another key under the same name is said where the contact is shown', async () => {
  await core.run('contact.add', { card: (await other.run('identity.card', {})).text });
  await core.run('contact.add', {
    typed: { name: '리은정', team: 'Elsewhere', signingKey: await strangersKey(), ageRecipient: null },
  });
  show();
  await tab(/^Contacts/);
  const [row] = await screen.findAllByRole('option', { name: /리은정/ });
  if (!row) throw new Error('no row');
  fireEvent.click(row);
  expect(await screen.findByText(/Another key is known under this name/)).toBeTruthy();
});

async function strangersKey(): Promise<string> {
  const stranger = await openTestCore();
  const { signingKey } = await stranger.run('identity.make', { name: 'x', team: '' });
  await stranger.close();
  return signingKey;
}

test('a receipt shows its code, what the log says of it now, and what it does not prove', async () => {
  await core.run('identity.make', { name: 'Test Person', team: '' });
  show();
  await tab(/^Receipts/);
  await press('Make a receipt');
  expect(await screen.findByRole('img', { name: /QR code/ })).toBeTruthy();
  expect(await screen.findByText(/The chain still contains event 2 at this position/)).toBeTruthy();
  expect(screen.getByText(/nor that the newest events were not cut off/)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test('a receipt of another vault can be countersigned, one of our own cannot', async () => {
  await core.run('identity.make', { name: 'Test Person', team: '' });
  const text = await savedReceipt(other);
  show();
  await tab(/^Receipts/);
  await press('Check or countersign…');
  const panel = await dialog('Check or countersign');
  fireEvent.change(panel.getByLabelText('Or paste it'), { target: { value: text } });
  expect(await panel.findByRole('button', { name: 'Countersign as Test Person…' })).toBeTruthy();
  expect(panel.getByText(/not in the contacts book, not verified/)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(panel.getByRole('button', { name: 'Check another' }));
  const { line } = await core.run('receipt.make', {});
  fireEvent.change(panel.getByLabelText('Or paste it'), { target: { value: line } });
  expect(await panel.findByText(/still contains event/)).toBeTruthy();
  expect(panel.queryByRole('button', { name: /^Countersign/ })).toBeNull();
});

async function savedReceipt(from: TestCore): Promise<string> {
  const { id } = await from.run('receipt.make', {});
  const path = from.write('receipt.txt', '');
  await from.run('receipt.save', { receiptId: id, to: from.core.grants.grant(path), format: 'txt' });
  return readFileSync(path, 'utf8');
}
