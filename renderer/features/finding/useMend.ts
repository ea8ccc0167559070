import { useCallback } from 'react';
import type { FindingView } from '../../../shared/domain/finding.ts';
import { ExhibitId, SourceId } from '../../../shared/kernel/ids.ts';
import { useClaimInHand, useNavigate } from '../../workbench/index.ts';
import type { MissingLine } from './missing.ts';

export interface MendHere {
  /** Opens the provision picker for a claim. */
  choose(claimId: string): void;
  /** Brings a claim's card into view, with its unanswered contradiction from this exhibit unfolded. */
  show(claimId: string, exhibitId: string | null): void;
  /** Begins the first claim. */
  addClaim(): void;
}

/** Where each line of what is missing leads. */
export function useMend(finding: FindingView, here: MendHere): (line: MissingLine) => void {
  const { go } = useNavigate();
  const { take } = useClaimInHand();
  return useCallback(
    line => {
      const claim = finding.claims.find(one => one.id === line.claims[0]?.id);
      switch (line.mend) {
        case 'citations':
          if (!claim) return;
          if (line.subject !== null) {
            here.show(claim.id, line.subject);
            return;
          }
          take({ claimId: claim.id, findingId: finding.id, text: claim.text, findingTitle: finding.title });
          // Coming back, its card is in view.
          go({ claimId: claim.id }, { replace: true });
          go({ place: 'search' });
          return;
        case 'sources': {
          const sourceId = SourceId.safeParse(line.subject);
          go(sourceId.success ? { place: 'sources', sourceId: sourceId.data } : { place: 'sources' });
          return;
        }
        case 'requests':
          go({ place: 'requests', findingId: finding.id, query: line.subject ?? '' });
          return;
        case 'exhibit': {
          const exhibitId = ExhibitId.safeParse(line.subject);
          if (exhibitId.success) go({ place: 'exhibits', exhibitId: exhibitId.data });
          return;
        }
        case 'provisions':
          if (claim) here.choose(claim.id);
          return;
        case 'claim':
          if (claim) here.show(claim.id, null);
          else here.addClaim();
          return;
        case 'none':
          return;
      }
    },
    [finding, here, go, take],
  );
}
