/** Deciding on two exhibits, as a step that can be taken back: what was decided before is decided again. Knows no screen. */
import type { CopyVerdict } from '../../../shared/contract/copy.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import { call } from '../../api/index.ts';
import type { UndoableStep } from '../../workbench/index.ts';

export type CopyDecision = InputOf<'copy.decide'>;

/** The step that has just been taken; `before` is what stood until then. */
export function decisionStep(decision: CopyDecision, before: CopyVerdict | null): UndoableStep {
  const { exhibitId, otherId } = decision;
  const former: CopyDecision = before
    ? { exhibitId: before.exhibitId, otherId: before.otherId, verdict: before.verdict, note: before.note }
    : { exhibitId, otherId, verdict: 'open' };
  return {
    label: decision.verdict === 'open' ? 'taking back a decision on a copy' : 'deciding on a copy',
    undo: async () => void (await call('copy.decide', former)),
    redo: async () => void (await call('copy.decide', decision)),
  };
}
