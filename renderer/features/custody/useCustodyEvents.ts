import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListedEvent } from '../../../shared/contract/custody.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { call, reportOf, useQuery } from '../../api/index.ts';

const PAGE = 200;

interface CustodyEvents {
  events: readonly ListedEvent[] | undefined;
  total: number;
  error: ErrorReport | null;
  refetch(): void;
  /** Reads further back, until the first event. */
  loadMore(): void;
}

/**
 * A log, newest first; `vaultId` is '' for this vault's own. The newest page follows changes by itself; older ones never change,
 * so they are read once.
 */
export function useCustodyEvents(vaultId: string, caseId: CaseId | null): CustodyEvents {
  const newest = useQuery('custody.list', { vaultId, caseId, limit: PAGE }, { keepPrevious: true });
  const [older, setOlder] = useState<readonly ListedEvent[]>([]);
  const [error, setError] = useState<ErrorReport | null>(null);
  const reading = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another log begins anew
  useEffect(() => setOlder([]), [vaultId, caseId]);
  const events = newest.data && merge(newest.data.events, older);
  const last = events?.at(-1)?.seq;
  const total = newest.data?.total ?? 0;
  const complete = events !== undefined && events.length >= total;
  const loadMore = useCallback(() => {
    if (complete || last === undefined || reading.current) return;
    reading.current = true;
    call('custody.list', { vaultId, caseId, beforeSeq: last, limit: PAGE }).then(
      page => {
        reading.current = false;
        setError(null);
        setOlder(now => merge(now, page.events));
      },
      (failure: unknown) => {
        reading.current = false;
        setError(reportOf(failure));
      },
    );
  }, [complete, last, vaultId, caseId]);
  return { events, total, error: newest.error ?? error, refetch: newest.refetch, loadMore };
}

function merge(left: readonly ListedEvent[], right: readonly ListedEvent[]): ListedEvent[] {
  const bySeq = new Map([...left, ...right].map(event => [event.seq, event]));
  return [...bySeq.values()].sort((one, other) => other.seq - one.seq);
}
