/** Writes a picture of a chart, timeline or map beside the vault. It leaves, so that it did is on record, with its digest. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { requireCase } from '../case/index.ts';
import type { HostContext } from '../host.ts';
import { writeAside } from '../report/writeAside.ts';

export async function savePicture(
  { session, grants }: HostContext,
  { caseId, to, bytes, what }: ParsedInputOf<'figure.save'>,
): Promise<{ path: string }> {
  requireCase(session.queryContext().db, caseId);
  const path = grants.placeOf(to);
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
  await writeAside(path, bytes, () =>
    session.write(ctx =>
      ctx.custody.record({ action: 'entities-exported', caseId, subject: basename(path), sha256, details: { what } }),
    ),
  );
  return { path };
}
