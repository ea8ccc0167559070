/** After a merge only what was put off stays in the inbox, to be decided another day. */
import type { MergeId } from '../../../shared/kernel/ids.ts';
import type { WritableDb } from '../../db/handles.ts';

export function keepPostponed(db: WritableDb, inboxId: MergeId): void {
  db.prepare(`DELETE FROM inbox_change WHERE inbox_id = $inboxId AND decision <> 'postpone'`).run({ inboxId });
  db.prepare(`DELETE FROM inbox_record WHERE inbox_id = $inboxId
    AND NOT EXISTS (SELECT 1 FROM inbox_change change WHERE change.inbox_id = $inboxId AND change.concept = inbox_record.concept AND change.id = inbox_record.id)`).run(
    { inboxId },
  );
}
