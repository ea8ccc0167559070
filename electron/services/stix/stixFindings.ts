/** Findings as STIX has them: reports, with what each claim says and how sure it is, so that none reads surer than it is. */
import { findingName, type FindingView } from '../../../shared/domain/finding.ts';
import { type ClaimStatus, statusWords } from '../../../shared/domain/standard.ts';
import type { StixFinding } from '../../../shared/domain/stix/index.ts';
import { type CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { Withholding } from '../departure/index.ts';
import { chipsOf } from '../entity/index.ts';
import { findingsOfCase, viewFinding } from '../finding/index.ts';

/** By the same words of chance as the credibility of a value. */
const CONFIDENCE: Readonly<Record<ClaimStatus, number | null>> = {
  established: 90,
  probable: 70,
  reported: 50,
  contested: 30,
  unsupported: null,
  withdrawn: null,
};

export interface FindingsOut {
  findings: StixFinding[];
  /** Exhibits that each of them rests on, by its number. */
  restsOn: Map<string, readonly ExhibitId[]>;
  /** Those that rest on what may not leave. */
  stays: { number: string; why: string }[];
}

export function stixFindings(
  db: ReadableDb,
  caseId: CaseId,
  given: { withholding: Withholding; leavingIdOf: ReadonlyMap<string, string> },
): FindingsOut {
  const out: FindingsOut = { findings: [], restsOn: new Map(), stays: [] };
  for (const finding of findingsOfCase(db, caseId)) {
    if (finding.stage === 'withdrawn') continue;
    const view = viewFinding(db, finding);
    const number = findingName(view);
    const standing = view.claims.filter(claim => claim.withdrawnAt === null);
    const rests = standing.flatMap(claim =>
      claim.citations.filter(one => one.withdrawnAt === null).map(one => one.exhibitId),
    );
    const stay = given.withholding.whyResting(number, [...new Set(rests)]);
    if (stay) {
      out.stays.push({ number, why: stay.why });
      continue;
    }
    out.restsOn.set(
      number,
      rests.map(id => ExhibitId.parse(id)),
    );
    out.findings.push(
      given.withholding.concealer.concealIn(findingOf(db, { ...view, claims: standing }, given.leavingIdOf)),
    );
  }
  return out;
}

function findingOf(db: ReadableDb, view: FindingView, leavingIdOf: ReadonlyMap<string, string>): StixFinding {
  const named = [
    ...view.claims.flatMap(claim => claim.entityIds),
    ...view.participants.flatMap(({ entityId }) => entityId ?? []),
  ];
  const chips = chipsOf(db, named);
  const entityIds = [...new Set(named.flatMap(id => leavingIdOf.get(chips.get(id)?.id ?? id) ?? []))];
  return {
    id: view.id,
    number: findingName(view),
    title: view.title,
    description: [
      `Status by the standard of the case: ${statusWords[view.status]}.`,
      ...view.claims.map(claim => `${claim.text} [${statusWords[claim.status]}]`),
    ].join('\n'),
    stage: view.stage,
    status: view.status,
    confidence: CONFIDENCE[view.status],
    created: view.createdAt,
    modified: view.changedAt,
    entityIds,
  };
}
