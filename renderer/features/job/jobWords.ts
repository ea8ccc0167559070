/** A job's state as a person reads it. Pure. */
import { assertNever } from '../../../shared/kernel/assertNever.ts';
import type { JobProgress, JobRecord } from '../../../shared/kernel/job.ts';
import { countOf, formatCount } from '../../ui/index.ts';

const many: Record<string, string> = {
  exhibit: 'exhibits',
  page: 'pages',
  file: 'files',
  finding: 'findings',
  step: 'steps',
  row: 'rows',
  entity: 'entities',
};

export function unitWord(unit: string, count: number): string {
  return count === 1 ? unit : (many[unit] ?? unit);
}

/** `212 of 480 exhibits`; without a total, what is done so far. */
export function progressWords({ done, total, unit }: JobProgress): string {
  return total === null
    ? countOf(done, unit, unitWord(unit, 2))
    : `${formatCount(done)} of ${formatCount(total)} ${unitWord(unit, total)}`;
}

export function stateWords(job: JobRecord): string {
  const { status } = job;
  switch (status.state) {
    case 'queued':
      return 'waiting for its turn';
    case 'running':
      return status.progress ? progressWords(status.progress) : 'starting';
    case 'succeeded':
      return 'done';
    case 'failed':
      return status.error.sentence;
    case 'cancelled':
      return status.progress ? `cancelled at ${progressWords(status.progress)}` : 'cancelled';
    case 'paused':
      return status.progress ? `paused at ${progressWords(status.progress)}` : 'paused';
    case 'interrupted':
      return status.progress ? `interrupted at ${progressWords(status.progress)}` : 'interrupted';
    default:
      return assertNever(status);
  }
}

export function canResume(job: JobRecord): boolean {
  return ['paused', 'interrupted', 'cancelled', 'failed'].includes(job.status.state);
}

const PAUSABLE: ReadonlySet<string> = new Set(['exhibit.admit', 'exhibit.recognise', 'interchange.import']);

/** Work that keeps each step goes on where it was; other work would begin anew. */
export function canPause({ kind, status }: JobRecord): boolean {
  return status.state === 'running' && PAUSABLE.has(kind);
}

export function isUnderWay(job: JobRecord): boolean {
  return job.status.state === 'running' || job.status.state === 'queued';
}

/** What the title bar shows: what runs, else what a person has to settle. */
export function jobInView(jobs: readonly JobRecord[]): JobRecord | null {
  return (
    jobs.find(job => job.status.state === 'running') ??
    jobs.find(isUnderWay) ??
    jobs.find(job => job.status.state === 'interrupted' || job.status.state === 'paused') ??
    null
  );
}

/** `212 admitted, 4 known already, 3 refused`. */
export function admissionWords({
  admitted,
  linked,
  refused,
}: {
  admitted: number;
  linked: number;
  refused: number;
}): string {
  const parts = [`${formatCount(admitted)} admitted`];
  if (linked > 0) parts.push(`${formatCount(linked)} known already and linked`);
  if (refused > 0) parts.push(`${formatCount(refused)} refused`);
  return parts.join(', ');
}
