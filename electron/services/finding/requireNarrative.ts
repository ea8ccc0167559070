import { citedInNarrative, type Narrative } from '../../../shared/domain/narrative.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireOfCase } from '../case/index.ts';

/** A chip may have been pasted from another case's finding: it would print that case's words here. @throws not-found, other-case */
export function requireNarrative(db: ReadableDb, narrative: Narrative, caseId: string): void {
  const caseOf =
    db.prepare(`SELECT case_id AS caseId FROM citation JOIN claim ON claim.id = claim_id JOIN finding ON finding.id = finding_id
                             WHERE citation.id = $id`);
  for (const id of new Set(citedInNarrative(narrative))) {
    const row = caseOf.get({ id });
    if (!row) throw new ProbatumError('not-found', { what: 'citation', id });
    requireOfCase('citation', String(row['caseId']), caseId);
  }
}
