/** Who this vault is to others: its id and letters, its team, and who works in it. */
import { vaultCode } from '../../../shared/domain/exhibitSeries.ts';
import { VaultId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { currentIdentity } from '../identity/index.ts';
import type { Here } from './localRecords.ts';

export function hereOf(db: ReadableDb, now: string): Here & { code: string; vaultName: string } {
  const meta = new Map(
    db
      .prepare("SELECT key, value FROM meta WHERE key IN ('vaultId', 'person', 'name')")
      .all()
      .map(row => [String(row['key']), String(row['value'])]),
  );
  const vaultId = VaultId.parse(meta.get('vaultId'));
  const identity = currentIdentity(db);
  return {
    vaultId,
    code: vaultCode(vaultId),
    vaultName: meta.get('name') ?? '',
    team: identity?.team || (meta.get('name') ?? ''),
    actor: identity?.name ?? meta.get('person') ?? '',
    now,
  };
}
