/** Which entities go: all of the case with all its findings; with some of them, those that they name and the ties between these. */
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../../db/handles.ts';
import { emptyEntities, type LeavingId, leavingIds } from '../../interchange/index.ts';
import type { Gathered, Selection } from '../../report/index.ts';
import { canonicalIds } from './entitySql.ts';

export function entitiesThatGo(db: ReadableDb, selection: Selection, gathered: Gathered): LeavingId[] {
  const ids = idsThatGo(db, selection, gathered);
  const empty = emptyEntities(db, selection.caseId, ids, gathered.withholding);
  return ids.filter(({ id }) => !empty.has(id));
}

function idsThatGo(db: ReadableDb, { caseId, findingIds }: Selection, { input }: Gathered): LeavingId[] {
  if (findingIds === null) return leavingIds(db, { caseId, chosen: null });
  const named = [
    ...input.findings.flatMap(finding => [
      ...finding.participants.map(participant => participant.entityId),
      ...finding.claims.flatMap(claim => claim.entityIds),
    ]),
    ...input.requests.map(request => request.entityId),
  ];
  const chosen = canonicalIds(
    db,
    named.filter(id => id !== null),
  );
  return leavingIds(db, { caseId, chosen: chosen as EntityId[] });
}
