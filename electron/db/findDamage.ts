/** The part of SQLite's connection that is asked here. */
export interface AskedPages {
  pragma(question: string): Record<string, unknown>[];
}

/** What SQLCipher and SQLite find wrong, page by page and row by row; empty when sound. */
export function findDamage(db: AskedPages): string[] {
  const cipher = db.pragma('cipher_integrity_check').map(row => String(Object.values(row)[0]));
  const sqlite = db
    .pragma('integrity_check')
    .map(row => String(Object.values(row)[0]))
    .filter(line => line !== 'ok');
  const keys = db.pragma('foreign_key_check').map(row => `a row of ${String(row['table'])} points at nothing`);
  return [...cipher, ...sqlite, ...keys];
}
