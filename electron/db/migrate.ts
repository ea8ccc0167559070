/** Brings a vault to the newest format: each migration's SQL, checksum and version in one transaction. */
import { createHash } from 'node:crypto';
import type Database from '@signalapp/sqlcipher';
import { migrations } from './migrations/index.ts';

export const newestVersion = migrations.length;

export function migrate(db: Database, upTo: number = newestVersion): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT',
  );
  const applied = db.prepare('SELECT version, name, checksum FROM migration ORDER BY version').all();
  for (const [at, row] of applied.entries()) {
    const known = migrations[at];
    if (!known || row['name'] !== known.name || row['checksum'] !== checksum(known.sql)) {
      throw new Error(`migration ${at + 1} of this vault is not the one that this program knows`);
    }
  }
  for (const [at, { name, sql }] of migrations.entries()) {
    const version = at + 1;
    if (version <= applied.length || version > upTo) continue;
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(sql);
      db.prepare('INSERT INTO migration (version, name, checksum) VALUES ($version, $name, $checksum)').run({
        version,
        name,
        checksum: checksum(sql),
      });
      const broken = db.pragma('foreign_key_check');
      if (broken.length > 0) throw new Error(`migration ${name} leaves rows that point at nothing`);
      db.exec(`PRAGMA user_version = ${version}`);
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }
}

function checksum(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}
