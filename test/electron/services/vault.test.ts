import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { VaultConnection } from '../../../electron/db/connection.ts';
import { newestVersion } from '../../../electron/db/migrate.ts';
import { openTestCase, passphrase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeEach(async () => {
  vault = await openTestCase();
});
afterEach(() => vault.close());

const other = 'copper willow anchor thirty';

async function openingProblem(path: string, words = passphrase): Promise<string> {
  const answer = await vault.core.dispatcher.answer('vault.open', {
    at: vault.core.grants.grant(path),
    passphrase: words,
  });
  return answer.ok ? 'none' : answer.error.code;
}

test('a wrong passphrase, a damaged, a foreign, a newer and a missing file are five different messages', async () => {
  await vault.run('vault.lock', {});
  expect(await openingProblem(vault.vaultPath, other)).toBe('vault-wrong-passphrase');

  const damaged = join(vault.folder, 'damaged.probatum');
  copyFileSync(vault.vaultPath, damaged);
  const bytes = readFileSync(damaged);
  bytes.fill(0x55, 4096 + 100, 4096 + 200);
  writeFileSync(damaged, bytes);
  expect(await openingProblem(damaged)).toBe('vault-damaged');

  const foreign = vault.write('foreign.probatum', 'This is a letter, not a vault.\n'.repeat(1000));
  expect(await openingProblem(foreign)).toBe('vault-foreign');
  expect(await openingProblem(join(vault.folder, 'nowhere.probatum'))).toBe('vault-missing');

  const newer = join(vault.folder, 'newer.probatum');
  copyFileSync(vault.vaultPath, newer);
  const connection = VaultConnection.open(newer, passphrase, 'a test');
  connection.write(db => db.prepare(`PRAGMA user_version = ${newestVersion + 1}`).run());
  connection.close();
  expect(await openingProblem(newer)).toBe('vault-newer');
});

test('damage to the first page is damage, not a wrong passphrase', async () => {
  await vault.run('vault.lock', {});
  const bytes = readFileSync(vault.vaultPath);
  bytes.fill(0, 300, 400);
  const damaged = vault.write('first-page.probatum', bytes);
  expect(await openingProblem(damaged)).toBe('vault-damaged');
  const cut = join(vault.folder, 'cut.probatum');
  copyFileSync(vault.vaultPath, cut);
  truncateSync(cut, Math.floor(readFileSync(cut).length / 2) + 17);
  expect(await openingProblem(cut)).toBe('vault-damaged');
});

test('a second one to open it is told who holds it', () => {
  expect(() => VaultConnection.open(vault.vaultPath, passphrase, 'a second test')).toThrow(/open already in a test/);
});

test('creating over a file that is there is refused and leaves it as it was', async () => {
  const path = vault.write('letter.txt', 'keep me');
  const answer = await vault.core.dispatcher.answer('vault.create', {
    at: vault.core.grants.grant(path),
    name: 'x',
    person: 'y',
    passphrase,
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'vault-exists' } });
  expect(readFileSync(path, 'utf8')).toBe('keep me');
});

test('a changed passphrase opens, the old one does not, and the pages check out', async () => {
  const wrong = await vault.core.dispatcher.answer('vault.changePassphrase', {
    current: other,
    next: 'velvet harbor nine quartz',
  });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'vault-wrong-passphrase' } });
  await vault.run('vault.changePassphrase', { current: passphrase, next: other });
  expect(await vault.run('vault.verify', {})).toMatchObject({ ok: true, problems: [] });
  await vault.run('vault.lock', {});
  expect(await openingProblem(vault.vaultPath)).toBe('vault-wrong-passphrase');
  expect(await openingProblem(vault.vaultPath, other)).toBe('none');
});

test('a weak passphrase is refused with the reason', async () => {
  for (const weak of ['password', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'probatum', 'kim 1234', '']) {
    const answer = await vault.core.dispatcher.answer('vault.create', {
      at: vault.core.grants.grant(join(vault.folder, 'weak.probatum')),
      name: 'x',
      person: 'y',
      passphrase: weak,
    });
    expect(answer.ok, weak).toBe(false);
  }
  expect(existsSync(join(vault.folder, 'weak.probatum'))).toBe(false);
});

test('a backup is encrypted, opens with the same passphrase and holds the same exhibits', async () => {
  await vault.admit(vault.write('note.txt', 'The vessel SABLE FINCH was seen.'));
  const to = join(vault.folder, 'backup.probatum');
  await vault.run('vault.backup', { to: vault.core.grants.grant(to) });
  expect(readFileSync(to).includes('SABLE FINCH')).toBe(false);
  await vault.run('vault.lock', {});
  expect(await openingProblem(to)).toBe('none');
  expect((await vault.run('case.list', {}))[0]?.exhibitCount).toBe(1);
  expect(await vault.run('vault.verify', {})).toMatchObject({ ok: true });
});

test('a path that no dialog granted is refused', async () => {
  const made_up = { grant: 'b7c1a0de-0000-4000-8000-000000000000', name: 'passwd' };
  expect(await vault.core.dispatcher.answer('exhibit.admit', { caseId: vault.caseId, from: [made_up] })).toMatchObject({
    ok: false,
    error: { code: 'path-not-granted' },
  });
});
