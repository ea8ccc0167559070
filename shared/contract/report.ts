import { z } from 'zod';
import { DepartureStay, LeavingChoice, Sending, traceKinds } from '../domain/departure/index.ts';
import { RedactionKind } from '../domain/redaction.ts';
import { ReportDocument, ReportProblem } from '../domain/report/reportModel.ts';
import { Instant } from '../kernel/dates.ts';
import { CaseId, EditionId, ExhibitId, FindingId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { inquiry, job, query } from './operation.ts';

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

/** What in an exhibit's own file points at people, or does things. */
export const ExhibitTraces = z.object({
  exhibitId: ExhibitId,
  exhibitNumber: z.number().int(),
  kinds: z.array(z.enum([...traceKinds, 'confidential-source', 'redaction'])),
  /** In words, with the values. */
  sentence: z.string(),
  /** Copies that were made of it, the latest first. */
  copies: z.array(z.object({ exhibitId: ExhibitId, exhibitNumber: z.number().int(), kind: RedactionKind })),
  /** What a copy of it would be made of; null where none can be. */
  copyForm: z.enum(['pictures', 'words']).nullable(),
});
export type ExhibitTraces = z.infer<typeof ExhibitTraces>;

/** What must be seen before anything leaves: what goes, and what speaks against it. */
export const PreFlight = z.object({
  exhibitCount: z.number().int(),
  sizeBytes: z.number(),
  strictestMark: z.string(),
  items: z.array(
    z.object({
      exhibitId: ExhibitId,
      exhibitNumber: z.number().int(),
      title: z.string(),
      handlingMark: z.string(),
      sizeBytes: z.number(),
    }),
  ),
  concerns: z.array(
    z.object({ severity: z.enum(['stop', 'warn', 'note']), sentence: z.string(), exhibitId: z.string().nullable() }),
  ),
  /** What was asked for and does not go, and why; with the exhibit where it is one. */
  stays: z.array(DepartureStay.extend({ because: z.string(), exhibitId: z.string().nullable() })),
  /** What the files that go tell of people, and what in them is active: a copy of pixels alone may go instead. */
  traces: z.array(ExhibitTraces),
  /** SHA-256 of the list of what goes and stays, as it would be recorded now. */
  listSha256: z.string(),
});
export type PreFlight = z.infer<typeof PreFlight>;

export const ReportSelection = LeavingChoice.extend({
  caseId: CaseId,
  findingIds: z.array(FindingId).nullable().default(null),
  title: z.string().trim().max(300).default(''),
});

export const reportContract = {
  'report.preview': query(ReportSelection, z.object({ document: ReportDocument, problems: z.array(ReportProblem) })),
  'report.preFlight': query(ReportSelection, PreFlight),
  'report.compile': job(ReportSelection.extend({ ...Sending.shape, format: ReportFormat, to: GrantedPath })),
  'report.editions': query(z.object({ caseId: CaseId }), z.array(Edition)),
  'bundle.preFlight': inquiry(ReportSelection, PreFlight),
  'bundle.export': job(
    ReportSelection.extend({
      ...Sending.shape,
      to: GrantedPath,
      recipient: z.string().trim().min(1).max(300),
    }),
  ),
} as const;
