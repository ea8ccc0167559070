import { expect, test } from 'vitest';
import { admissionWords, canResume, progressWords, stateWords } from '../../../../renderer/features/job/index.ts';
import type { JobRecord, JobState } from '../../../../shared/kernel/job.ts';

const job = (status: JobState): JobRecord =>
  ({
    id: 'job-1',
    kind: 'exhibit.admit',
    title: 'Admitting',
    createdAt: '',
    updatedAt: '',
    status,
  }) as unknown as JobRecord;
const progress = { done: 212, total: 1480, unit: 'exhibit', note: null };

test('progress has counts, with or without a total', () => {
  expect(progressWords(progress)).toBe('212 of 1,480 exhibits');
  expect(progressWords({ ...progress, total: null })).toBe('212 exhibits');
});

test('each end of a job has its words', () => {
  const error = { code: 'disk-full', sentence: 'The disk is full.', reference: null };
  expect(
    (
      [
        { state: 'queued' },
        { state: 'running', progress },
        { state: 'interrupted', progress },
        { state: 'failed', error },
      ] as JobState[]
    ).map(state => stateWords(job(state))),
  ).toEqual([
    'waiting for its turn',
    '212 of 1,480 exhibits',
    'interrupted at 212 of 1,480 exhibits',
    'The disk is full.',
  ]);
});

test('what ended before its end can be resumed', () => {
  expect(
    (['queued', 'succeeded', 'cancelled', 'interrupted'] as const).map(state =>
      canResume(job({ state, progress: null, result: null } as unknown as JobState)),
    ),
  ).toEqual([false, false, true, true]);
});

test('an admission tells what was refused and what was known already', () => {
  expect(admissionWords({ admitted: 212, linked: 4, refused: 3 })).toBe(
    '212 admitted, 4 known already and linked, 3 refused',
  );
  expect(admissionWords({ admitted: 1, linked: 0, refused: 0 })).toBe('1 admitted');
});
