/** Reading a file of references: the exhibit it is, the job that reads it, and then the proposals that came of it. */
import { useRef, useState } from 'react';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { type CaseId, type ExhibitId, ImportId, type JobId } from '../../../shared/kernel/ids.ts';
import type { JobRecord } from '../../../shared/kernel/job.ts';
import { call, reportOf, useJob } from '../../api/index.ts';

export interface ReadingReferences {
  start(exhibitId: ExhibitId): Promise<void>;
  stop(): void;
  reset(): void;
  job: JobRecord | null;
  /** Known once it was read. */
  importId: ImportId | null;
  error: ErrorReport | null;
}

export function useReadReferences(caseId: CaseId): ReadingReferences {
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [error, setError] = useState<ErrorReport | null>(null);
  const listed = useJob(jobId);
  // What came of it stays here when the job is dismissed from the list of work.
  const last = useRef<JobRecord | null>(null);
  if (listed) last.current = listed;
  const job = listed ?? (last.current?.id === jobId ? last.current : null);
  const attempt = async (step: () => Promise<unknown>) => {
    setError(null);
    try {
      await step();
    } catch (failure) {
      setError(reportOf(failure));
    }
  };
  const result = job?.status.state === 'succeeded' ? (job.status.result as { importId?: unknown }) : null;
  return {
    start: exhibitId => attempt(async () => setJobId((await call('reference.import', { caseId, exhibitId })).jobId)),
    stop: () => {
      if (jobId) void attempt(() => call('job.cancel', { jobId }));
    },
    reset: () => {
      setJobId(null);
      setError(null);
    },
    job,
    importId: ImportId.safeParse(result?.importId).data ?? null,
    error,
  };
}
