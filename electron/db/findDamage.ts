import type Database from '@signalapp/sqlcipher';

/** What SQLCipher and SQLite find wrong, page by page and row by row; empty when sound. */
export function findDamage(db: Database): string[] {
  const cipher = db.pragma('cipher_integrity_check').map(row => String(Object.values(row)[0]));
  const sqlite = db.pragma('integrity_check').map(row => String(Object.values(row)[0])).filter(line => line !== 'ok');
  const keys = db.pragma('foreign_key_check').map(row => `a row of ${String(row['table'])} points at nothing`);
  return [...cipher, ...sqlite, ...keys];
}
