import type { ReadableDb, WritableDb } from '../../db/handles.ts';

export function readMeta(db: ReadableDb): Map<string, string> {
  return new Map(
    db
      .prepare('SELECT key, value FROM meta')
      .all()
      .map(row => [String(row['key']), String(row['value'])]),
  );
}

export function writeMeta(db: WritableDb, key: string, value: string): void {
  db.prepare('INSERT INTO meta (key, value) VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = $value').run({
    key,
    value,
  });
}
