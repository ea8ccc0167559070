import type { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import { type AudienceId, whyNot } from '../../../shared/domain/departure/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';

/** Whatever a case says bears its mark. @throws audience-forbids */
export function requireAudience({ reference, handlingMark }: CaseRecord, audience: AudienceId | null): void {
  const why = audience === null ? null : whyNot(audience, [handlingMark]);
  if (why !== null)
    throw new ProbatumError('audience-forbids', { what: `The case ${reference} (${handlingMark})`, why });
}
