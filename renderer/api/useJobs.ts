/** Long work as the core tells it: the list at the start, then each step as it is announced. */
import { useSyncExternalStore } from 'react';
import type { JobId } from '../../shared/kernel/ids.ts';
import type { JobRecord } from '../../shared/kernel/job.ts';
import { call } from './call.ts';
import { listenToCore } from './connection.ts';

let jobs: readonly JobRecord[] = [];
let asked = false;
const watchers = new Set<() => void>();

function setJobs(next: readonly JobRecord[]): void {
  jobs = [...next].sort((left, right) => right.createdAt.localeCompare(left.createdAt));
  for (const watcher of [...watchers]) watcher();
}

async function readAll(): Promise<void> {
  try {
    const read = await call('job.list', {});
    const newer = new Map(jobs.map(job => [job.id, job]));
    setJobs(
      read.map(job => {
        const heard = newer.get(job.id);
        return heard && heard.updatedAt > job.updatedAt ? heard : job;
      }),
    );
  } catch {
    // Locked or not there yet: the next vault event asks again.
    asked = false;
  }
}

listenToCore(event => {
  if (event.event === 'job') setJobs([event.job, ...jobs.filter(job => job.id !== event.job.id)]);
  else if (event.event === 'vault') {
    setJobs([]);
    if (event.state === 'open') void readAll();
  } else if (event.event === 'changed' && event.concepts.includes('job')) void readAll();
});

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  if (!asked) {
    asked = true;
    void readAll();
  }
  return () => watchers.delete(watcher);
}

/** All work of the open vault, newest first. */
export function useJobs(): readonly JobRecord[] {
  return useSyncExternalStore(subscribe, () => jobs);
}

export function useJob(jobId: JobId | null): JobRecord | null {
  const all = useJobs();
  return all.find(job => job.id === jobId) ?? null;
}
