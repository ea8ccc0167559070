import { useEffect, useState } from 'react';
import type { CitationId, EntityId } from '../../../../shared/kernel/ids.ts';
import { call } from '../../../api/index.ts';

/** As many as the operation takes at once. */
const AT_ONCE = 2000;

/** The citations that what is shown rests on, for the source line of a figure. */
export function useCitationIds(entityIds: readonly EntityId[]): readonly CitationId[] {
  const [ids, setIds] = useState<readonly CitationId[]>([]);
  const key = entityIds.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the list holds
  useEffect(() => {
    let isHere = true;
    const read = async () => {
      const found = await citationsOf(entityIds);
      if (isHere) setIds(found);
    };
    // A figure without its citations says so in its own form.
    read().catch(() => isHere && setIds([]));
    return () => {
      isHere = false;
    };
  }, [key]);
  return ids;
}

export async function citationsOf(entityIds: readonly EntityId[]): Promise<CitationId[]> {
  const found: CitationId[] = [];
  for (let from = 0; from < entityIds.length; from += AT_ONCE) {
    const citations = await call('entity.citations', { entityIds: entityIds.slice(from, from + AT_ONCE) });
    found.push(...citations.map(citation => citation.id));
  }
  return found;
}
