// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UnlockForm } from '../../../../renderer/features/vault/UnlockForm.tsx';
import { NewPassphrase } from '../../../../renderer/features/vault/index.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { openWindowCore, passphrase, type WindowCore } from '../../support/openWindowCore.ts';

let core: WindowCore;
beforeEach(async () => {
  core = openWindowCore();
  await core.createVault();
  await core.run('vault.close', {});
});
afterEach(async () => {
  cleanup();
  await core.close();
});

async function tryToOpen(typed: string): Promise<{ opened: boolean }> {
  const outcome = { opened: false };
  render(
    <UnlockForm
      at={core.core.grants.grant(core.vaultPath)}
      verb="Open"
      onOpened={() => {
        outcome.opened = true;
      }}
    />,
  );
  fireEvent.change(screen.getByLabelText('Passphrase'), { target: { value: typed } });
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  await waitFor(() => expect(outcome.opened || screen.queryByRole('alert')).toBeTruthy());
  return outcome;
}

test('the right passphrase opens', async () => {
  expect(await tryToOpen(passphrase)).toEqual({ opened: true });
});

test('a wrong passphrase is the problem of its field', async () => {
  expect(await tryToOpen('not this one at all')).toEqual({ opened: false });
  expect(screen.getByRole('alert').textContent).toContain('This passphrase does not open');
  expect(screen.getByLabelText('Passphrase').getAttribute('aria-invalid')).toBe('true');
  expect(await axeFindings()).toEqual([]);
});

test('a file that is no vault says that instead', async () => {
  writeFileSync(core.vaultPath, 'a shopping list');
  await tryToOpen(passphrase);
  expect(screen.getByRole('alert').textContent).toContain('is not a Probatum vault');
  expect(screen.getByLabelText('Passphrase').getAttribute('aria-invalid')).toBeNull();
});

test('a new passphrase shows its strength in words, and that nobody can recover it', async () => {
  render(<NewPassphrase passphrase="password" repeated="other" onChange={() => {}} />);
  const judged = await core.run('vault.judgePassphrase', { passphrase: 'password' });
  expect(await screen.findByText(judged.sentence)).toBeTruthy();
  expect(screen.getByText('Nobody can recover it.')).toBeTruthy();
  expect(screen.getByText('The two differ.')).toBeTruthy();
});
