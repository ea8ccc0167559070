import { useRef } from 'react';
import type { JobRecord } from '../../../shared/kernel/job.ts';
import { call, useCoreEvent } from '../../api/index.ts';
import { useToast } from '../../workbench/index.ts';
import { admissionWords } from './jobWords.ts';

/** Tells when long work ended, once for each end. */
export function useJobToasts(): void {
  const toast = useToast();
  const told = useRef(new Set<string>());
  useCoreEvent(event => {
    if (event.event !== 'job') return;
    const { job } = event;
    const { status } = job;
    if (status.state !== 'succeeded' && status.state !== 'failed') {
      told.current.delete(job.id);
      return;
    }
    if (told.current.has(job.id)) return;
    told.current.add(job.id);
    if (status.state === 'failed') toast({ text: `${job.title}: ${status.error.sentence}`, kind: 'problem' });
    else void endWords(job).then(text => toast({ text, kind: 'done' }));
  });
}

async function endWords(job: JobRecord): Promise<string> {
  if (job.kind !== 'exhibit.admit') return `${job.title}: done`;
  try {
    return admissionWords(await call('exhibit.admissions', { jobId: job.id, only: 'refused', limit: 1 }));
  } catch {
    return `${job.title}: done`;
  }
}
