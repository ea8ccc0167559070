/** Makes a copy as a job, and says when it is there. */
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { ExhibitId, type JobId } from '../../../shared/kernel/ids.ts';
import { call, reportOf, useJob } from '../../api/index.ts';

const Made = z.object({ exhibitId: ExhibitId, exhibitNumber: z.number().int() });

export interface MakingCopy {
  make(input: InputOf<'redaction.make'>): void;
  busy: boolean;
  error: ErrorReport | null;
}

export function useMakeCopy(onMade: (copyId: ExhibitId, number: number) => void): MakingCopy {
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [error, setError] = useState<ErrorReport | null>(null);
  const job = useJob(jobId);
  const told = useRef<JobId | null>(null);
  const latest = useRef(onMade);
  latest.current = onMade;
  const status = job?.status;
  useEffect(() => {
    if (!jobId || !status || told.current === jobId) return;
    if (status.state === 'succeeded') {
      told.current = jobId;
      const made = Made.safeParse(status.result);
      if (made.success) latest.current(made.data.exhibitId, made.data.exhibitNumber);
    } else if (status.state === 'failed') {
      told.current = jobId;
      setError(status.error);
    }
  }, [jobId, status]);
  return {
    busy: status?.state === 'queued' || status?.state === 'running',
    error,
    make: input => {
      setError(null);
      call('redaction.make', input)
        .then(started => setJobId(started.jobId))
        .catch((failure: unknown) => setError(reportOf(failure)));
    },
  };
}
