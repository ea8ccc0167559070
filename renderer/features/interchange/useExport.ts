/** One export: asks where to, starts the work, and keeps what was written. */
import { useRef, useState } from 'react';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';
import { isOver, type JobRecord } from '../../../shared/kernel/job.ts';
import { call, desktop, reportOf, useJob } from '../../api/index.ts';

export interface Written {
  sha256: string;
  sizeBytes: number;
  entities: number;
  leftOut: string[];
}

export function useExport() {
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [place, setPlace] = useState<{ grant: string; name: string } | null>(null);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<ErrorReport | null>(null);
  const listed = useJob(jobId);
  const last = useRef<JobRecord | null>(null);
  if (listed) last.current = listed;
  const job = listed ?? (last.current?.id === jobId ? last.current : null);
  const attempt = async (step: () => Promise<void>) => {
    setError(null);
    try {
      await step();
    } catch (failure) {
      setError(reportOf(failure));
    }
  };
  return {
    save: async (suggestedName: string, what: Omit<InputOf<'interchange.export'>, 'to'>) => {
      setAsking(true);
      await attempt(async () => {
        const to = await desktop('desktop.chooseSaveAs', { suggestedName: suggestedName.slice(0, 200), kind: 'any' });
        if (!to) return;
        setPlace(to);
        setJobId((await call('interchange.export', { ...what, to })).jobId);
      });
      setAsking(false);
    },
    busy: asking || (jobId !== null && (job === null || !isOver(job.status.state))),
    job,
    written: job?.status.state === 'succeeded' ? (job.status.result as Written) : null,
    fileName: place?.name ?? null,
    error,
    showInFolder: () => {
      if (place) void attempt(async () => void (await desktop('desktop.showInFolder', { grant: place.grant })));
    },
  };
}
