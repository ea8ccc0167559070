/** One import: started, watched, and its report read once it is there. */
import { useRef, useState } from 'react';
import type { ImportReport, TableMapping } from '../../../shared/contract/interchange.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { CaseId, ExhibitId, JobId } from '../../../shared/kernel/ids.ts';
import { isOver, type JobRecord } from '../../../shared/kernel/job.ts';
import { call, reportOf, useJob, useQuery } from '../../api/index.ts';

export interface Importing {
  start(
    exhibitId: ExhibitId,
    what: { sheet: string; hasHeadings: boolean; mapping: TableMapping | null },
  ): Promise<void>;
  cancel(): void;
  resume(): void;
  reset(): void;
  starting: boolean;
  isBegun: boolean;
  isOver: boolean;
  job: JobRecord | null;
  report: ImportReport | null;
  error: ErrorReport | null;
}

export function useImport(caseId: CaseId): Importing {
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<ErrorReport | null>(null);
  const listed = useJob(jobId);
  // What came of it stays here when the job is dismissed from the list of work.
  const last = useRef(listed);
  if (listed) last.current = listed;
  const job = listed ?? (last.current?.id === jobId ? last.current : null);
  const isDone = job?.status.state === 'succeeded';
  const importId =
    job?.status.state === 'succeeded' ? (job.status.result as { importId?: string }).importId : undefined;
  const imports = useQuery('interchange.imports', { caseId }, { skip: !isDone });
  const attempt = async (step: () => Promise<unknown>) => {
    setError(null);
    try {
      await step();
    } catch (failure) {
      setError(reportOf(failure));
    }
  };
  return {
    start: async (exhibitId, what) => {
      setStarting(true);
      await attempt(async () => {
        setJobId((await call('interchange.import', { caseId, exhibitId, ...what })).jobId);
      });
      setStarting(false);
    },
    cancel: () => jobId && void attempt(() => call('job.pause', { jobId })),
    resume: () => jobId && void attempt(() => call('job.resume', { jobId })),
    reset: () => {
      setJobId(null);
      setError(null);
    },
    starting,
    isBegun: jobId !== null,
    isOver: job !== null && isOver(job.status.state),
    job,
    report: imports.data?.find(({ id }) => id === importId)?.report ?? null,
    error,
  };
}
