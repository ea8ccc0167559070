import { everything, type LeavingChoice } from '../../../shared/domain/departure/index.ts';
import { CaseMemory } from '../exhibit/index.ts';
import type { Chosen } from '../report/index.ts';

/** A bundle in preparation, kept while one looks at an exhibit that the pre-flight names. */
export interface SendDesk {
  chosen: Chosen;
  choice: LeavingChoice;
  recipient: string;
  reason: string;
}

export const sendMemory = new CaseMemory<SendDesk>({ chosen: null, choice: everything, recipient: '', reason: '' });
