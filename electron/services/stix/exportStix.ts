/** The job that writes a case as a STIX 2.1 bundle: what may not leave stays, what left is on record before the file has its name. */
import { basename } from 'node:path';
import { z } from 'zod';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { stixContract } from '../../../shared/contract/stix.ts';
import type { Job } from '../../jobs/jobContext.ts';
import { recipientsOf, recordDeparture } from '../departure/index.ts';
import type { HostContext } from '../host.ts';
import { readThrough, selectionWords } from '../interchange/index.ts';
import { writePieces } from '../reference/index.ts';
import { planStix } from './planStix.ts';

export const ExportInput = stixContract['stix.export'].input.omit({ to: true }).extend({ path: z.string() });
export type ExportInput = z.infer<typeof ExportInput>;

export interface ExportedStix {
  path: string;
  sha256: string;
  sizeBytes: number;
  entities: number;
  findings: number;
  /** What did not go, or not whole, each in a sentence. */
  leftOut: string[];
}

export const exportStix: Job<ExportInput, ExportedStix> = async (ctx, input) => {
  const { caseId, audience, path, reason } = input;
  const { db } = ctx.query();
  const plan = planStix(db, input);
  const total = plan.ids.length;
  const pieces = plan.pieces(done => {
    if (done % 100 === 0) ctx.report({ done, total, unit: 'entity', note: null });
  });
  const written = await writePieces(ctx, path, pieces, ({ sha256, sizeBytes }) =>
    ctx.write(tx =>
      recordDeparture(tx, {
        kind: 'entities',
        caseId,
        recipients: recipientsOf(input),
        audience,
        reason,
        list: plan.tell().list,
        fileName: basename(path),
        fileSha256: sha256,
        sizeBytes,
        event: {
          action: 'entities-exported',
          subject: caseId,
          details: { format: 'stix', entities: String(total), selection: selectionWords(plan) },
        },
      }),
    ),
  );
  const { preFlight, leftOut } = plan.tell();
  ctx.report({ done: total, total, unit: 'entity', note: null });
  ctx.announce('custody', 'departure');
  return { path, ...written, entities: preFlight.entityCount, findings: preFlight.findingCount, leftOut };
};

/** As the job gathers it, written into nothing: only its writer knows which findings have an object to name. */
export async function preFlightOfStix(
  { session }: HostContext,
  choice: ParsedInputOf<'stix.preFlight'>,
): Promise<OutputOf<'stix.preFlight'>> {
  const plan = planStix(session.queryContext().db, choice);
  await readThrough(plan.pieces());
  return plan.tell().preFlight;
}
