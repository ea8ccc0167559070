import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { useCommand, useQuery } from '../../api/index.ts';

export function useCompartment(caseId: CaseId) {
  return useQuery('compartment.list', { caseId });
}

export function useStaying(exhibitId: ExhibitId) {
  return useQuery('compartment.ofExhibit', { exhibitId });
}

/** Marks a case or an exhibit, or lifts its mark; each needs a reason. */
export function useDecision(verdict: 'mark' | 'lift') {
  const mark = useCommand('compartment.mark');
  const lift = useCommand('compartment.lift');
  return verdict === 'mark' ? mark : lift;
}
