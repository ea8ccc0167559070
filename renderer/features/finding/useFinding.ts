/** What the findings place reads and does: the only file here that speaks to the core on its behalf. */
import { useMemo } from 'react';
import type { ClaimView, Finding, FindingView } from '../../../shared/domain/finding.ts';
import type { CaseId, ClaimId, EntityId, FindingId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { useStep } from '../citation/index.ts';
import {
  addClaim,
  changeFinding,
  changeParticipants,
  createFinding,
  dateClaim,
  type Judgement,
  judgeClaim,
  measureClaim,
  nameEntities,
  orderClaims,
  type ParticipantDraft,
  rewordClaim,
  withdrawClaim,
} from './findingSteps.ts';

export function useFindings(caseId: CaseId) {
  return useQuery('finding.list', { caseId });
}

export function useFinding(findingId: FindingId) {
  return useQuery('finding.get', { findingId });
}

export function useCaseRequests(caseId: CaseId) {
  return useQuery('request.list', { caseId });
}

export function useSources() {
  return useQuery('source.list', {});
}

/** Begins a finding and opens it. */
export function useCreateFinding(caseId: CaseId): (title: string) => Promise<boolean> {
  const take = useStep();
  const { go } = useNavigate();
  return title =>
    take(async () => {
      const { finding, step } = await createFinding(caseId, title);
      go({ place: 'findings', findingId: finding.id });
      return step;
    });
}

export interface FindingActions {
  retitle(title: string): void;
  setStage(stage: Finding['stage']): void;
  setAlternatives(alternatives: string): void;
  setParticipants(participants: readonly ParticipantDraft[], label: string): void;
  addClaim(text: string): void;
  reword(claim: ClaimView, text: string): void;
  measure(claim: ClaimView, provisionIds: readonly string[]): void;
  setDate(claim: ClaimView, occurredOn: ClaimView['occurredOn']): void;
  setEntities(claim: ClaimView, entityIds: readonly EntityId[]): void;
  move(claimId: ClaimId, by: -1 | 1): void;
  withdraw(claim: ClaimView): void;
  judge(claim: ClaimView, judgement: Judgement): void;
}

export function useFindingActions(finding: FindingView): FindingActions {
  const take = useStep();
  const { go } = useNavigate();
  return useMemo(
    () => ({
      retitle: title => void take(() => changeFinding(finding, { title })),
      setStage: stage =>
        void take(
          () => changeFinding(finding, { stage }),
          stage === 'withdrawn' ? 'Finding withdrawn. It stays on record.' : undefined,
        ),
      setAlternatives: alternatives => void take(() => changeFinding(finding, { alternatives })),
      setParticipants: (participants, label) => void take(() => changeParticipants(finding, participants, label)),
      addClaim: text =>
        void take(async () => {
          const { claimId, step } = await addClaim(finding.id, text);
          go({ claimId }, { replace: true });
          return step;
        }),
      reword: (claim, text) => void take(() => rewordClaim(claim, text)),
      measure: (claim, provisionIds) => void take(() => measureClaim(claim, provisionIds)),
      setDate: (claim, occurredOn) => void take(() => dateClaim(claim, occurredOn)),
      setEntities: (claim, entityIds) => void take(() => nameEntities(claim, entityIds)),
      move: (claimId, by) => {
        const ids = finding.claims.map(claim => claim.id);
        const from = ids.indexOf(claimId);
        const to = from + by;
        if (from < 0 || to < 0 || to >= ids.length) return;
        void take(() => orderClaims(finding, ids.toSpliced(from, 1).toSpliced(to, 0, claimId)));
      },
      withdraw: claim => void take(() => withdrawClaim(claim.id), 'Claim withdrawn.'),
      judge: (claim, judgement) => void take(() => judgeClaim(claim, judgement)),
    }),
    [finding, take, go],
  );
}
