/**
 * Writes a picture of a chart, timeline or map beside the vault. Nothing can be dropped from a picture: where it rests on an
 * exhibit that may not leave, it stays whole. That it left is on record, with its digest.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { namesOf } from '../../../shared/domain/compartment.ts';
import { everything } from '../../../shared/domain/departure/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { writeAside } from '../../documents/writeAside.ts';
import { requireCase } from '../case/index.ts';
import { requireMayLeave } from '../compartment/index.ts';
import { recipientsOf, recordDeparture, requireAudience, withholdingOf } from '../departure/index.ts';
import { exhibitsOfCase, requireExhibit } from '../exhibit/index.ts';
import type { HostContext } from '../host.ts';
import { citedPages } from './groundsSql.ts';

/** @throws never-leaves, audience-forbids */
export async function savePicture(
  { session, grants }: HostContext,
  { caseId, to, bytes, what, citationIds, exhibitIds, audience, reason, ...given }: ParsedInputOf<'figure.save'>,
): Promise<{ path: string }> {
  const { db } = session.queryContext();
  const about = requireCase(db, caseId);
  const cited =
    citationIds === null ? exhibitIdsOf(db, caseId) : citedPages(db, citationIds).map(({ exhibitId }) => exhibitId);
  const grounds = [...new Set([...cited, ...exhibitIds])];
  requireMayLeave(db, { caseId, exhibitIds: grounds });
  requireAudience(about, audience);
  const kept = whyKept(db, grounds, withholdingOf(db, about.handlingMark, { ...everything, audience }).wordsOf);
  if (kept) throw new ProbatumError('audience-forbids', kept);
  const path = grants.placeOf(to);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await writeAside(path, bytes, () =>
    session.write(ctx =>
      recordDeparture(ctx, {
        kind: 'picture',
        caseId,
        recipients: recipientsOf(given),
        audience,
        reason,
        exhibitIds: grounds,
        list: {
          goes: [
            { what: 'figure', name: 'picture', title: what, sha256: null, sizeBytes: bytes.length, handlingMark: null },
          ],
          stays: [],
          concerns: [],
        },
        fileName: basename(path),
        fileSha256: sha256,
        sizeBytes: bytes.length,
        event: { action: 'entities-exported', subject: basename(path), details: { what } },
      }),
    ),
  );
  return { path };
}

function exhibitIdsOf(db: ReadableDb, caseId: CaseId): ExhibitId[] {
  const found: ExhibitId[] = [];
  for (let after = 0; ; ) {
    const batch = exhibitsOfCase(db, caseId, after);
    const last = batch.at(-1);
    if (!last) return found;
    found.push(...batch.map(({ id }) => id));
    after = last.number;
  }
}

function whyKept(
  db: ReadableDb,
  exhibitIds: readonly ExhibitId[],
  wordsOf: (id: ExhibitId) => { reason: string } | null,
): { what: string; why: string } | null {
  const kept = exhibitIds.flatMap(id => {
    const why = wordsOf(id);
    return why ? [{ name: exhibitNumber(requireExhibit(db, id).number), why: why.reason }] : [];
  });
  const [first] = kept;
  return first
    ? {
        what: `The picture, which rests on ${namesOf(kept.map(({ name }) => name))},`,
        why: `${first.name}: ${first.why}`,
      }
    : null;
}
