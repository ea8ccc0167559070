/**
 * The job that writes the custody logs of a case as CASE/UCO JSON-LD: this vault's, and what archives brought of others'. Events go
 * whole or not at all: a changed one would break its hash.
 */
import { basename } from 'node:path';
import { z } from 'zod';
import { custodyContract } from '../../../shared/contract/custody.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { type CaseLog, type CustodyExhibit, writeCase } from '../../../shared/domain/caseUco/index.ts';
import type { CustodyAction, CustodyEvent } from '../../../shared/domain/custody.ts';
import { type DepartureList, everything } from '../../../shared/domain/departure/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { Job } from '../../jobs/jobContext.ts';
import { requireCase } from '../case/index.ts';
import { requireMayLeave } from '../compartment/index.ts';
import {
  namesThatStay,
  recipientsOf,
  recordDeparture,
  requireAudience,
  type Withholding,
  withholdingOf,
} from '../departure/index.ts';
import { exhibitsOfCase } from '../exhibit/index.ts';
import type { HostContext } from '../host.ts';
import { writePieces } from '../reference/index.ts';
import { chainOf, ownLog, receivedLogs } from './custodySql.ts';

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

/** To whom other things went, with whom the team exchanges, and what was refused or settled, is nobody else's business. */
const STAYS = new Set<CustodyAction>([
  'admission-refused',
  'vault-backed-up',
  'bundle-exported',
  'report-compiled',
  'exhibit-exported',
  'entities-exported',
  'references-exported',
  'custody-exported',
  'archive-sealed',
  'archive-merged',
  'archive-taken-back',
  'versions-settled',
  'review-received',
  'departure-list-saved',
  'compartment-marked',
  'compartment-lifted',
  'exhibit-redacted',
  'source-disclosure-asked',
  'source-disclosure-confirmed',
  'source-disclosure-taken-back',
]);
const EVENTS_AT_ONCE = 2000;

export const exportCustody: Job<ExportInput, ExportedCustody> = async (ctx, input) => {
  const { caseId, audience, reason, path } = input;
  const { db } = ctx.query();
  const about = requireCase(db, caseId);
  requireMayLeave(db, { caseId });
  requireAudience(about, audience);
  const withholding = withholdingOf(db, about.handlingMark, { ...everything, audience });
  const { exhibits, list } = await exhibitsOf(db, caseId, withholding);
  const { concealer } = withholding;
  const going = new Set(exhibits.map(({ id }) => id));
  const names = namesThatStay(db, caseId, { going, told: new Set() });
  const figures = { events: 0, stayed: 0 };
  const goes = ({ action, actor, exhibitId, subject, sha256, details }: CustodyEvent): boolean => {
    if (STAYS.has(action) || (exhibitId !== null && !going.has(exhibitId))) return false;
    const words = [actor, subject, sha256 ?? '', ...Object.entries(details).flat()].join('\n');
    return !concealer.finds(words) && !names.finds(words);
  };
  const logOf = ({ vaultId, vaultCode, team }: Omit<CaseLog, 'events'>): CaseLog => ({
    vaultId,
    vaultCode,
    team: concealer.conceal(team),
    *events() {
      for (const event of eventsOf(db, vaultId, caseId)) {
        if (!goes(event)) {
          figures.stayed += 1;
          continue;
        }
        figures.events += 1;
        if (figures.events % 500 === 0) ctx.report({ done: figures.events, total: null, unit: 'event', note: null });
        yield event;
      }
    },
  });
  const logs = [ownLog(db), ...receivedLogs(db, caseId)].map(logOf);
  const log = { ...about, version: VERSION, exhibits, logs };
  const leftOut = () => [
    ...list.stays.map(({ name, why }) => `${name} did not go, nor what was done with it: ${why}.`),
    ...(figures.stayed === 0
      ? []
      : [
          `${figures.stayed} ${figures.stayed === 1 ? 'event' : 'events'} stayed: on what may not leave, on confidential sources, or on what was sent to others. The sequence shows the gaps.`,
        ]),
  ];
  const written = await writePieces(ctx, path, writeCase(log), ({ sha256, sizeBytes }) =>
    ctx.write(tx =>
      recordDeparture(tx, {
        kind: 'custody',
        caseId,
        recipients: recipientsOf(input),
        audience,
        reason,
        list: { ...list, concerns: leftOut() },
        fileName: basename(path),
        fileSha256: sha256,
        sizeBytes,
        event: {
          action: 'custody-exported',
          subject: basename(path),
          details: { format: input.format, events: String(figures.events), exhibits: String(exhibits.length) },
        },
      }),
    ),
  );
  ctx.report({ done: figures.events, total: figures.events, unit: 'event', note: null });
  ctx.announce('custody', 'departure');
  return { path, ...written, events: figures.events, exhibits: exhibits.length, leftOut: leftOut() };
};

const VERSION = process.env['npm_package_version'] ?? '0.1.0';

/** What an export would take along, before one is begun. @throws never-leaves, audience-forbids */
export async function preFlightOfCustody(
  { session }: HostContext,
  { caseId, audience }: ParsedInputOf<'custody.preFlight'>,
): Promise<OutputOf<'custody.preFlight'>> {
  const { db } = session.queryContext();
  const about = requireCase(db, caseId);
  requireMayLeave(db, { caseId });
  requireAudience(about, audience);
  const withholding = withholdingOf(db, about.handlingMark, { ...everything, audience });
  const { exhibits, list } = await exhibitsOf(db, caseId, withholding);
  return { goes: exhibits.length, stays: list.stays };
}

async function exhibitsOf(
  db: ReadableDb,
  caseId: CaseId,
  withholding: Withholding,
): Promise<{ exhibits: CustodyExhibit[]; list: DepartureList }> {
  const exhibits: CustodyExhibit[] = [];
  const list: DepartureList = { goes: [], stays: [], concerns: [] };
  for (let after = 0; ; ) {
    const batch = exhibitsOfCase(db, caseId, after);
    const last = batch.at(-1);
    if (!last) return { exhibits, list };
    for (const exhibit of batch) {
      const name = exhibitNumber(exhibit.number);
      const why = withholding.reasonOf(exhibit.id);
      if (why !== null) {
        list.stays.push({ what: 'exhibit', name, why });
        continue;
      }
      const title = withholding.concealer.conceal(exhibit.title);
      const { id, fileName, sha256, sizeBytes, mediaType, handlingMark, admittedAt } = exhibit;
      exhibits.push({ id, number: name, fileName, title, sha256, sizeBytes, mediaType, handlingMark, admittedAt });
      // Its name and digest go, not its bytes.
      list.goes.push({ what: 'exhibit', name, title, sha256, sizeBytes: null, handlingMark });
    }
    after = last.number;
    // Names of confidential sources are looked for in every word of them: others have their turn.
    await new Promise(resolve => setImmediate(resolve));
  }
}

function* eventsOf(db: ReadableDb, vaultId: string, caseId: CaseId): Generator<CustodyEvent> {
  for (let after = 0; ; ) {
    const events = chainOf(db, vaultId, after, EVENTS_AT_ONCE);
    const last = events.at(-1);
    if (!last) return;
    yield* events.filter(event => event.caseId === caseId);
    after = last.seq;
  }
}
