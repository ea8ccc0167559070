/** A job on an archive: started, watched, and asked anew with the passphrase where the file wants one. */
import { useEffect, useRef, useState } from 'react';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';
import type { JobProgress } from '../../../shared/kernel/job.ts';
import { reportOf, useJob } from '../../api/index.ts';

export interface ArchiveJob {
  busy: boolean;
  progress: JobProgress | null;
  error: ErrorReport | null;
  /** The file is sealed with a passphrase, and none was given, or another. */
  wantsPassphrase: boolean;
  run(start: () => Promise<{ jobId: JobId }>): void;
}

const passphraseCodes = ['age-passphrase-needed', 'age-wrong-passphrase'];

export function useArchiveJob(onDone: (result: unknown) => void): ArchiveJob {
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<ErrorReport | null>(null);
  const job = useJob(jobId);
  const status = job?.status;
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (!status || status.state === 'queued' || status.state === 'running') return;
    setJobId(null);
    if (status.state === 'succeeded') done.current(status.result);
    else if (status.state === 'failed') setError(status.error);
  }, [status]);
  return {
    busy: starting || jobId !== null,
    progress: status?.state === 'running' ? status.progress : null,
    error,
    wantsPassphrase: error !== null && passphraseCodes.includes(error.code),
    run: start => {
      setError(null);
      setStarting(true);
      start()
        .then(
          started => setJobId(started.jobId),
          (failure: unknown) => setError(reportOf(failure)),
        )
        .finally(() => setStarting(false));
    },
  };
}
