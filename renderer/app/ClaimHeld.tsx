import { Quote, X } from 'lucide-react';
import { IconButton } from '../ui/index.ts';
import { useClaimInHand, useCommands, useNavigate } from '../workbench/index.ts';

/** The claim that C cites to, always in view while one reads. */
export function ClaimHeld({ narrow }: { narrow: boolean }) {
  const { claim, clear } = useClaimInHand();
  const navigate = useNavigate();
  useCommands([
    { id: 'claim.putDown', title: 'Put the claim in hand down', section: 'Findings', when: claim !== null, run: clear },
  ]);
  if (!claim) return null;
  const open = () => navigate.go({ place: 'findings', findingId: claim.findingId, claimId: claim.claimId });
  const words = claim.text || claim.findingTitle;
  if (narrow) return <IconButton icon={Quote} label={`Claim in hand: ${words}`} onPress={open} pressed />;
  return (
    <section className="claim-held" aria-label="Claim in hand">
      <div className="claim-held-head">
        <span>Citing to</span>
        <IconButton icon={X} size={14} label="Put this claim down" onPress={clear} />
      </div>
      <button
        type="button"
        className="claim-held-text"
        title={`${claim.findingTitle}: ${words}`}
        onClick={open}
        dir="auto"
      >
        {words}
      </button>
    </section>
  );
}
