/** A change of passphrase that is cut short: one passphrase opens the vault, and its holder is told which. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPages, VaultConnection } from '../../../electron/db/connection.ts';
import { deriveVaultKey, pragmaKey, readSalt, type VaultKey } from '../../../electron/db/vaultKey.ts';

const before = 'granite otter lantern seventeen';
const after = 'copper willow anchor thirty';
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'probatum-rekey-'));
  path = join(folder, 'test.probatum');
  VaultConnection.create(path, before, 'a test').close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function keyOf(passphrase: string): VaultKey {
  const salt = readSalt(path);
  if (!salt) throw new Error('no salt');
  return deriveVaultKey(passphrase, salt);
}

/** The files as a kill leaves them after these statements, with nothing folded in. */
function killedAfter(...statements: string[]): string {
  const db = openPages(path, keyOf(before));
  db.exec('PRAGMA wal_autocheckpoint = 0');
  db.exec('PRAGMA journal_mode = WAL');
  for (const statement of statements) db.exec(statement);
  const copy = join(folder, 'killed.probatum');
  copyFileSync(path, copy);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  db.close();
  return copy;
}

function codeOf(steps: () => VaultConnection): string {
  try {
    const connection = steps();
    const damage = connection.checkIntegrity();
    connection.close();
    return damage.length === 0 ? 'sound' : 'damaged';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test('killed after the new pages were committed and before they were folded in: the new passphrase opens it', () => {
  const copy = killedAfter(
    `INSERT INTO meta (key, value) VALUES ('a', 'b')`,
    `PRAGMA rekey = ${pragmaKey(keyOf(after))}`,
  );
  expect(codeOf(() => VaultConnection.open(copy, before, 'a test'))).toBe('vault-log-differs');
  expect(codeOf(() => VaultConnection.open(copy, 'neither of the two here', 'a test'))).toBe('vault-wrong-passphrase');
  expect(codeOf(() => VaultConnection.open(copy, after, 'a test'))).toBe('sound');
  expect(codeOf(() => VaultConnection.open(copy, before, 'a test'))).toBe('vault-wrong-passphrase');
});

test('killed before: the old one opens it, with what was committed', () => {
  const copy = killedAfter(`INSERT INTO meta (key, value) VALUES ('a', 'b')`);
  expect(codeOf(() => VaultConnection.open(copy, after, 'a test'))).toBe('vault-wrong-passphrase');
  expect(codeOf(() => VaultConnection.open(copy, before, 'a test'))).toBe('sound');
});
