import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { InputOf, OperationName, OutputOf, QueryName } from '../../shared/contract/index.ts';
import type { ErrorReport } from '../../shared/kernel/errors.ts';
import { keyOf, nothingRead, refetch as refetchKey, type Snapshot, snapshotOf, watch } from './queryStore.ts';

export interface QueryOptions {
  /** Asks nothing while true; `data` is undefined. */
  skip?: boolean;
  /** While another input loads, the last answer stays, so that a list does not blink while one types. */
  keepPrevious?: boolean;
}

export interface QueryResult<Data> {
  data: Data | undefined;
  error: ErrorReport | null;
  loading: boolean;
  /** `data` answers another input than this one, which is still read. */
  isPrevious: boolean;
  refetch(): void;
}

const loadingFirst: Snapshot = { data: undefined, error: null, loading: true };

/** What the core knows, read again when its concept changed. */
export function useQuery<Name extends QueryName & OperationName>(
  name: Name,
  input: InputOf<Name>,
  options: QueryOptions = {},
): QueryResult<OutputOf<Name>> {
  const { skip = false, keepPrevious = false } = options;
  const key = skip ? null : keyOf(name, input);
  const latestInput = useRef(input);
  latestInput.current = input;
  const subscribe = useCallback(
    (watcher: () => void) => (key === null ? () => {} : watch(key, name, latestInput.current, watcher)),
    [key, name],
  );
  const read = useCallback(() => (key === null ? nothingRead : (snapshotOf(key) ?? loadingFirst)), [key]);
  const snapshot = useSyncExternalStore(subscribe, read);
  const previous = useRef<unknown>(undefined);
  if (snapshot.data !== undefined) previous.current = snapshot.data;
  const data = snapshot.data === undefined && keepPrevious ? previous.current : snapshot.data;
  const refetch = useCallback(() => {
    if (key !== null) refetchKey(key);
  }, [key]);
  const isPrevious = snapshot.data === undefined && data !== undefined;
  const { error, loading } = snapshot;
  return { data: data as OutputOf<Name> | undefined, error, loading, isPrevious, refetch };
}
