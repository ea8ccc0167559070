import { z } from 'zod';
import { CaseRecord } from '../domain/caseRecord.ts';
import { ClaimStatus } from '../domain/standard.ts';
import { CaseId, ExhibitId, FindingId } from '../kernel/ids.ts';
import { command, nothing, query } from './operation.ts';

export const CaseDraft = CaseRecord.pick({
  reference: true,
  title: true,
  workstream: true,
  handlingMark: true,
  standard: true,
  lead: true,
}).extend({
  isExercise: z.boolean().default(false),
});

/** A case on one page: what a newcomer to the team needs in two minutes. */
export const CaseOverview = z.object({
  case: CaseRecord,
  exhibitCount: z.number().int(),
  problemCount: z.number().int(),
  unreadCount: z.number().int(),
  passageCount: z.number().int(),
  findings: z.array(
    z.object({
      id: FindingId,
      number: z.number().int(),
      title: z.string(),
      status: ClaimStatus,
      missing: z.array(z.string()),
    }),
  ),
  newest: z.array(
    z.object({
      id: ExhibitId,
      number: z.number().int(),
      title: z.string(),
      mediaType: z.string(),
      admittedAt: z.string(),
    }),
  ),
  chronology: z.array(z.object({ date: z.string(), label: z.string(), exhibitId: ExhibitId })),
  custodyHead: z.string(),
  custodyCount: z.number().int(),
});
export type CaseOverview = z.infer<typeof CaseOverview>;

export const caseContract = {
  'case.list': query(
    nothing,
    z.array(CaseRecord.extend({ exhibitCount: z.number().int(), findingCount: z.number().int() })),
  ),
  'case.get': query(z.object({ caseId: CaseId }), CaseRecord),
  'case.overview': query(z.object({ caseId: CaseId }), CaseOverview),
  'case.create': command(CaseDraft, CaseRecord),
  'case.update': command(
    z.object({
      caseId: CaseId,
      change: CaseRecord.pick({
        reference: true,
        title: true,
        workstream: true,
        handlingMark: true,
        standard: true,
        lead: true,
        status: true,
      }).partial(),
    }),
    CaseRecord,
  ),
} as const;
