/** A finding with its claims, citations and computed status: gathers the evidence, and lets the standard judge it. */
import type { ClaimView, Finding, FindingView } from '../../../shared/domain/finding.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import {
  type ClaimStatus,
  type EvidenceItem,
  evaluateClaim,
  raisesStatus,
  type StatusReason,
  statusWords,
  weakestStatus,
} from '../../../shared/domain/standard.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase } from '../case/index.ts';
import { chipsOf } from '../entity/index.ts';
import { citationsOfClaim, type CitedEvidence } from '../citation/citationSql.ts';
import { requestsOfCase } from '../request/requestSql.ts';
import { sourceLookup } from '../source/index.ts';
import { claimsOf } from './findingSql.ts';

export function viewFinding(db: ReadableDb, finding: Finding): FindingView {
  const sources = sourceLookup(db);
  const { standard } = requireCase(db, finding.caseId);
  const requests = requestsOfCase(db, finding.caseId);
  const canonical = chipsOf(
    db,
    finding.participants.flatMap(({ entityId }) => entityId ?? []),
  );
  // Of one that was merged since, the whole.
  const participants = finding.participants.map(participant => ({
    ...participant,
    entityId: participant.entityId === null ? null : (canonical.get(participant.entityId)?.id ?? null),
  }));
  const claims = claimsOf(db, finding.id).map((claim): ClaimView => {
    const evidence = citationsOfClaim(db, claim.id);
    const verdict = evaluateClaim({
      standard,
      participants,
      requests,
      items: evidence.map(one => toItem(one, sources)),
      provisionCount: claim.provisionIds.length,
      originsOf: sources.originsOf,
      sourceName: sources.nameOf,
    });
    return {
      ...claim,
      citations: evidence.map(({ citation, exhibit, anchor, translation }) => {
        const source = exhibit.sourceId ? sources.get(exhibit.sourceId) : null;
        return {
          ...citation,
          exhibitId: exhibit.id,
          exhibitNumber: exhibit.number,
          exhibitTitle: exhibit.title,
          anchor,
          translation,
          sourceId: source?.id ?? null,
          sourceName: source?.name ?? null,
          reliability: source?.reliability ?? null,
        };
      }),
      computedStatus: verdict.status,
      status: claim.judgement?.status ?? verdict.status,
      reasons: claim.judgement
        ? [judgementReason(verdict.status, claim.judgement), ...verdict.reasons]
        : verdict.reasons,
    };
  });
  const status: ClaimStatus =
    finding.stage === 'withdrawn' ? 'withdrawn' : weakestStatus(claims.map(claim => claim.status));
  return { ...finding, participants, claims, status, reasons: findingReasons(claims) };
}

function toItem({ citation, exhibit, anchor }: CitedEvidence, sources: ReturnType<typeof sourceLookup>): EvidenceItem {
  const source = exhibit.sourceId ? sources.get(exhibit.sourceId) : null;
  return {
    bearing: citation.bearing,
    credibility: citation.credibility,
    rebuttal: citation.rebuttal,
    anchor,
    exhibitId: exhibit.id,
    exhibitName: exhibitNumber(exhibit.number),
    exhibitWithdrawn: exhibit.withdrawn,
    authenticity: exhibit.authenticity,
    isObservation: exhibit.isObservation,
    source: source ? { id: source.id, name: source.name, reliability: source.reliability } : null,
  };
}

function judgementReason(computed: ClaimStatus, judgement: NonNullable<ClaimView['judgement']>): StatusReason {
  const direction = raisesStatus(computed, judgement.status) ? 'raised' : 'changed';
  return {
    kind: direction === 'raised' ? 'warns' : 'holds',
    sentence: `${judgement.by} ${direction} it from ${statusWords[computed]} to ${statusWords[judgement.status]}: ${judgement.reason}`,
    mend: 'claim',
    subject: null,
  };
}

/** What is missing or may be attacked, each said once even where several claims share it. */
function findingReasons(claims: readonly ClaimView[]): StatusReason[] {
  if (claims.length === 0)
    return [{ kind: 'missing', sentence: 'The finding has no claims yet.', mend: 'claim', subject: null }];
  const said = new Set<string>();
  return claims.flatMap((claim, at) =>
    claim.reasons
      .filter(reason => reason.kind !== 'holds')
      .filter(reason => !said.has(reason.sentence) && said.add(reason.sentence))
      .map(reason =>
        reason.mend === 'requests' || reason.mend === 'sources' || claims.length === 1
          ? reason
          : { ...reason, sentence: `Claim ${at + 1}: ${reason.sentence}`, subject: reason.subject ?? claim.id },
      ),
  );
}
