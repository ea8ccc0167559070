/** The job that writes a case as a STIX 2.1 bundle: what may not leave stays, what left is on record before the file has its name. */
import { basename } from 'node:path';
import { z } from 'zod';
import { stixContract } from '../../../shared/contract/stix.ts';
import { type DepartureList, everything } from '../../../shared/domain/departure/index.ts';
import { writeStix } from '../../../shared/domain/stix/index.ts';
import type { Job } from '../../jobs/jobContext.ts';
import { requireCase } from '../case/index.ts';
import { requireMayLeave } from '../compartment/index.ts';
import { recipientsOf, recordDeparture, requireAudience, withholdingOf } from '../departure/index.ts';
import { requireCanonical } from '../entity/index.ts';
import { leavingEntities, leavingIds } from '../interchange/index.ts';
import { writePieces } from '../reference/index.ts';
import { stixFindings } from './stixFindings.ts';
import { leavingTimes } from './stixSql.ts';

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
  const { caseId, entityIds, withFindings, audience, path, reason, ...given } = input;
  const { db } = ctx.query();
  const about = requireCase(db, caseId);
  requireMayLeave(db, { caseId });
  requireAudience(about, audience);
  const chosen = entityIds?.map(id => requireCanonical(db, id).id) ?? null;
  const ids = leavingIds(db, { caseId, chosen });
  const withholding = withholdingOf(db, about.handlingMark, { ...everything, audience });
  const times = leavingTimes(
    db,
    caseId,
    ids.map(({ id }) => id),
  );
  const leavingIdOf = new Map([...times].map(([leavingId, { canonicalId }]) => [String(canonicalId), leavingId]));
  const kept = new Set<string>();
  const leaving = leavingEntities(db, { caseId, all: ids, withholding, onKept: exhibit => kept.add(exhibit) });
  const { findings, stays } = withFindings ? stixFindings(db, caseId, { withholding, leavingIdOf }) : NO_FINDINGS;
  const placeless: string[] = [];
  const total = ids.length;
  const pieces = writeStix({
    case: { id: about.id, reference: about.reference, handlingMark: about.handlingMark, createdAt: about.createdAt },
    entities: {
      *entities() {
        let done = 0;
        for (const entity of leaving.entities()) {
          done += 1;
          if (done % 100 === 0) ctx.report({ done, total, unit: 'entity', note: null });
          yield entity;
        }
      },
    },
    timesOf: id => times.get(id) ?? { created: about.createdAt, modified: about.createdAt },
    findings,
    onFindingLeftOut: number => placeless.push(number),
  });
  const leftOut = () => [
    ...(kept.size === 0
      ? []
      : [`Values that rest only on ${[...kept].sort().join(', ')} did not go: these exhibits may not leave.`]),
    ...stays.map(({ number, why }) => `${number} did not go: ${why}.`),
    ...placeless.map(number => `${number} did not go: it names no entity, and a STIX report must name one.`),
  ];
  const written = await writePieces(ctx, path, pieces, ({ sha256, sizeBytes }) => {
    const list: DepartureList = {
      goes: [
        {
          what: 'entity',
          name: `${total} ${total === 1 ? 'entity' : 'entities'}`,
          title: '',
          sha256: null,
          sizeBytes: null,
          handlingMark: about.handlingMark,
        },
        ...findings
          .filter(({ number }) => !placeless.includes(number))
          .map(({ number, title }) => ({
            what: 'finding' as const,
            name: number,
            title,
            sha256: null,
            sizeBytes: null,
            handlingMark: about.handlingMark,
          })),
      ],
      stays: [
        ...[...kept].sort().map(name => ({ what: 'exhibit' as const, name, why: 'it may not leave' })),
        ...stays.map(({ number, why }) => ({ what: 'finding' as const, name: number, why })),
      ],
      concerns: leftOut(),
    };
    ctx.write(tx =>
      recordDeparture(tx, {
        kind: 'entities',
        caseId,
        recipients: recipientsOf(given),
        audience,
        reason,
        list,
        fileName: basename(path),
        fileSha256: sha256,
        sizeBytes,
        event: {
          action: 'entities-exported',
          subject: caseId,
          details: {
            format: 'stix',
            entities: String(total),
            selection: chosen === null ? 'all of the case' : `${chosen.length} chosen`,
          },
        },
      }),
    );
  });
  ctx.report({ done: total, total, unit: 'entity', note: null });
  ctx.announce('custody', 'departure');
  return { path, ...written, entities: total, findings: findings.length - placeless.length, leftOut: leftOut() };
};

const NO_FINDINGS: ReturnType<typeof stixFindings> = { findings: [], stays: [] };
