/** What a chart rests on: its citations, and the line of sources that is printed beneath it. */
import { useEffect, useMemo, useState } from 'react';
import type { ChartGraph } from '../../../../shared/contract/chart.ts';
import type { OutputOf } from '../../../../shared/contract/index.ts';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import type { CitationId, EntityId } from '../../../../shared/kernel/ids.ts';
import { call } from '../../../api/index.ts';

type Cited = OutputOf<'entity.citations'>[number];

/** The core is asked for so many entities at once. */
const AT_ONCE = 2000;
/** While the date slides the chart changes many times a second; what it rests on is asked for when it comes to rest. */
const REST_MS = 400;

/** Entities and ties of what is shown, each once. */
export function entitiesOf({ nodes, edges }: ChartGraph): EntityId[] {
  return [...new Set([...nodes.map(node => node.id), ...edges.map(tie => tie.entityId)])];
}

export async function citationsOf(shown: ChartGraph): Promise<Cited[]> {
  const ids = entitiesOf(shown);
  const found: Cited[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE)
    found.push(...(await call('entity.citations', { entityIds: ids.slice(at, at + AT_ONCE) })));
  return found;
}

export function useCitationIds(shown: ChartGraph): readonly CitationId[] {
  const [ids, setIds] = useState<readonly CitationId[]>([]);
  const hasSome = useMemo(() => shown.edges.some(tie => tie.citationCount > 0) || shown.nodes.length > 0, [shown]);
  useEffect(() => {
    if (!hasSome) return setIds([]);
    let wanted = true;
    const rest = setTimeout(() => {
      citationsOf(shown).then(
        found => wanted && setIds(found.map(one => one.id)),
        // Locked meanwhile, or gone: the picture then has no sources, and its own panel says so.
        () => wanted && setIds([]),
      );
    }, REST_MS);
    return () => {
      wanted = false;
      clearTimeout(rest);
    };
  }, [shown, hasSome]);
  return ids;
}

/** "Sources: EX-0001, pp. 2, 5; EX-0004, p. 1", in the order of the exhibits. */
export function sourceLine(cited: readonly Pick<Cited, 'exhibitNumber' | 'pageIndex' | 'pageLabel'>[]): string {
  const pages = new Map<number, Map<number, string>>();
  for (const { exhibitNumber: number, pageIndex, pageLabel } of cited) {
    const of = pages.get(number) ?? new Map<number, string>();
    of.set(pageIndex, pageLabel ?? String(pageIndex + 1));
    pages.set(number, of);
  }
  if (pages.size === 0) return '';
  const parts = [...pages]
    .sort(([left], [right]) => left - right)
    .map(([number, of]) => {
      const labels = [...of].sort(([left], [right]) => left - right).map(([, label]) => label);
      return `${exhibitNumber(number)}, ${labels.length === 1 ? 'p.' : 'pp.'} ${labels.join(', ')}`;
    });
  return `${parts.length === 1 ? 'Source' : 'Sources'}: ${parts.join('; ')}`;
}
