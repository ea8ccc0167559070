/** What people decided of two exhibits. The latest decision counts, whichever of the two it was made from. */
import { CopyVerdict } from '../../../shared/contract/copy.ts';
import type { ExhibitId, SourceId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';

const columns = `verdict, exhibit_id AS exhibitId, other_id AS otherId, note, decided_at AS decidedAt, decided_by AS decidedBy`;

export function insertVerdict(db: WritableDb, verdict: CopyVerdict): void {
  db.prepare(`INSERT INTO near_copy_verdict (exhibit_id, other_id, verdict, note, decided_at, decided_by)
              VALUES ($exhibitId, $otherId, $verdict, $note, $decidedAt, $decidedBy)`).run(verdict);
}

/** By the other exhibit's id. */
export function verdictsOf(db: ReadableDb, exhibitId: ExhibitId): Map<ExhibitId, CopyVerdict> {
  const rows = db
    .prepare(
      `SELECT ${columns} FROM near_copy_verdict WHERE exhibit_id = $exhibitId OR other_id = $exhibitId ORDER BY id`,
    )
    .all({ exhibitId });
  return new Map(
    rows.map(row => {
      const verdict = CopyVerdict.parse(row);
      return [verdict.exhibitId === exhibitId ? verdict.otherId : verdict.exhibitId, verdict];
    }),
  );
}

/** Pairs with one exhibit of the source and one of another source, or of none. */
export function acceptedAcrossSources(db: ReadableDb, sourceId: SourceId): { mine: ExhibitId; theirs: ExhibitId }[] {
  return db
    .prepare(`SELECT mine.id AS mine, theirs.id AS theirs FROM near_copy_verdict verdict
      JOIN exhibit mine ON mine.id IN (verdict.exhibit_id, verdict.other_id) AND mine.source_id = $sourceId
      JOIN exhibit theirs ON theirs.id IN (verdict.exhibit_id, verdict.other_id) AND theirs.id <> mine.id
        AND theirs.source_id IS NOT $sourceId
      WHERE verdict.verdict = 'copy' AND NOT EXISTS (SELECT 1 FROM near_copy_verdict later WHERE later.id > verdict.id
        AND ((later.exhibit_id = verdict.exhibit_id AND later.other_id = verdict.other_id)
          OR (later.exhibit_id = verdict.other_id AND later.other_id = verdict.exhibit_id)))
      ORDER BY mine.number, theirs.number`)
    .all({ sourceId })
    .map(row => ({ mine: row['mine'] as ExhibitId, theirs: row['theirs'] as ExhibitId }));
}
