/** The one place that knows the SQLite binding, its key handling and its pragmas. */
import { accessSync, chmodSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from '@signalapp/sqlcipher';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { explainOpening, explainPlace, explainWriting } from './explainFailure.ts';
import { findDamage } from './findDamage.ts';
import type { ReadableDb, SqlParameters, WritableDb } from './handles.ts';
import { holdFile, isHeldFile, letFileGo } from './heldFiles.ts';
import { migrate, newestVersion } from './migrate.ts';
import { describeHolder, releaseLockNote, writeLockNote } from './lockNote.ts';
import {
  deriveVaultKey,
  judgeVaultFile,
  newVaultKey,
  pragmaKey,
  readSalt,
  sameKey,
  type VaultKey,
} from './vaultKey.ts';
import { writeCopy } from './writeCopy.ts';

/** "PrBt": tells our SQLCipher files from others'. */
const applicationId = 0x50724274;

export class VaultConnection {
  readonly path: string;
  #db: Database;
  #key: VaultKey;
  readonly #held: string | null;
  #depth = 0;
  #readable: ReadableDb | null = null;
  #isClosed = false;

  private constructor(path: string, db: Database, key: VaultKey) {
    this.path = path;
    this.#db = db;
    this.#key = key;
    this.#held = holdFile(path);
  }

  /** Makes a new, empty, encrypted file. @throws vault-exists, disk-full, place-unwritable */
  static create(path: string, passphrase: string, holder: string): VaultConnection {
    if (existsSync(path)) throw new ProbatumError('vault-exists', { path });
    requirePlace(path);
    const key = newVaultKey(passphrase);
    let db: Database | null = null;
    try {
      db = openPages(path, key);
      db.exec(`PRAGMA application_id = ${applicationId}`);
      restrictToOwner(path);
      return VaultConnection.#ready(path, db, key, holder);
    } catch (error) {
      // What was begun is of no use to anybody, and would be in the way of a second try.
      db?.close();
      for (const suffix of ['', '-wal', '-journal']) rmSync(`${path}${suffix}`, { force: true });
      throw explainOpening(error, path);
    }
  }

  /** @throws vault-missing, vault-foreign, vault-wrong-passphrase, vault-damaged, vault-newer, vault-in-use, vault-not-writable */
  static open(path: string, passphrase: string, holder: string): VaultConnection {
    if (isHeldFile(path)) throw new ProbatumError('vault-in-use', { path, holder: describeHolder(path) });
    let db: Database | null = null;
    try {
      const key = judgedKey(path, passphrase);
      requireWritable(path);
      db = openPages(path, key);
      const found = db.pragma('application_id', { simple: true });
      if (found !== applicationId) throw new ProbatumError('vault-foreign', { path });
      return VaultConnection.#ready(path, db, key, holder);
    } catch (error) {
      db?.close();
      throw explainOpening(error, path);
    }
  }

  static #ready(path: string, db: Database, key: VaultKey, holder: string): VaultConnection {
    setUp(db);
    db.exec('BEGIN IMMEDIATE; COMMIT');
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version > newestVersion) throw new ProbatumError('vault-newer', { path, found: version, known: newestVersion });
    migrate(db);
    writeLockNote(path, holder);
    return new VaultConnection(path, db, key);
  }

  /** The same for as long as the vault is open, so that what follows from it in memory can be kept with it, and goes with it. */
  get readable(): ReadableDb {
    this.#readable ??= this.#handle() as unknown as ReadableDb;
    return this.#readable;
  }

  /** Runs the steps in one transaction: all of them, or none. Nested calls join the outer one. */
  write<Result>(steps: (db: WritableDb) => Result): Result {
    this.#requireOpen();
    if (this.#depth > 0) return steps(this.#handle() as unknown as WritableDb);
    try {
      this.#db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      throw explainWriting(error, this.path);
    }
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

  /** Who comes a moment too late, with a vault that was locked meanwhile, is told so. */
  #requireOpen(): void {
    if (this.#isClosed) throw new ProbatumError('vault-locked', {});
  }

  #handle() {
    const prepared = (sql: string) => {
      this.#requireOpen();
      return this.#db.prepare(sql);
    };
    return {
      prepare(sql: string) {
        const statement = prepared(sql);
        return {
          get: (parameters?: SqlParameters) => statement.get(named(parameters) as never),
          all: (parameters?: SqlParameters) => statement.all(named(parameters) as never),
          run: (parameters?: SqlParameters) => statement.run(named(parameters) as never),
        };
      },
    };
  }

  /**
   * All pages go to the log under the new key in one transaction, so that a kill leaves the one passphrase or the other.
   * @throws disk-full: it needs as much room again as the vault has; the old passphrase stays.
   */
  changePassphrase(next: string): void {
    this.#requireOpen();
    const key = deriveVaultKey(next, this.#key.salt);
    try {
      this.#foldLogIn();
      this.#db.exec(`PRAGMA rekey = ${pragmaKey(key)}`);
    } catch (error) {
      this.#openAnew();
      throw explainWriting(error, this.path);
    }
    this.#key = key;
    try {
      // Subtle: until the log is folded in, SQLCipher's own integrity check reports every page as bad after a rekey.
      this.#foldLogIn();
    } catch {
      // The new pages are safe in the log; the next opening or checkpoint folds them in.
    }
  }

  /** After a rekey that failed SQLCipher may go on writing under the key that was not taken. */
  #openAnew(): void {
    this.#db.close();
    this.#db = openPages(this.path, this.#key);
    setUp(this.#db);
  }

  #foldLogIn(): void {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** By the key in memory: looking at the file itself would give up its lock (see heldFiles.ts). */
  isPassphrase(passphrase: string): boolean {
    return sameKey(deriveVaultKey(passphrase, this.#key.salt), this.#key);
  }

  /** An encrypted copy under the same passphrase, by SQLite's own means, checked page by page. The target must not exist. */
  copyTo(path: string): void {
    this.#requireOpen();
    writeCopy(this.#db, path, partial => openPages(partial, this.#key));
  }

  /** What SQLCipher and SQLite find wrong, page by page and row by row; empty when sound. */
  checkIntegrity(): string[] {
    this.#requireOpen();
    try {
      this.#foldLogIn();
      return findDamage(this.#db);
    } catch (error) {
      throw explainWriting(error, this.path);
    }
  }

  /** Always ends with the file closed: what could not be folded in stays in the log, encrypted, for the next opening. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    try {
      this.#foldLogIn();
    } catch {
      // A full disk.
    }
    this.#db.close();
    this.#key.key.fill(0);
    letFileGo(this.#held);
    releaseLockNote(this.path);
  }
}

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

function setUp(db: Database): void {
  db.exec('PRAGMA journal_mode = WAL');
  // FULL: what was reported as admitted survives a power cut, not only a crash.
  db.exec('PRAGMA synchronous = FULL');
  db.exec('PRAGMA foreign_keys = ON');
  // Sorting and building indexes must never spill plain text to a temporary file.
  db.exec('PRAGMA temp_store = MEMORY');
  db.exec('PRAGMA secure_delete = ON');
  db.exec('PRAGMA cache_size = -32768');
  db.exec('PRAGMA cell_size_check = ON');
}

function judgedKey(path: string, passphrase: string): VaultKey {
  if (!existsSync(path)) throw new ProbatumError('vault-missing', { path });
  if (!statSync(path).isFile()) throw new ProbatumError('vault-foreign', { path });
  const salt = readSalt(path);
  if (!salt) throw new ProbatumError('vault-foreign', { path });
  const key = deriveVaultKey(passphrase, salt);
  switch (judgeVaultFile(path, key)) {
    case 'foreign':
      throw new ProbatumError('vault-foreign', { path });
    case 'key-does-not-fit':
      throw new ProbatumError('vault-wrong-passphrase', { path });
    case 'log-differs':
      throw new ProbatumError('vault-log-differs', { path });
    case 'key-fits':
      return key;
  }
}

/** SQLite would open what it cannot write, and fail at the first step that matters. */
function requireWritable(path: string): void {
  accessSync(path, constants.R_OK | constants.W_OK);
  accessSync(dirname(path), constants.W_OK);
}

function requirePlace(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw explainPlace(error, path);
  }
}

/** The file is encrypted; nobody else on the machine needs even that. */
function restrictToOwner(path: string): void {
  try {
    chmodSync(path, 0o600);
  } catch {
    // A file system without permissions (FAT, some network disks).
  }
}

/** A statement without parameters takes none: the binding refuses an empty object, which a query with optional parts may give. */
function named(parameters?: SqlParameters): SqlParameters | undefined {
  return parameters && Object.keys(parameters).length > 0 ? parameters : undefined;
}
