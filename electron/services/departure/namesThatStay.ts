/** By which words exhibits of a case could be known that do not go, for records that leave whole or not at all. */
import { StayingNames } from '../../../shared/domain/departure/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';

export interface GoingExhibits {
  /** With their words. */
  going: ReadonlySet<string>;
  /** Told of by number, mark and digest, though their words stay. */
  told: ReadonlySet<string>;
}

export function namesThatStay(db: ReadableDb, caseId: CaseId, { going, told }: GoingExhibits): StayingNames {
  const rows = db
    .prepare(
      `SELECT id, number, title, file_name AS fileName, sha256 FROM exhibit WHERE case_id = $caseId ORDER BY number`,
    )
    .all({ caseId });
  const [staying, leaving]: [string[], string[]] = [[], []];
  for (const row of rows) {
    const id = String(row['id']);
    const words = [String(row['title']), String(row['fileName'])];
    const marks = [id, exhibitNumber(Number(row['number'])), String(row['sha256'])];
    (going.has(id) ? leaving : staying).push(...words);
    (going.has(id) || told.has(id) ? leaving : staying).push(...marks);
  }
  return new StayingNames(staying, leaving);
}
