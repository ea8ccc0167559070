/** What left the vault, newest first, read back through the custody events until the beginning. */
import { useCallback, useEffect, useState } from 'react';
import type { CustodyAction, CustodyEvent } from '../../../shared/domain/custody.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { call, reportOf, useCoreEvent } from '../../api/index.ts';

const leaving: readonly CustodyAction[] = ['bundle-exported', 'report-compiled', 'exhibit-exported'];

/** Events a call; a case of 100,000 exhibits has some hundred of these pages, which are read one after the other. */
const PAGE = 500;

export interface History {
  events: readonly CustodyEvent[];
  /** More may come: the custody log is not read to its beginning yet. */
  reading: boolean;
  error: ErrorReport | null;
  retry(): void;
}

export function useHistory(caseId: CaseId): History {
  const [events, setEvents] = useState<readonly CustodyEvent[]>([]);
  const [reading, setReading] = useState(true);
  const [error, setError] = useState<ErrorReport | null>(null);
  const [turn, setTurn] = useState(0);
  const retry = useCallback(() => setTurn(now => now + 1), []);
  useCoreEvent(
    useCallback(
      event => {
        if (event.event === 'job' && event.job.status.state === 'succeeded') retry();
      },
      [retry],
    ),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks to read again
  useEffect(() => {
    const held = { current: true };
    setReading(true);
    setError(null);
    readBack(caseId, held, found => setEvents(found))
      .catch((failure: unknown) => held.current && setError(reportOf(failure)))
      .finally(() => held.current && setReading(false));
    return () => {
      held.current = false;
    };
  }, [caseId, turn]);
  return { events, reading, error, retry };
}

async function readBack(
  caseId: CaseId,
  held: { current: boolean },
  show: (events: CustodyEvent[]) => void,
): Promise<void> {
  let found: CustodyEvent[] = [];
  let beforeSeq: number | null = null;
  while (held.current) {
    const page: { events: CustodyEvent[] } = await call('custody.list', { caseId, beforeSeq, limit: PAGE });
    if (!held.current) return;
    found = [...found, ...page.events.filter(event => leaving.includes(event.action))];
    show(found);
    const oldest = page.events.reduce((seq, event) => Math.min(seq, event.seq), Number.POSITIVE_INFINITY);
    if (page.events.length < PAGE || oldest <= 1) return;
    beforeSeq = oldest;
  }
}
