/** A file from the disk becomes an exhibit before anything is read from it; one that is here already is taken as it is. */
import { useEffect, useState } from 'react';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { CaseId, ExhibitId, JobId } from '../../../shared/kernel/ids.ts';
import { isOver } from '../../../shared/kernel/job.ts';
import { call, desktop, reportOf, useJob } from '../../api/index.ts';

export interface Admitted {
  choose(): Promise<void>;
  busy: boolean;
  error: ErrorReport | null;
}

export function useAdmitted(caseId: CaseId, onAdmitted: (id: ExhibitId) => void): Admitted {
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [error, setError] = useState<ErrorReport | null>(null);
  const job = useJob(jobId);
  const over = job !== null && isOver(job.status.state);
  useEffect(() => {
    if (jobId === null || !over) return;
    call('exhibit.admissions', { jobId, limit: 1 })
      .then(({ rows }) => {
        setJobId(null);
        const [row] = rows;
        if (row?.exhibitId) onAdmitted(row.exhibitId);
        else
          setError({
            code: row?.code ?? 'file-unreadable',
            sentence: row?.sentence ?? 'No file was admitted.',
            reference: null,
          });
      })
      .catch((failure: unknown) => {
        setJobId(null);
        setError(reportOf(failure));
      });
  }, [jobId, over, onAdmitted]);
  const choose = async () => {
    setError(null);
    try {
      const [file] = await desktop('desktop.chooseEvidence', { kind: 'files' });
      if (file) setJobId((await call('exhibit.admit', { caseId, from: [file] })).jobId);
    } catch (failure) {
      setError(reportOf(failure));
    }
  };
  return { choose, busy: jobId !== null, error };
}
