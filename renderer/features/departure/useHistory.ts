/** What left the vault: as recorded with its list, and before that as the custody log tells it. */
import { useCallback, useEffect, useState } from 'react';
import type { CustodyAction, CustodyEvent } from '../../../shared/domain/custody.ts';
import type { Departure } from '../../../shared/domain/departure/index.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { call, reportOf, useCoreEvent } from '../../api/index.ts';

/** Of vaults whose departures had no list yet. */
const leaving: readonly CustodyAction[] = [
  'bundle-exported',
  'report-compiled',
  'exhibit-exported',
  'entities-exported',
];

/** Events a call; a case of 100,000 exhibits has some hundred of these pages, which are read one after the other. */
const PAGE = 500;

export interface History {
  departures: readonly Departure[];
  /** Without a list. */
  older: readonly CustodyEvent[];
  /** More may come: the custody log is not read to its beginning yet. */
  reading: boolean;
  error: ErrorReport | null;
  retry(): void;
}

export function useHistory(caseId: CaseId): History {
  const [departures, setDepartures] = useState<readonly Departure[]>([]);
  const [older, setOlder] = useState<readonly CustodyEvent[]>([]);
  const [reading, setReading] = useState(true);
  const [error, setError] = useState<ErrorReport | null>(null);
  const [turn, setTurn] = useState(0);
  const retry = useCallback(() => setTurn(now => now + 1), []);
  useCoreEvent(
    useCallback(
      event => {
        if (event.event === 'job' && event.job.status.state === 'succeeded') retry();
        if (event.event === 'changed' && event.concepts.includes('departure')) retry();
      },
      [retry],
    ),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks to read again
  useEffect(() => {
    const held = { current: true };
    setReading(true);
    setError(null);
    Promise.all([
      readDepartures(caseId, held, found => setDepartures(found)),
      readBack(caseId, held, found => setOlder(found)),
    ])
      .catch((failure: unknown) => held.current && setError(reportOf(failure)))
      .finally(() => held.current && setReading(false));
    return () => {
      held.current = false;
    };
  }, [caseId, turn]);
  return { departures, older, reading, error, retry };
}

interface Held {
  current: boolean;
}

async function readDepartures(caseId: CaseId, held: Held, show: (found: Departure[]) => void): Promise<void> {
  let found: Departure[] = [];
  while (held.current) {
    const page = await call('departure.list', { caseId, offset: found.length, limit: PAGE });
    if (!held.current) return;
    found = [...found, ...page.departures];
    show(found);
    if (page.departures.length < PAGE) return;
  }
}

async function readBack(caseId: CaseId, held: Held, show: (events: CustodyEvent[]) => void): Promise<void> {
  let found: CustodyEvent[] = [];
  let beforeSeq: number | null = null;
  while (held.current) {
    const page: { events: CustodyEvent[] } = await call('custody.list', { caseId, beforeSeq, limit: PAGE });
    if (!held.current) return;
    found = [
      ...found,
      ...page.events.filter(event => leaving.includes(event.action) && event.details['departure'] === undefined),
    ];
    show(found);
    const oldest = page.events.reduce((seq, event) => Math.min(seq, event.seq), Number.POSITIVE_INFINITY);
    if (page.events.length < PAGE || oldest <= 1) return;
    beforeSeq = oldest;
  }
}
