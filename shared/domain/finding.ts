/** A finding: what the case concludes, in claims that each rest on citations. */
import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { CaseId, ClaimId, EntityId, FindingId, ParticipantId, SourceId } from '../kernel/ids.ts';
import { Citation } from './citation.ts';
import { WorldDate } from './entity/statement.ts';
import { printedNumber } from './exhibitSeries.ts';
import { Narrative } from './narrative.ts';
import { ClaimStatus, StatusReason } from './standard.ts';
import { PassageTranslation } from './translation.ts';

export const FindingStage = z.enum(['draft', 'in-review', 'agreed', 'withdrawn']);
export type FindingStage = z.infer<typeof FindingStage>;

/** One who is named in a finding. `entityId` is the seam for the entities to come; a plain name until then. */
export const Participant = z.object({
  id: ParticipantId,
  name: z.string().trim().min(1).max(300),
  role: z.string().trim().max(120),
  entityId: z.string().nullable(),
});
export type Participant = z.infer<typeof Participant>;

/** A person's change of a computed status; both are kept and both are printed. */
export const StatusJudgement = z.object({
  status: ClaimStatus,
  reason: z.string().trim().min(1).max(2000),
  by: z.string(),
  at: Instant,
});
export type StatusJudgement = z.infer<typeof StatusJudgement>;

export const Claim = z.object({
  id: ClaimId,
  findingId: FindingId,
  text: z.string().max(4000),
  provisionIds: z.array(z.string().max(80)),
  judgement: StatusJudgement.nullable(),
  /** When what it tells of happened; null: not said. */
  occurredOn: WorldDate.nullable().default(null),
  /** Whom it tells of. */
  entityIds: z.array(EntityId).max(200).default([]),
  withdrawnAt: Instant.nullable(),
});
export type Claim = z.infer<typeof Claim>;

export const Finding = z.object({
  id: FindingId,
  caseId: CaseId,
  /** Counted from 1 in its case; printed as `F-1`. */
  number: z.number().int().positive(),
  title: z.string().trim().min(1).max(300),
  stage: FindingStage,
  narrative: Narrative,
  alternatives: z.string().max(20_000),
  participants: z.array(Participant).max(500),
  createdAt: Instant,
  changedAt: Instant,
});
export type Finding = z.infer<typeof Finding>;

/** `F-1`; with the letters of its team, `F-QRTBA-1`, where another team opened the case. */
export function findingName({ number }: Pick<Finding, 'number'>): string {
  return printedNumber('F', number, 1);
}

/** A claim with all that its status is computed from, and the status. */
export const ClaimView = Claim.extend({
  citations: z.array(
    Citation.extend({
      exhibitId: z.string(),
      exhibitNumber: z.number().int(),
      exhibitTitle: z.string(),
      sourceId: SourceId.nullable(),
      sourceName: z.string().nullable(),
      reliability: z.string().nullable(),
      anchor: z.string(),
      /** As it stands now; the quote is as it stood when cited. */
      translation: PassageTranslation.nullable().optional(),
    }),
  ),
  computedStatus: ClaimStatus,
  status: ClaimStatus,
  reasons: z.array(StatusReason),
});
export type ClaimView = z.infer<typeof ClaimView>;

export const FindingView = Finding.extend({
  claims: z.array(ClaimView),
  status: ClaimStatus,
  reasons: z.array(StatusReason),
});
export type FindingView = z.infer<typeof FindingView>;
