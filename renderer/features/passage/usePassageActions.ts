/** What can be done with a passage that is there: each step saved at once and to be taken back. */
import { useMemo } from 'react';
import { reportOf } from '../../api/index.ts';
import { type UndoableStep, useNavigate, useToast, useUndo } from '../../workbench/index.ts';
import type { PassageActions } from './PassageCard.tsx';
import { changeCitation, changePassage, withdrawCitation, withdrawPassage } from './passageSteps.ts';

export function usePassageActions(cite: PassageActions['cite']): PassageActions {
  const undo = useUndo();
  const toast = useToast();
  const { go } = useNavigate();
  return useMemo(() => {
    const take = async (act: () => Promise<UndoableStep>, done?: string) => {
      try {
        undo.push(await act());
        if (done) toast({ text: done, undo: true });
      } catch (error) {
        toast({ text: reportOf(error).sentence, kind: 'problem' });
      }
    };
    return {
      cite,
      change: (passage, change) => void take(async () => (await changePassage(passage, change)).step),
      withdraw: passage => void take(() => withdrawPassage(passage), 'Passage withdrawn.'),
      changeCitation: (citation, change) => void take(async () => (await changeCitation(citation, change)).step),
      withdrawCitation: citation => void take(() => withdrawCitation(citation), 'Citation withdrawn.'),
      openClaim: claim => go({ place: 'findings', findingId: claim.findingId, claimId: claim.claimId }),
    };
  }, [undo, toast, go, cite]);
}
