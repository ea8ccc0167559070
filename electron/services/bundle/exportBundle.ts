/** The job that exports a bundle: gathers, writes the bag aside, records who got it and why, then gives it its name. */
import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { ReportSelection } from '../../../shared/contract/report.ts';
import { Sending } from '../../../shared/domain/departure/index.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { EditionId } from '../../../shared/kernel/ids.ts';
import { writeBag, type WrittenBag } from '../../bag/index.ts';
import type { Job, JobContext } from '../../jobs/jobContext.ts';
import { asidePath, removeOnFailure } from '../../documents/writeAside.ts';
import { requireCase } from '../case/index.ts';
import { requireMayLeave } from '../compartment/index.ts';
import { recipientsOf, recordDeparture, requireAudience, requireDisclosed } from '../departure/index.ts';
import { compilationNow, draftEdition, freezeEdition } from '../report/index.ts';
import { bundleBag } from './bundleBag.ts';
import { type GatheredBundle, gatherBundle } from './gatherBundle.ts';
import { othersTurn } from './othersTurn.ts';
import { listOfBundle, preFlightOfBundle } from './preFlightOfBundle.ts';

export const ExportInput = ReportSelection.extend({ ...Sending.shape, path: z.string() });
export type ExportInput = z.infer<typeof ExportInput>;

export interface Exported {
  editionId: EditionId;
  path: string;
  sha256: Sha256;
  sizeBytes: number;
  exhibits: number;
  withheld: number;
}

export const exportBundle: Job<ExportInput, Exported> = async (
  ctx,
  { path, recipient, recipientContactId, reason, ...selection },
) => {
  const { caseId, audience, disclose } = selection;
  requireMayLeave(ctx.query().db, { caseId });
  requireAudience(requireCase(ctx.query().db, caseId), audience);
  requireDisclosed(ctx.query().db, { caseId, sourceIds: disclose, recipient });
  ctx.report({ done: 0, total: null, unit: 'exhibit', note: 'gathering findings and exhibits' });
  const gathered = await gatherBundle(ctx.query().db, selection, compilationNow(ctx.query()), ctx.signal);
  requireNoStop(ctx, gathered);
  await othersTurn(ctx.signal);
  const draft = draftEdition(ctx.query().db, gathered);
  await othersTurn(ctx.signal);
  const aside = asidePath(path);
  return removeOnFailure(
    aside,
    async () => {
      const { caseRecord, ...bag } = await bundleBag(ctx, gathered, draft, aside);
      const written = await writeBag({ ...bag, threadPath: join(ctx.tools.assets, 'bag', 'zipThread.js') });
      ctx.signal.throwIfAborted();
      const exported = record(ctx, gathered, draft, written, {
        path,
        recipient,
        recipientContactId,
        reason,
        caseRecord,
      });
      await rename(aside, path);
      ctx.announce('report', 'bundle', 'custody', 'exhibit');
      return exported;
    },
    path,
  );
};

/** The window shows what stops an export before it starts; the command line learns it here. */
function requireNoStop(ctx: JobContext, gathered: GatheredBundle): void {
  const stop = preFlightOfBundle(ctx.query().db, gathered).concerns.find(concern => concern.severity === 'stop');
  if (stop) throw new ProbatumError('invalid-input', { operation: 'bundle.export', problem: stop.sentence });
}

function record(
  ctx: JobContext,
  gathered: GatheredBundle,
  draft: Parameters<typeof freezeEdition>[1],
  written: WrittenBag,
  given: Pick<ExportInput, 'path' | keyof Sending> & { caseRecord: Sha256 },
): Exported {
  const { input, going, withheld, choice } = gathered;
  const sha256 = Sha256.parse(written.sha256OfZip);
  const editionId = ctx.write(command => {
    const { id, contentSha256 } = freezeEdition(command, draft);
    recordDeparture(command, {
      kind: 'bundle',
      caseId: input.case.id,
      recipients: recipientsOf(given),
      audience: choice.audience,
      reason: given.reason,
      list: listOfBundle(command.db, gathered),
      exhibitIds: going.map(exhibit => exhibit.id),
      disclosed: choice.disclose,
      fileName: basename(given.path),
      fileSha256: sha256,
      sizeBytes: written.sizeBytes,
      event: {
        action: 'bundle-exported',
        subject: basename(given.path),
        details: {
          exhibits: String(going.length),
          withheld: String(withheld.length),
          edition: id,
          content: contentSha256,
          // By which a reviewer's file names the bundle that was read.
          caseRecord: given.caseRecord,
        },
      },
    });
    return id;
  });
  return {
    editionId,
    path: given.path,
    sha256,
    sizeBytes: written.sizeBytes,
    exhibits: going.length,
    withheld: withheld.length,
  };
}
