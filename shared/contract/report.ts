import { z } from 'zod';
import { ReportDocument, ReportProblem } from '../domain/report/reportModel.ts';
import { Instant } from '../kernel/dates.ts';
import { CaseId, EditionId, FindingId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { job, query } from './operation.ts';

export const ReportFormat = z.enum(['docx', 'pdf', 'html', 'md']);
export type ReportFormat = z.infer<typeof ReportFormat>;

export const Edition = z.object({
  id: EditionId,
  caseId: CaseId,
  title: z.string(),
  compiledAt: Instant,
  compiledBy: z.string(),
  contentSha256: z.string(),
  findingCount: z.number().int(),
});
export type Edition = z.infer<typeof Edition>;

/** What must be seen before anything leaves: what goes, and what speaks against it. */
export const PreFlight = z.object({
  exhibitCount: z.number().int(),
  sizeBytes: z.number(),
  strictestMark: z.string(),
  items: z.array(
    z.object({ exhibitNumber: z.number().int(), title: z.string(), handlingMark: z.string(), sizeBytes: z.number() }),
  ),
  concerns: z.array(
    z.object({ severity: z.enum(['stop', 'warn', 'note']), sentence: z.string(), exhibitId: z.string().nullable() }),
  ),
});
export type PreFlight = z.infer<typeof PreFlight>;

export const ReportSelection = z.object({
  caseId: CaseId,
  findingIds: z.array(FindingId).nullable().default(null),
  title: z.string().trim().max(300).default(''),
});

export const reportContract = {
  'report.preview': query(ReportSelection, z.object({ document: ReportDocument, problems: z.array(ReportProblem) })),
  'report.preFlight': query(ReportSelection, PreFlight),
  'report.compile': job(ReportSelection.extend({ format: ReportFormat, to: GrantedPath })),
  'report.editions': query(z.object({ caseId: CaseId }), z.array(Edition)),
  'bundle.preFlight': query(ReportSelection, PreFlight),
  'bundle.export': job(
    ReportSelection.extend({
      to: GrantedPath,
      recipient: z.string().trim().min(1).max(300),
      reason: z.string().trim().max(2000).default(''),
    }),
  ),
} as const;
