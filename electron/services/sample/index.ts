import type { Handlers } from '../handlers.ts';
import { started } from '../handlers.ts';
import { loadSample, SampleInput } from './loadSample.ts';

export const sampleJobs = { 'sample.load': { input: SampleInput, run: loadSample } };

export const sampleHandlers = {
  'sample.load': host => started(host.startJob('sample.load', 'Loading the sample case', {})),
} satisfies Handlers<'sample.load'>;
