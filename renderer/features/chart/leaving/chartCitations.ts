/** What a chart rests on: its citations, and the line of sources that is printed beneath it. */
import { useEffect, useRef, useState } from 'react';
import type { ChartGraph } from '../../../../shared/contract/chart.ts';
import type { OutputOf } from '../../../../shared/contract/index.ts';
import type { CaseId, CitationId, EntityId } from '../../../../shared/kernel/ids.ts';
import { call } from '../../../api/index.ts';

type Cited = OutputOf<'entity.citations'>[number];

/** The core is asked for so many entities at once. */
const AT_ONCE = 2000;
/** As a figure allows. */
const MOST_CITATIONS = 20_000;
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

/** All of them, where the picture leaves: one that may not go keeps it here. */
export async function groundsOf(shown: ChartGraph): Promise<{ citationIds: CitationId[] }> {
  return { citationIds: (await citationsOf(shown)).map(one => one.id) };
}

/** Null until it is known of just what is shown: a figure must not be taken without its sources. */
export function useCitationIds(shown: ChartGraph): readonly CitationId[] | null {
  const [known, setKnown] = useState<{ of: ChartGraph; ids: readonly CitationId[] } | null>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    let wanted = true;
    const know = (ids: readonly CitationId[]) => {
      if (!wanted) return;
      isFirst.current = false;
      setKnown({ of: shown, ids });
    };
    const rest = setTimeout(
      () => {
        citationsOf(shown).then(
          found => know(found.map(one => one.id)),
          // Locked meanwhile, or gone: the picture then has no sources, and its own panel says so.
          () => know([]),
        );
      },
      isFirst.current ? 0 : REST_MS,
    );
    return () => {
      wanted = false;
      clearTimeout(rest);
    };
  }, [shown]);
  return known?.of === shown ? known.ids : null;
}

/** As a report prints it beneath a figure: "Source: EX-0001, p. 2; EX-0004, p. iv (PDF 6), annotated by the team." */
export async function sourceLineOf(caseId: CaseId, shown: ChartGraph): Promise<string> {
  const citationIds = [...new Set((await citationsOf(shown)).map(one => one.id))].slice(0, MOST_CITATIONS);
  return (await call('figure.proposeSource', { caseId, citationIds })).sourceLine;
}
