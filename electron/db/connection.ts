/** The one place that knows the SQLite binding, its key handling and its pragmas. */
import { existsSync } from 'node:fs';
import Database from '@signalapp/sqlcipher';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { ReadableDb, SqlParameters, WritableDb } from './handles.ts';
import { migrate, newestVersion } from './migrate.ts';
import { describeHolder, releaseLockNote, writeLockNote } from './lockNote.ts';
import { deriveVaultKey, judgeVaultFile, newVaultKey, pragmaKey, readSalt, type VaultKey } from './vaultKey.ts';

/** "PrBt": tells our SQLCipher files from others'. */
const applicationId = 0x50724274;

export class VaultConnection {
  readonly path: string;
  readonly #db: Database;
  readonly #salt: Buffer;
  #depth = 0;

  private constructor(path: string, db: Database, key: VaultKey) {
    this.path = path;
    this.#db = db;
    this.#salt = key.salt;
  }

  /** Makes a new, empty, encrypted file. @throws vault-exists, disk-full */
  static create(path: string, passphrase: string, holder: string): VaultConnection {
    if (existsSync(path)) throw new ProbatumError('vault-exists', { path });
    const key = newVaultKey(passphrase);
    const db = openQuietly(path);
    db.exec(`PRAGMA key = ${pragmaKey(key)}`);
    db.exec(`PRAGMA application_id = ${applicationId}`);
    return VaultConnection.#ready(path, db, key, holder);
  }

  /** @throws vault-missing, vault-foreign, vault-wrong-passphrase, vault-damaged, vault-newer, vault-in-use */
  static open(path: string, passphrase: string, holder: string): VaultConnection {
    if (!existsSync(path)) throw new ProbatumError('vault-missing', { path });
    const salt = readSalt(path);
    if (!salt) throw new ProbatumError('vault-foreign', { path });
    const key = deriveVaultKey(passphrase, salt);
    const judgement = judgeVaultFile(path, key);
    if (judgement === 'foreign') throw new ProbatumError('vault-foreign', { path });
    if (judgement === 'key-does-not-fit') throw new ProbatumError('vault-wrong-passphrase', { path });
    const db = openQuietly(path);
    try {
      db.exec(`PRAGMA key = ${pragmaKey(key)}`);
      const found = db.pragma('application_id', { simple: true });
      if (found !== applicationId) throw new ProbatumError('vault-foreign', { path });
      return VaultConnection.#ready(path, db, key, holder);
    } catch (error) {
      db.close();
      throw explainOpening(error, path);
    }
  }

  static #ready(path: string, db: Database, key: VaultKey, holder: string): VaultConnection {
    // EXCLUSIVE before WAL: the lock is the operating system's, ends with the process, and needs no shared-memory file.
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('PRAGMA journal_mode = WAL');
    // FULL: what was reported as admitted survives a power cut, not only a crash.
    db.exec('PRAGMA synchronous = FULL');
    db.exec('PRAGMA foreign_keys = ON');
    // Sorting and building indexes must never spill plain text to a temporary file.
    db.exec('PRAGMA temp_store = MEMORY');
    db.exec('PRAGMA secure_delete = ON');
    db.exec('PRAGMA cache_size = -32768');
    db.exec('PRAGMA cell_size_check = ON');
    db.exec('BEGIN IMMEDIATE; COMMIT');
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version > newestVersion) throw new ProbatumError('vault-newer', { path, found: version, known: newestVersion });
    migrate(db);
    writeLockNote(path, holder);
    return new VaultConnection(path, db, key);
  }

  get readable(): ReadableDb {
    return this.#handle() as unknown as ReadableDb;
  }

  /** Runs the steps in one transaction: all of them, or none. Nested calls join the outer one. */
  write<Result>(steps: (db: WritableDb) => Result): Result {
    if (this.#depth > 0) return steps(this.#handle() as unknown as WritableDb);
    this.#db.exec('BEGIN IMMEDIATE');
    this.#depth += 1;
    try {
      const result = steps(this.#handle() as unknown as WritableDb);
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      this.#rollback();
      throw explainWriting(error, this.path);
    } finally {
      this.#depth -= 1;
    }
  }

  #rollback(): void {
    try {
      this.#db.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself after a full disk or an I/O error; the first error is the one to tell.
    }
  }

  #handle() {
    const db = this.#db;
    return {
      prepare(sql: string) {
        const statement = db.prepare(sql);
        return {
          get: (parameters?: SqlParameters) => statement.get(parameters as never),
          all: (parameters?: SqlParameters) => statement.all(parameters as never),
          run: (parameters?: SqlParameters) => statement.run(parameters as never),
        };
      },
    };
  }

  changePassphrase(next: string): void {
    this.#db.exec(`PRAGMA rekey = ${pragmaKey(deriveVaultKey(next, this.#salt))}`);
    // Subtle: until the log is folded in, SQLCipher's own integrity check reports every page as bad after a rekey.
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  isPassphrase(passphrase: string): boolean {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return judgeVaultFile(this.path, deriveVaultKey(passphrase, this.#salt)) === 'key-fits';
  }

  /** An encrypted copy under the same passphrase, by SQLite's own means. The target must not exist. */
  copyTo(path: string): void {
    if (existsSync(path)) throw new ProbatumError('vault-exists', { path });
    this.#db.prepare('VACUUM INTO $path').run({ path } as never);
  }

  /** What SQLCipher and SQLite find wrong, page by page and row by row; empty when sound. */
  checkIntegrity(): string[] {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const cipher = this.#db.pragma('cipher_integrity_check').map(row => String(Object.values(row)[0]));
    const sqlite = this.#db.pragma('integrity_check').map(row => String(Object.values(row)[0])).filter(line => line !== 'ok');
    const keys = this.#db.pragma('foreign_key_check').map(row => `a row of ${String(row['table'])} points at nothing`);
    return [...cipher, ...sqlite, ...keys];
  }

  close(): void {
    try {
      this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      this.#db.close();
      releaseLockNote(this.path);
    }
  }
}

/** SQLCipher would print each bad page on stderr; we tell it once, in words. */
function openQuietly(path: string): Database {
  const db = new Database(path, { cacheStatements: true });
  db.exec('PRAGMA cipher_log_level = NONE');
  return db;
}

function explainOpening(error: unknown, path: string): unknown {
  if (error instanceof ProbatumError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/locked|busy/i.test(text)) return new ProbatumError('vault-in-use', { path, holder: describeHolder(path) }, { cause: error });
  if (/malformed|not a database|corrupt|disk I\/O|hmac/i.test(text)) return new ProbatumError('vault-damaged', { path, problem: 'its pages do not check out' }, { cause: error });
  return error;
}

function explainWriting(error: unknown, path: string): unknown {
  if (error instanceof ProbatumError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/database or disk is full|SQLITE_FULL|ENOSPC/i.test(text)) return new ProbatumError('disk-full', { path }, { cause: error });
  if (/malformed|corrupt/i.test(text)) return new ProbatumError('vault-damaged', { path, problem: 'a page could not be read' }, { cause: error });
  return error;
}
