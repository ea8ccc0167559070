/** What reports and bundles read, and the work they start. */
import { useRef, useState } from 'react';
import type { ReportFormat } from '../../../shared/contract/report.ts';
import type { LeavingChoice } from '../../../shared/domain/departure/index.ts';
import type { Figure } from '../../../shared/domain/figure.ts';
import type { CaseId, ContactId, FindingId, JobId } from '../../../shared/kernel/ids.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { call, desktop, reportOf, useJob, useQuery } from '../../api/index.ts';

export interface Selection extends Partial<LeavingChoice> {
  caseId: CaseId;
  findingIds: FindingId[] | null;
  title: string;
}

export function useCase(caseId: CaseId) {
  return useQuery('case.get', { caseId });
}

export function useFindingRows(caseId: CaseId) {
  return useQuery('finding.list', { caseId });
}

export function usePreview(selection: Selection, skip: boolean) {
  return useQuery('report.preview', selection, { skip, keepPrevious: true });
}

export function usePreFlight(kind: 'report' | 'bundle', selection: Selection, skip = false) {
  // What was said of another audience stays in view until this one is known: a list must not blink at each choice.
  const report = useQuery('report.preFlight', selection, { skip: skip || kind !== 'report', keepPrevious: true });
  const bundle = useQuery('bundle.preFlight', selection, { skip: skip || kind !== 'bundle', keepPrevious: true });
  return kind === 'report' ? report : bundle;
}

export function useEditions(caseId: CaseId) {
  return useQuery('report.editions', { caseId });
}

export interface CaseFigures {
  standing: readonly Figure[];
  withdrawn: readonly Figure[];
}

export function useFigures(caseId: CaseId): CaseFigures {
  const standing = useQuery('figure.list', { caseId });
  const withdrawn = useQuery('figure.list', { caseId, withdrawn: true });
  return { standing: standing.data ?? [], withdrawn: withdrawn.data ?? [] };
}

export interface Leaving {
  /** Asks where to, then starts the work. Answers false where the person chose no place. */
  save(): Promise<boolean>;
  busy: boolean;
  error: ErrorReport | null;
  job: ReturnType<typeof useJob>;
  /** What was written, once it was. */
  fileName: string | null;
  showInFolder(): void;
  reset(): void;
}

/** Compiling to a file: the dialog of the desktop, then a job that can be watched. */
export function useCompile(selection: Selection, suggestedName: string, format: ReportFormat): Leaving {
  return useLeaving(suggestedName, format, to => call('report.compile', { ...selection, format, to }));
}

export function useExportBundle(
  selection: Selection,
  suggestedName: string,
  recipient: { name: string; contactId: ContactId | null },
  reason: string,
): Leaving {
  return useLeaving(suggestedName, 'zip', to =>
    call('bundle.export', {
      ...selection,
      to,
      recipient: recipient.name,
      recipientContactId: recipient.contactId,
      reason,
    }),
  );
}

type Place = NonNullable<Awaited<ReturnType<typeof askPlace>>>;

function askPlace(suggestedName: string, kind: ReportFormat | 'zip' | 'age') {
  return desktop('desktop.chooseSaveAs', { suggestedName: suggestedName.slice(0, 200), kind });
}

export function useLeaving(
  suggestedName: string,
  kind: ReportFormat | 'zip' | 'age',
  start: (to: Place) => Promise<{ jobId: JobId }>,
): Leaving {
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorReport | null>(null);
  const listed = useJob(jobId);
  // What became of the file stays here when the job is dismissed from the list of work.
  const last = useRef(listed);
  if (listed) last.current = listed;
  const job = listed ?? (last.current?.id === jobId ? last.current : null);
  const save = async () => {
    if (busy) return false;
    setBusy(true);
    setError(null);
    try {
      const to = await askPlace(suggestedName, kind);
      if (!to) return false;
      setPlace(to);
      setJobId((await start(to)).jobId);
      return true;
    } catch (failure) {
      setError(reportOf(failure));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    save,
    busy,
    error,
    job,
    fileName: place?.name ?? null,
    showInFolder: () => {
      if (place)
        desktop('desktop.showInFolder', { grant: place.grant }).catch((failure: unknown) =>
          setError(reportOf(failure)),
        );
    },
    reset: () => {
      setJobId(null);
      setPlace(null);
      setError(null);
    },
  };
}

/** `C-2026-003 Ship-to-ship transfers.docx`, without what file systems refuse. */
export function fileNameFor(reference: string, title: string, suffix: string): string {
  const stem = `${reference} ${title}`
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${stem.slice(0, 120).trim() || 'report'}.${suffix}`;
}
