/** How sure a tie is: the case's own standard, applied to the citations of all that is stated of it. */
import type { StandardId } from '../caseRecord.ts';
import type { SourceId } from '../../kernel/ids.ts';
import { type ClaimStatus, type EvidenceItem, evaluateClaim } from '../standard.ts';
import type { Strength } from './entity.ts';

const OF_STATUS: Record<ClaimStatus, Strength> = {
  established: 'confirmed',
  probable: 'probable',
  reported: 'possible',
  unsupported: 'possible',
  withdrawn: 'possible',
  contested: 'contested',
};

export interface TieEvidence {
  standard: StandardId;
  items: readonly EvidenceItem[];
  originsOf: (id: SourceId) => readonly SourceId[];
  sourceName: (id: SourceId) => string;
}

/** Who is a side of a tie need not have been asked about it: that is a matter of findings. */
export function strengthOf(evidence: TieEvidence): { strength: Strength; reasons: string[] } {
  const { status, reasons } = evaluateClaim({ ...evidence, participants: [], requests: [], provisionCount: 1 });
  return { strength: OF_STATUS[status], reasons: reasons.map(reason => reason.sentence) };
}
