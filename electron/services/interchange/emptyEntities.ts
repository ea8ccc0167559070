/** Entities of which nothing would go: a bare id and a kind would still tell that somebody is known, from what stays. */
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { Withholding } from '../departure/index.ts';
import { citedExhibits, idsWithoutWords, type LeavingId } from './leavingSql.ts';

/**
 * Those of `ids` of which all that is stated rests on exhibits that stay, and which nothing that goes names. By canonical id.
 * What is stated without a citation in this case goes, as everywhere.
 */
export function emptyEntities(
  db: ReadableDb,
  caseId: CaseId,
  ids: readonly LeavingId[],
  { reasonOf }: Pick<Withholding, 'reasonOf'>,
): ReadonlySet<string> {
  const wanted = ids.map(({ id }) => id);
  const staying = citedExhibits(db, caseId, wanted).filter((id: ExhibitId) => reasonOf(id) !== null);
  return new Set(staying.length === 0 ? [] : idsWithoutWords(db, { caseId, ids: wanted, staying }));
}
