/** One way out: asks where to, starts the work that writes the file, and keeps what was written. */
import { useRef, useState } from 'react';
import type { GrantedPath } from '../../../shared/contract/grantedPath.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';
import { isOver, type JobRecord } from '../../../shared/kernel/job.ts';
import { call, desktop, reportOf, useJob } from '../../api/index.ts';

/** What every job that writes a file says at its end. */
export interface Written {
  sha256: string;
  sizeBytes: number;
  /** What did not go, or not whole, each in a sentence. */
  leftOut: string[];
}

export interface Saving<Result extends Written> {
  save(suggestedName: string, start: (to: GrantedPath) => Promise<{ jobId: JobId }>): Promise<void>;
  stop(): void;
  busy: boolean;
  job: JobRecord | null;
  written: Result | null;
  fileName: string | null;
  error: ErrorReport | null;
  showInFolder(): void;
}

export function useSaving<Result extends Written>(): Saving<Result> {
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [place, setPlace] = useState<GrantedPath | null>(null);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<ErrorReport | null>(null);
  const listed = useJob(jobId);
  // What was written stays in view when the job is dismissed from the list of work.
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
  return {
    save: async (suggestedName, start) => {
      setAsking(true);
      await attempt(async () => {
        const to = await desktop('desktop.chooseSaveAs', { suggestedName: suggestedName.slice(0, 200), kind: 'any' });
        if (!to) return;
        setPlace(to);
        setJobId((await start(to)).jobId);
      });
      setAsking(false);
    },
    stop: () => {
      if (jobId) void attempt(() => call('job.cancel', { jobId }));
    },
    busy: asking || (jobId !== null && (job === null || !isOver(job.status.state))),
    job,
    written: job?.status.state === 'succeeded' ? (job.status.result as Result) : null,
    fileName: place?.name ?? null,
    error,
    showInFolder: () => {
      if (place) void attempt(() => desktop('desktop.showInFolder', { grant: place.grant }));
    },
  };
}
