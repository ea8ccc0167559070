/** What a place remembers of a case. A room of its own, since features that meet in circles all begin with one. */
export { CaseMemory, useCaseMemory } from './caseMemory.ts';
