/** The passages of an exhibit with what rests on each: their citations, and the claims those speak to. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Citation } from '../../../shared/domain/citation.ts';
import type { Passage } from '../../../shared/domain/passage.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { CaseId, ClaimId, ExhibitId, FindingId, PassageId } from '../../../shared/kernel/ids.ts';
import { call, useCoreEvent, useQuery } from '../../api/index.ts';

export interface NamedClaim {
  claimId: ClaimId;
  findingId: FindingId;
  findingNumber: number;
  findingTitle: string;
  text: string;
}

export interface PassagesInHand {
  passages: readonly Passage[] | undefined;
  citations: ReadonlyMap<PassageId, readonly Citation[]>;
  claims: ReadonlyMap<ClaimId, NamedClaim>;
  error: ErrorReport | null;
  retry(): void;
}

export function usePassages(caseId: CaseId, exhibitId: ExhibitId): PassagesInHand {
  const { data, error, refetch } = useQuery('passage.listForExhibit', { exhibitId });
  const passages = useMemo(
    () => (data ? inReadingOrder(data.filter(one => one.withdrawnAt === null)) : undefined),
    [data],
  );
  const citations = useCitations(passages);
  const claims = useNamedClaims(caseId);
  return { passages, citations, claims, error, retry: refetch };
}

export function inReadingOrder(passages: readonly Passage[]): Passage[] {
  const place = (passage: Passage) => passage.position?.start ?? Math.round((passage.rects[0]?.y ?? 0) * 1_000_000);
  return [...passages].sort((left, right) => left.pageIndex - right.pageIndex || place(left) - place(right));
}

function useCitations(passages: readonly Passage[] | undefined): ReadonlyMap<PassageId, readonly Citation[]> {
  const [citations, setCitations] = useState<ReadonlyMap<PassageId, readonly Citation[]>>(new Map());
  const [turn, setTurn] = useState(0);
  const cited = (passages ?? [])
    .filter(passage => passage.citationCount > 0)
    .map(passage => passage.id)
    .join(' ');
  useCoreEvent(
    useCallback(event => {
      if (event.event === 'changed' && event.concepts.includes('citation')) setTurn(now => now + 1);
    }, []),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again after a change
  useEffect(() => {
    let current = true;
    const ids = cited.split(' ').filter(Boolean) as PassageId[];
    const reads = ids.map(
      async id =>
        [
          id,
          (await call('citation.listForPassage', { passageId: id })).filter(one => one.withdrawnAt === null),
        ] as const,
    );
    // A list that cannot be read leaves the margin without claims; the passages themselves say what failed.
    Promise.all(reads).then(
      read => current && setCitations(new Map(read)),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [cited, turn]);
  return citations;
}

export function useNamedClaims(caseId: CaseId): ReadonlyMap<ClaimId, NamedClaim> {
  const { data } = useQuery('finding.list', { caseId });
  return useMemo(() => {
    const claims = new Map<ClaimId, NamedClaim>();
    for (const finding of data ?? []) {
      for (const claim of finding.claims) {
        claims.set(claim.id, {
          claimId: claim.id,
          findingId: finding.id,
          findingNumber: finding.number,
          findingTitle: finding.title,
          text: claim.text,
        });
      }
    }
    return claims;
  }, [data]);
}
