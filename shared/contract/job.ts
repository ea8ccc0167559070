import { z } from 'zod';
import { JobRecord } from '../kernel/job.ts';
import { JobId } from '../kernel/ids.ts';
import { command, done, host, job, query, nothing } from './operation.ts';

export const jobContract = {
  'job.list': query(nothing, z.array(JobRecord)),
  'job.get': query(z.object({ jobId: JobId }), JobRecord),
  'job.cancel': host(z.object({ jobId: JobId }), done),
  /** Stops between steps and stays as it is until it is resumed. */
  'job.pause': host(z.object({ jobId: JobId }), done),
  'job.resume': host(z.object({ jobId: JobId }), done),
  'job.dismiss': command(z.object({ jobId: JobId }), done),
  'sample.load': job(nothing),
} as const;
