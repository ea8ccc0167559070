import { useMemo } from 'react';
import type { Provision } from '../../../shared/domain/provision.ts';
import { useQuery } from '../../api/index.ts';

/** The provisions of these ids, by id; what is still being read is absent. */
export function useProvisions(ids: readonly string[]): ReadonlyMap<string, Provision> {
  const provisionIds = useMemo(() => [...new Set(ids)].sort(), [ids]);
  const { data } = useQuery('provision.get', { provisionIds }, { skip: provisionIds.length === 0, keepPrevious: true });
  return useMemo(() => new Map(data?.map(provision => [provision.id, provision])), [data]);
}

export interface ProvisionFilter {
  words: string;
  topic: string;
  inForceOn: string | null;
}

/** Provisions that bind: `call` rows ask and do not bind, so they are never offered. */
export function useProvisionSearch({ words, topic, inForceOn }: ProvisionFilter) {
  return useQuery(
    'provision.search',
    { words, topics: topic === '' ? [] : [topic], inForceOn, includeCalls: false },
    { keepPrevious: true },
  );
}

export function useTopics() {
  return useQuery('provision.topics', {});
}
