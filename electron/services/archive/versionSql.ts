/** Versions of records, as stored: see 0011-exchange.sql. */
import { z } from 'zod';
import { Author, FieldVersion, Version } from '../../../shared/domain/archive/index.ts';
import { VaultId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toJson } from '../../db/rows.ts';

const Changed = z.record(z.string(), Author.extend({ version: Version, others: z.array(FieldVersion) }));

export interface StoredVersion {
  birth: VaultId;
  digests: Record<string, string>;
  changed: Record<string, Author & { version: Version; others: FieldVersion[] }>;
  openFields: number;
}

export function findVersion(db: ReadableDb, concept: string, id: string): StoredVersion | null {
  const row = db
    .prepare(
      'SELECT birth, digests, changed, open_fields AS openFields FROM record_version WHERE concept = $concept AND id = $id',
    )
    .get({ concept, id });
  if (!row) return null;
  return {
    birth: VaultId.parse(row['birth']),
    digests: fromJson(row['digests']) as Record<string, string>,
    changed: row['changed'] === '{}' ? {} : (Changed.parse(fromJson(row['changed'])) as StoredVersion['changed']),
    openFields: Number(row['openFields']),
  };
}

export function putVersion(db: WritableDb, concept: string, id: string, version: StoredVersion): void {
  db.prepare(`INSERT INTO record_version (concept, id, birth, digests, changed, open_fields)
    VALUES ($concept, $id, $birth, $digests, $changed, $openFields)
    ON CONFLICT (concept, id) DO UPDATE SET digests = $digests, changed = $changed, open_fields = $openFields`).run({
    concept,
    id,
    birth: version.birth,
    digests: toJson(version.digests),
    changed: toJson(version.changed),
    openFields: version.openFields,
  });
}

/** Ids of a concept that were sealed or received, also where the row itself is gone since. */
export function knownIds(db: ReadableDb, concept: string): string[] {
  return db
    .prepare('SELECT id FROM record_version WHERE concept = $concept ORDER BY id')
    .all({ concept })
    .map(row => String(row['id']));
}
