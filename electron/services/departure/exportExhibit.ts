/** Takes the bytes of one exhibit out of the vault, as they were admitted. */
import { basename } from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { everything } from '../../../shared/domain/departure/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { writeDocumentTo } from '../../documents/documentStore.ts';
import { requireCase } from '../case/index.ts';
import { requireMayLeave } from '../compartment/index.ts';
import { requireExhibit } from '../exhibit/index.ts';
import type { HostContext } from '../host.ts';
import { recordDeparture } from './departureService.ts';
import { recipientsOf } from './recipientsOf.ts';
import { withholdingOf } from './withholding.ts';

/** @throws never-leaves, audience-forbids */
export async function exportExhibit(
  { session, grants }: HostContext,
  { exhibitId, to, audience, reason, ...given }: ParsedInputOf<'exhibit.export'>,
): Promise<OutputOf<'exhibit.export'>> {
  const { db } = session.queryContext();
  const exhibit = requireExhibit(db, exhibitId);
  const { caseId, sha256, title, sizeBytes, handlingMark } = exhibit;
  const name = exhibitNumber(exhibit.number);
  requireMayLeave(db, { caseId, exhibitIds: [exhibitId] });
  const { handlingMark: caseMark } = requireCase(db, caseId);
  const kept = withholdingOf(db, caseMark, { ...everything, audience }).wordsOf(exhibitId);
  if (kept) throw new ProbatumError('audience-forbids', { what: name, why: kept.reason });
  const path = grants.placeOf(to);
  await writeDocumentTo(session.connection.readable, sha256, path, () =>
    session.write(ctx =>
      recordDeparture(ctx, {
        kind: 'exhibit',
        caseId,
        recipients: recipientsOf(given),
        audience,
        reason,
        exhibitIds: [exhibitId],
        list: { goes: [{ what: 'exhibit', name, title, sha256, sizeBytes, handlingMark }], stays: [], concerns: [] },
        fileName: basename(path),
        fileSha256: sha256,
        sizeBytes,
        event: { action: 'exhibit-exported', exhibitId, subject: name },
      }),
    ),
  );
  return { path };
}
