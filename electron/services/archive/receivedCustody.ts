/** Custody events of other vaults, kept beside this vault's own chain. */
import { CustodyEvent } from '../../../shared/domain/custody.ts';
import type { MergeId } from '../../../shared/kernel/ids.ts';
import type { WritableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';
import { insertProblem } from './inboxSql.ts';

/** `id` is the vault and the place in its chain. Two events at one place mean that the vault has two histories. */
export function insertReceivedEvent(
  db: WritableDb,
  inboxId: MergeId,
  id: string,
  record: string,
): 'added' | 'known' | 'forked' {
  const [vaultId = ''] = id.split('|');
  const event = CustodyEvent.parse(JSON.parse(record));
  const own = db.prepare("SELECT value FROM meta WHERE key = 'vaultId'").get()?.['value'];
  const known =
    own === vaultId
      ? db.prepare('SELECT hash FROM custody_event WHERE seq = $seq').get({ seq: event.seq })
      : db
          .prepare('SELECT hash FROM received_custody_event WHERE vault_id = $vaultId AND seq = $seq')
          .get({ vaultId, seq: event.seq });
  if (known) {
    if (known['hash'] === event.hash) return 'known';
    insertProblem(
      db,
      inboxId,
      `Event ${event.seq} of the custody chain of ${own === vaultId ? 'this vault' : `vault ${vaultId.slice(-6)}`} came with another hash than before. That vault has two histories, a copy that was worked on or a change; ask its team. The event known before stays.`,
    );
    return 'forked';
  }
  if (own === vaultId) {
    insertProblem(
      db,
      inboxId,
      `The archive holds event ${event.seq} of this vault's own custody chain, which is not here: this vault is an older copy. Find out where the newer one is.`,
    );
    return 'forked';
  }
  db.prepare(`INSERT INTO received_custody_event (vault_id, seq, at, actor, action, case_id, exhibit_id, subject, sha256, details, previous_hash, hash, received_with)
    VALUES ($vaultId, $seq, $at, $actor, $action, $caseId, $exhibitId, $subject, $sha256, $details, $previousHash, $hash, $inboxId)`).run(
    {
      ...event,
      vaultId,
      inboxId,
      details: toJson(event.details),
    },
  );
  return 'added';
}
