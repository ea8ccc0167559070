/** One holder at a time, whatever this process looks at meanwhile: POSIX gives a file's locks up at any close of it. */
import { execFileSync } from 'node:child_process';
import { linkSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCase, passphrase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeEach(async () => {
  vault = await openTestCase();
});
afterEach(() => vault.close());

const binding = join(import.meta.dirname, '..', '..', '..', 'node_modules', '@signalapp', 'sqlcipher');

/** Another process tries to take the file for writing, without its key: the lock answers before the key does. */
function anotherProcess(): string {
  const script = `import Database from ${JSON.stringify(join(binding, 'dist', 'index.mjs'))};
    const db = new Database(process.argv[1]); try { db.exec('PRAGMA cipher_log_level = NONE'); db.exec('BEGIN EXCLUSIVE'); console.log('taken'); } catch (e) { console.log(e.message); }`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script, vault.vaultPath], {
    encoding: 'utf8',
  }).trim();
}

test('a wrong passphrase typed into its settings does not give the lock up', async () => {
  expect(anotherProcess()).toMatch(/locked|busy/i);
  await expect(
    vault.run('vault.changePassphrase', { current: 'not the one at all', next: 'velvet harbor nine quartz' }),
  ).rejects.toMatchObject({ code: 'vault-wrong-passphrase' });
  expect(anotherProcess()).toMatch(/locked|busy/i);
});

test('a folder with the open vault in it: the vault is refused, its neighbours come in, and the lock stays', async () => {
  linkSync(vault.vaultPath, join(vault.folder, 'harmless.txt'));
  vault.write('letter.txt', 'A letter.');
  const started = await vault.run('exhibit.admit', {
    caseId: vault.caseId,
    from: [vault.core.grants.grant(vault.folder)],
  });
  expect(await vault.finish(started)).toMatchObject({ state: 'succeeded', result: { admitted: 2 } });
  const { rows } = await vault.run('exhibit.admissions', { jobId: started.jobId, only: 'refused' });
  expect(rows.map(row => [row.path.split('/').at(-1), row.code])).toEqual([
    ['harmless.txt', 'own-vault'],
    ['test.probatum', 'own-vault'],
    ['test.probatum-wal', 'own-vault'],
    ['test.probatum.open', 'own-vault'],
  ]);
  expect(anotherProcess()).toMatch(/locked|busy/i);
});

test('nothing is ever written over the open vault', async () => {
  const [exhibitId] = await vault.admit(vault.write('letter.txt', 'A letter.'));
  if (!exhibitId) throw new Error('nothing was admitted');
  const before = statSync(vault.vaultPath).ino;
  for (const name of ['test.probatum', 'test.probatum-wal']) {
    const to = vault.core.grants.grant(join(vault.folder, name));
    await expect(vault.run('exhibit.export', { exhibitId, to })).rejects.toMatchObject({ code: 'place-is-vault' });
    await expect(vault.run('report.compile', { caseId: vault.caseId, format: 'md', to })).rejects.toMatchObject({
      code: 'place-is-vault',
    });
    await expect(vault.run('bundle.export', { caseId: vault.caseId, recipient: 'x', to })).rejects.toMatchObject({
      code: 'place-is-vault',
    });
    await expect(vault.run('vault.backup', { to })).rejects.toMatchObject({ code: 'place-is-vault' });
  }
  expect(statSync(vault.vaultPath).ino).toBe(before);
  expect(readFileSync(vault.vaultPath).includes('A letter.')).toBe(false);
});

test('two locks and a closing at once are one; two openings at once leave one vault open, not two', async () => {
  const [first, second] = await Promise.all([
    vault.core.session.lock('The lid was shut.'),
    vault.core.session.lock('The screen was locked.'),
  ]);
  expect([first, second]).toMatchObject([{ state: 'locked' }, { state: 'locked' }]);
  const other = join(vault.folder, 'other.probatum');
  await vault.run('vault.create', { at: vault.core.grants.grant(other), name: 'Other', person: 'P', passphrase });
  await vault.run('vault.lock', {});
  const open = (path: string) =>
    vault.core.dispatcher.answer('vault.open', { at: vault.core.grants.grant(path), passphrase });
  expect(await Promise.all([open(vault.vaultPath), open(other)])).toMatchObject([{ ok: true }, { ok: true }]);
  expect(vault.core.session.status()).toMatchObject({ state: 'open', path: other });
  expect(readdirSync(vault.folder).filter(name => name.endsWith('.open'))).toEqual(['other.probatum.open']);
});

test('a wrong passphrase at the lock leaves the vault locked, not closed', async () => {
  await vault.run('vault.lock', {});
  const answer = await vault.core.dispatcher.answer('vault.open', {
    at: { recent: vault.vaultPath },
    passphrase: 'not the one at all',
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'vault-wrong-passphrase' } });
  expect(await vault.run('vault.status', {})).toEqual({ state: 'locked', path: vault.vaultPath });
  expect(
    await vault.core.dispatcher.answer('vault.open', { at: { recent: vault.vaultPath }, passphrase }),
  ).toMatchObject({ ok: true });
});
