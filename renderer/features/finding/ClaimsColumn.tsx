import { type Ref, useMemo } from 'react';
import { citedInNarrative } from '../../../shared/domain/narrative.ts';
import type { FindingView } from '../../../shared/domain/finding.ts';
import type { Provision } from '../../../shared/domain/provision.ts';
import type { CitationId, ClaimId } from '../../../shared/kernel/ids.ts';
import { useClaimInHand, useNavigate, useRoute } from '../../workbench/index.ts';
import { type CitedPassage, useCitationActions } from '../citation/index.ts';
import { AddClaim } from './AddClaim.tsx';
import { ClaimCard } from './ClaimCard.tsx';
import type { FindingActions } from './useFinding.ts';

export interface ClaimsColumnProps {
  finding: FindingView;
  actions: FindingActions;
  provisions: ReadonlyMap<string, Provision>;
  unfolded: CitationId | null;
  onUnfold(id: CitationId | null): void;
  onProvisions(id: ClaimId): void;
  onRead(citation: CitedPassage): void;
  onPutInText(citation: CitedPassage): void;
  addRef: Ref<{ focus(): void }>;
}

/** The claims of a finding, one card each. */
export function ClaimsColumn({
  finding,
  actions,
  provisions,
  unfolded,
  onUnfold,
  onProvisions,
  onRead,
  onPutInText,
  addRef,
}: ClaimsColumnProps) {
  const route = useRoute();
  const { go } = useNavigate();
  const hand = useClaimInHand();
  const citing = useCitationActions();
  const inText = useMemo(() => new Set(citedInNarrative(finding.narrative)), [finding.narrative]);
  const reading = ({ passageId }: CitedPassage) => route.at?.kind === 'passage' && route.at.passageId === passageId;
  const { claims } = finding;
  return (
    <div className="claims">
      {claims.map((claim, at) => {
        const held = { claimId: claim.id, findingId: finding.id, text: claim.text, findingTitle: finding.title };
        const inHand = hand.claim?.claimId === claim.id;
        return (
          <ClaimCard
            key={claim.id}
            claim={claim}
            number={at + 1}
            last={at === claims.length - 1}
            actions={actions}
            citing={citing}
            provisions={provisions}
            inHand={inHand}
            asked={route.claimId === claim.id}
            unfolded={unfolded}
            reading={reading}
            inText={inText}
            onHand={() => (inHand ? hand.clear() : hand.take(held))}
            onEvidence={() => {
              hand.take(held);
              // Coming back, its card is in view.
              go({ claimId: claim.id }, { replace: true });
              go({ place: 'search' });
            }}
            onProvisions={() => onProvisions(claim.id)}
            onUnfold={onUnfold}
            onRead={onRead}
            onPutInText={onPutInText}
          />
        );
      })}
      <AddClaim first={claims.length === 0} onAdd={actions.addClaim} ref={addRef} />
    </div>
  );
}
