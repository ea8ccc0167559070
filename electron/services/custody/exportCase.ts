/**
 * The job that writes the custody logs of a case as CASE/UCO JSON-LD: this vault's, and what archives brought of others'. Events go
 * whole or not at all: a changed one would break its hash.
 */
import { basename } from 'node:path';
import { z } from 'zod';
import { custodyContract } from '../../../shared/contract/custody.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { writeCase } from '../../../shared/domain/caseUco/index.ts';
import type { Job } from '../../jobs/jobContext.ts';
import { digestOfList, recipientsOf, recordDeparture } from '../departure/index.ts';
import type { HostContext } from '../host.ts';
import { writePieces } from '../reference/index.ts';
import { planCustody } from './planCustody.ts';

export const ExportInput = custodyContract['custody.export'].input.omit({ to: true }).extend({ path: z.string() });
export type ExportInput = z.infer<typeof ExportInput>;

export interface ExportedCustody {
  path: string;
  sha256: string;
  sizeBytes: number;
  events: number;
  exhibits: number;
  /** What did not go, each in a sentence. */
  leftOut: string[];
}

export const exportCustody: Job<ExportInput, ExportedCustody> = async (ctx, input) => {
  const { caseId, audience, reason, path } = input;
  const plan = await planCustody(ctx.query().db, input);
  plan.onEvent = done => {
    if (done % EVENTS_A_REPORT === 0) ctx.report({ done, total: null, unit: 'event', note: null });
  };
  const written = await writePieces(ctx, path, writeCase({ ...plan.about, version: VERSION }), file => {
    const { list, events, exhibits } = plan.tell();
    ctx.write(tx =>
      recordDeparture(tx, {
        kind: 'custody',
        caseId,
        recipients: recipientsOf(input),
        audience,
        reason,
        list,
        fileName: basename(path),
        fileSha256: file.sha256,
        sizeBytes: file.sizeBytes,
        event: {
          action: 'custody-exported',
          subject: basename(path),
          details: { format: input.format, events: String(events), exhibits: String(exhibits) },
        },
      }),
    );
  });
  const { events, exhibits, leftOut } = plan.tell();
  ctx.report({ done: events, total: events, unit: 'event', note: null });
  ctx.announce('custody', 'departure');
  return { path, ...written, events, exhibits, leftOut };
};

const VERSION = process.env['npm_package_version'] ?? '0.1.0';
const EVENTS_A_REPORT = 500;
const EVENTS_A_TURN = 500;

/** As the job gathers it, before one is begun. @throws never-leaves, audience-forbids */
export async function preFlightOfCustody(
  { session }: HostContext,
  choice: ParsedInputOf<'custody.preFlight'>,
): Promise<OutputOf<'custody.preFlight'>> {
  const plan = await planCustody(session.queryContext().db, choice);
  let read = 0;
  for (const log of plan.about.logs)
    for (const _ of log.events()) {
      read += 1;
      if (read % EVENTS_A_TURN === 0) await new Promise(resolve => setImmediate(resolve));
    }
  const { exhibits, events, list, concerns } = plan.tell();
  return { goes: exhibits, events, stays: list.stays, concerns, listSha256: digestOfList(list) };
}
