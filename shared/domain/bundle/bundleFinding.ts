/** Findings, their claims, and citations: of claims and of statements alike. */
import { z } from 'zod';
import { Bearing } from '../citation.ts';
import { FindingStage } from '../finding.ts';
import { Narrative } from '../narrative.ts';
import { Credibility } from '../source.ts';
import { ClaimStatus } from '../standard.ts';

export const BundleCitation = z.object({
  id: z.string(),
  passageId: z.string(),
  bearing: Bearing,
  credibility: Credibility,
  /** Frozen when cited. */
  quote: z.string(),
  /** For a contradiction: why it does not hold; empty when it stands open, and for statements, which are judged as a whole. */
  rebuttal: z.string(),
});
export type BundleCitation = z.infer<typeof BundleCitation>;

export const BundleReason = z.object({ kind: z.enum(['holds', 'missing', 'warns']), sentence: z.string() });
export type BundleReason = z.infer<typeof BundleReason>;

export const BundleClaim = z.object({
  id: z.string(),
  text: z.string(),
  status: ClaimStatus,
  statusReasons: z.array(BundleReason),
  /** A person's change of the computed status, which is printed beside it. */
  judgement: z.object({ computed: ClaimStatus, reason: z.string(), by: z.string() }).nullable(),
  provisions: z.array(z.object({ id: z.string(), resolution: z.string(), paragraph: z.string(), summary: z.string() })),
  /** When what it tells of happened: EDTF or a date with a time. */
  occurredOn: z.string().nullable().optional(),
  /** Whom it tells of, among the entities of this bundle. */
  entityIds: z.array(z.string()).optional(),
  citations: z.array(BundleCitation),
});
export type BundleClaim = z.infer<typeof BundleClaim>;

export const BundleFinding = z.object({
  id: z.string(),
  /** `F-1`; with the letters of its team `F-QRTBA-1`. */
  number: z.string(),
  title: z.string(),
  stage: FindingStage,
  status: ClaimStatus,
  statusReasons: z.array(BundleReason),
  claims: z.array(BundleClaim),
  /** `entityId` leads to an entity of this bundle; null or absent: by name alone. */
  participants: z.array(z.object({ name: z.string(), role: z.string(), entityId: z.string().nullable().optional() })),
  narrative: Narrative,
  alternatives: z.string(),
});
export type BundleFinding = z.infer<typeof BundleFinding>;
