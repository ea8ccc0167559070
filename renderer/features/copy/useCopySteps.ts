import { useMemo } from 'react';
import type { CopyVerdict } from '../../../shared/contract/copy.ts';
import { call, reportOf } from '../../api/index.ts';
import { useToast, useUndo } from '../../workbench/index.ts';
import { type CopyDecision, decisionStep } from './copySteps.ts';

export interface CopySteps {
  /** Answers null where it could not be saved, which the person is told; `done` is the sentence that the person is told, with the undo beside it. */
  decide(decision: CopyDecision, before: CopyVerdict | null, done: string): Promise<CopyVerdict | null>;
}

export function useCopySteps(): CopySteps {
  const toast = useToast();
  const undo = useUndo();
  return useMemo(
    () => ({
      decide: async (decision, before, done) => {
        try {
          const verdict = await call('copy.decide', decision);
          undo.push(decisionStep(decision, before));
          toast({ text: done, undo: true });
          return verdict;
        } catch (error) {
          toast({ text: reportOf(error).sentence, kind: 'problem' });
          return null;
        }
      },
    }),
    [toast, undo],
  );
}
