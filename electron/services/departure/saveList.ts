/** Writes the list of what left beside the vault, for whoever keeps a file on paper. It says where things went, so it is on record too. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { departureListLines, departureListText } from '../../../shared/domain/departure/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { writeAside } from '../../documents/writeAside.ts';
import { requireMayLeave } from '../compartment/index.ts';
import type { HostContext } from '../host.ts';
import { findDeparture } from './departureSql.ts';
import { recordDeparture } from './departureService.ts';

/** @throws not-found, never-leaves */
export async function saveList(
  { session, grants }: HostContext,
  { departureId, format, to }: ParsedInputOf<'departure.saveList'>,
): Promise<{ path: string }> {
  const { db } = session.queryContext();
  const departure = findDeparture(db, departureId);
  if (!departure) throw new ProbatumError('not-found', { what: 'departure', id: departureId });
  requireMayLeave(db, { caseId: departure.caseId });
  const path = grants.placeOf(to);
  // The JSON has no line end: it is the text whose digest is on record.
  const text = format === 'json' ? departureListText(departure.list) : departureListLines(departure.list);
  const bytes = new TextEncoder().encode(text);
  await writeAside(path, bytes, () =>
    session.write(ctx =>
      recordDeparture(ctx, {
        kind: 'list',
        caseId: departure.caseId,
        list: {
          goes: [
            {
              what: 'other',
              name: 'list',
              title: `What left with “${departure.fileName}”`,
              sha256: departure.listSha256,
              sizeBytes: bytes.length,
              handlingMark: null,
            },
          ],
          stays: [],
          concerns: [],
        },
        fileName: basename(path),
        fileSha256: createHash('sha256').update(bytes).digest('hex'),
        sizeBytes: bytes.length,
        event: { action: 'departure-list-saved', subject: departureId },
      }),
    ),
  );
  return { path };
}
