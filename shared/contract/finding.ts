import { z } from 'zod';
import { WorldDate } from '../domain/entity/statement.ts';
import { Finding, FindingStage, FindingView, Participant } from '../domain/finding.ts';
import { Narrative } from '../domain/narrative.ts';
import { Provision } from '../domain/provision.ts';
import { ClaimStatus } from '../domain/standard.ts';
import { CaseId, ClaimId, EntityId, FindingId } from '../kernel/ids.ts';
import { command, done, query } from './operation.ts';

export const FindingRow = Finding.pick({
  id: true,
  caseId: true,
  number: true,
  title: true,
  stage: true,
  changedAt: true,
}).extend({
  status: ClaimStatus,
  claimCount: z.number().int(),
  citationCount: z.number().int(),
  missing: z.array(z.string()),
  claims: z.array(z.object({ id: ClaimId, text: z.string(), status: ClaimStatus })),
});
export type FindingRow = z.infer<typeof FindingRow>;

export const findingContract = {
  'finding.list': query(z.object({ caseId: CaseId }), z.array(FindingRow)),
  'finding.get': query(z.object({ findingId: FindingId }), FindingView),
  'finding.create': command(z.object({ caseId: CaseId, title: z.string().trim().min(1).max(300) }), Finding),
  'finding.update': command(
    z.object({
      findingId: FindingId,
      title: z.string().trim().min(1).max(300).optional(),
      stage: FindingStage.optional(),
      narrative: Narrative.optional(),
      alternatives: z.string().max(20_000).optional(),
      participants: z
        .array(Participant.omit({ id: true }).extend({ id: Participant.shape.id.optional() }))
        .max(500)
        .optional(),
    }),
    Finding,
  ),
  'finding.addClaim': command(
    z.object({ findingId: FindingId, text: z.string().max(4000), provisionIds: z.array(z.string()).default([]) }),
    z.object({ claimId: ClaimId }),
  ),
  'finding.updateClaim': command(
    z.object({
      claimId: ClaimId,
      text: z.string().max(4000).optional(),
      provisionIds: z.array(z.string().max(80)).max(50).optional(),
      /** null takes the date away. */
      occurredOn: WorldDate.nullable().optional(),
      entityIds: z.array(EntityId).max(200).optional(),
    }),
    done,
  ),
  'finding.orderClaims': command(z.object({ findingId: FindingId, claimIds: z.array(ClaimId) }), done),
  'finding.withdrawClaim': command(z.object({ claimId: ClaimId }), done),
  'finding.restoreClaim': command(z.object({ claimId: ClaimId }), done),
  /** null takes the judgement back: the computed status shows again. */
  'finding.judgeClaim': command(
    z.object({ claimId: ClaimId, status: ClaimStatus.nullable(), reason: z.string().max(2000) }),
    done,
  ),
  'provision.search': query(
    z.object({
      words: z.string().max(300).default(''),
      topics: z.array(z.string()).default([]),
      inForceOn: z.string().nullable().default(null),
      includeCalls: z.boolean().default(false),
    }),
    z.array(Provision),
  ),
  'provision.topics': query(z.object({}), z.array(z.object({ topic: z.string(), count: z.number().int() }))),
  'provision.get': query(z.object({ provisionIds: z.array(z.string()).max(500) }), z.array(Provision)),
} as const;
