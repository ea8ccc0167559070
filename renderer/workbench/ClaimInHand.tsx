/** The claim that C cites to: taken in the finding editor, used wherever one reads. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { ClaimId, FindingId } from '../../shared/kernel/ids.ts';

export interface HeldClaim {
  claimId: ClaimId;
  findingId: FindingId;
  text: string;
  findingTitle: string;
}

export interface ClaimInHand {
  claim: HeldClaim | null;
  take(claim: HeldClaim): void;
  clear(): void;
}

const ClaimContext = createContext<ClaimInHand | null>(null);

export function ClaimInHandProvider({ children }: { children: ReactNode }) {
  const [claim, setClaim] = useState<HeldClaim | null>(null);
  const clear = useCallback(() => setClaim(null), []);
  const value = useMemo(() => ({ claim, take: setClaim, clear }), [claim, clear]);
  return <ClaimContext value={value}>{children}</ClaimContext>;
}

export function useClaimInHand(): ClaimInHand {
  const value = useContext(ClaimContext);
  if (!value) throw new Error('useClaimInHand outside a case');
  return value;
}
