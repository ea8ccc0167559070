/** The walk on the documents of the sample case, given as a folder of evidence to a case of its own. */
import { join } from 'node:path';
import { projectFolder } from '../assets.ts';
import type { WalkPlan } from './walk.ts';

export const sampleDocuments = join(projectFolder, 'build', 'sample', 'documents');

export const samplePlan: WalkPlan = {
  reference: 'C-2026-007',
  title: 'Ship-to-ship transfers, MV FABULA HERON (exercise)',
  folder: sampleDocuments,
  locked: { exhibit: /13-charter-party/, password: 'exercise' },
  searches: [
    { search: 'transponder', lit: 'transponder' },
    { search: '헤론', lit: '헤론' },
    { search: '배', lit: '배' },
  ],
  quotes: async () => [
    {
      exhibit: /EX-0001/,
      search: '"receiving vessel will be"',
      lit: 'receiving vessel will be',
      cite: 'the receiving vessel will be SAEBYOK MORU 5',
    },
    {
      exhibit: /07-imagery-report/,
      search: '"alongside each other"',
      lit: 'alongside each other',
      cite: 'two vessels lay alongside each other at 33-41.2N 124-18.7E',
    },
  ],
  region: /08-satellite-picture/,
};
