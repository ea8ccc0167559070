/** Long work: its progress, its end, and what it refused. */
export { AdmissionList } from './AdmissionList.tsx';
export { JobIndicator } from './JobIndicator.tsx';
export { admissionWords, canResume, isUnderWay, progressWords, stateWords, unitWord } from './jobWords.ts';
