/**
 * The custody events that go with an archive: of this vault and of those whose archives it merged, about what is selected. Each
 * has all that its hash covers, or stays; gaps in the sequence show what does not concern the receiver.
 */
import type { NameConcealer } from '../../../shared/domain/report/index.ts';
import type { VaultId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fromJson } from '../../db/rows.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import { parametersOf, type Archived } from './selection.ts';

/** To whom other things went is nobody else's business. */
const STAYING = `('bundle-exported', 'report-compiled', 'exhibit-exported', 'entities-exported', 'admission-refused', 'vault-backed-up',
  'passphrase-changed', 'vault-created', 'archive-sealed', 'archive-merged', 'archive-taken-back')`;

const eventsAtOnce = 2000;

export function vaultsWithEvents(db: ReadableDb): string[] {
  return [
    '',
    ...db
      .prepare('SELECT DISTINCT vault_id AS id FROM received_custody_event ORDER BY vault_id')
      .all()
      .map(row => String(row['id'])),
  ];
}

export async function* custodyLines(
  db: ReadableDb,
  vaultId: VaultId | '',
  archived: Archived,
  concealer: NameConcealer,
): AsyncGenerator<Uint8Array> {
  const slice =
    db.prepare(`SELECT seq, at, actor, action, case_id AS caseId, exhibit_id AS exhibitId, subject, sha256, details, previous_hash AS previousHash, hash
      FROM any_custody_event WHERE vault_id = $vaultId AND seq > $after AND action NOT IN ${STAYING}
      AND (exhibit_id IN (SELECT value FROM json_each($exhibits))
        OR (exhibit_id IS NULL AND (case_id = $caseId OR subject IN (SELECT value FROM json_each($sources)) OR subject IN (SELECT value FROM json_each($entities)))))
      ORDER BY seq LIMIT $limit`);
  const parameters = parametersOf(archived);
  for (let after = 0; ; ) {
    const rows = slice.all({ ...parameters, vaultId, after, limit: eventsAtOnce });
    if (rows.length === 0) return;
    after = Number(rows.at(-1)?.['seq']);
    const lines = rows
      .map(row => canonicalJson({ ...row, details: fromJson(row['details']) } as Json))
      .filter(line => !concealer.finds(line));
    if (lines.length > 0) yield Buffer.from(`${lines.join('\n')}\n`);
  }
}
