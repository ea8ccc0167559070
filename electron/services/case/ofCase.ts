import { ProbatumError } from '../../../shared/kernel/errors.ts';

/** What one case rests on must be in that case: its handling mark, its numbers and what leaves with it all hang on that. @throws other-case */
export function requireOfCase(what: string, found: string, caseId: string): void {
  if (found !== caseId) throw new ProbatumError('other-case', { what });
}
