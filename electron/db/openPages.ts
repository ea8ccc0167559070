import Database from '@signalapp/sqlcipher';
import { pragmaKey, type VaultKey } from './vaultKey.ts';

/** Opens a vault's file under its key. Nothing has been read of it yet. */
export function openPages(path: string, key: VaultKey): Database {
  const db = new Database(path, { cacheStatements: true });
  // SQLCipher would print each bad page on stderr; we tell it once, in words.
  db.exec('PRAGMA cipher_log_level = NONE');
  db.exec(`PRAGMA key = ${pragmaKey(key)}`);
  // EXCLUSIVE before the first read: the lock is the operating system's, ends with the process, and needs no shared-memory file.
  db.exec('PRAGMA locking_mode = EXCLUSIVE');
  return db;
}
