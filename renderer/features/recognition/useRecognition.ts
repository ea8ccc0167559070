/** Starting a recognition, and the job of it that is in view: the one started here, else the last that is under way. */
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';
import type { JobRecord } from '../../../shared/kernel/job.ts';
import { useCommand, useJobs } from '../../api/index.ts';

export function useRecognition() {
  const start = useCommand('recognition.start');
  const [jobId, setJobId] = useState<JobId | null>(null);
  const jobs = useJobs().filter(({ kind }) => kind === 'exhibit.recognise');
  const job: JobRecord | undefined = jobs.find(({ id }) => id === jobId) ?? jobs.find(isGoingOn);
  const run = async (input: InputOf<'recognition.start'>) => {
    try {
      setJobId((await start.run(input)).jobId);
    } catch {
      // Shown under the button.
    }
  };
  return { run, starting: start.running, error: start.error, job: job ?? null };
}

export function isGoingOn({ status: { state } }: JobRecord): boolean {
  return state === 'running' || state === 'queued' || state === 'paused';
}
