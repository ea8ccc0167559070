import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { dismissJob, findJob, listJobs } from '../../jobs/jobSql.ts';
import type { Handlers } from '../handlers.ts';

export const jobHandlers = {
  'job.list': ctx => listJobs(ctx.db),
  'job.get': (ctx, { jobId }) => {
    const job = findJob(ctx.db, jobId);
    if (!job) throw new ProbatumError('not-found', { what: 'job', id: jobId });
    const { input: _, ...record } = job;
    return record;
  },
  'job.cancel': (host, { jobId }) => {
    host.cancelJob(jobId);
    return {};
  },
  'job.pause': (host, { jobId }) => {
    host.pauseJob(jobId);
    return {};
  },
  'job.resume': (host, { jobId }) => {
    host.resumeJob(jobId);
    return {};
  },
  'job.dismiss': (ctx, { jobId }) => {
    dismissJob(ctx.db, jobId, ctx.now());
    return {};
  },
} satisfies Handlers<'job.list' | 'job.get' | 'job.cancel' | 'job.pause' | 'job.resume' | 'job.dismiss'>;
