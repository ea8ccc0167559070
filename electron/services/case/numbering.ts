/** Numbers of exhibits and findings: bare in the vault that opened the case, in a series of its own in every other. */
import { seriesEnd, seriesStart } from '../../../shared/domain/exhibitSeries.ts';
import { type CaseId, VaultId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { toCount } from '../../db/rows.ts';

/** Where the numbers stand that this vault gives out in a case: from, and below. */
export function ownNumbers(db: ReadableDb, caseId: CaseId): { from: number; below: number } {
  const row = db
    .prepare(
      `SELECT home_vault AS home, (SELECT value FROM meta WHERE key = 'vaultId') AS vaultId FROM case_record WHERE id = $caseId`,
    )
    .get({ caseId });
  const isHome = row === undefined || row['home'] === '' || row['home'] === row['vaultId'];
  const from = isHome ? 0 : seriesStart(VaultId.parse(row['vaultId']));
  return { from, below: seriesEnd(from) };
}

export function nextExhibitNumber(db: ReadableDb, caseId: CaseId): number {
  const { from, below } = ownNumbers(db, caseId);
  return toCount(
    db
      .prepare(
        'SELECT coalesce(max(number), $from) + 1 AS n FROM exhibit WHERE case_id = $caseId AND number > $from AND number < $below',
      )
      .get({ caseId, from, below }),
  );
}

export function nextFindingNumber(db: ReadableDb, caseId: CaseId): number {
  const { from, below } = ownNumbers(db, caseId);
  return toCount(
    db
      .prepare(
        'SELECT coalesce(max(number), $from) + 1 AS n FROM finding WHERE case_id = $caseId AND number > $from AND number < $below',
      )
      .get({ caseId, from, below }),
  );
}
