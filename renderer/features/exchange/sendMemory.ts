import { CaseMemory } from '../exhibit/index.ts';
import type { Chosen } from '../report/index.ts';

/** A bundle in preparation, kept while one looks at an exhibit that the pre-flight names. */
export interface SendDesk {
  chosen: Chosen;
  recipient: string;
  reason: string;
  /** The person sends it in spite of what stops it. */
  accepted: boolean;
}

export const sendMemory = new CaseMemory<SendDesk>({ chosen: null, recipient: '', reason: '', accepted: false });
