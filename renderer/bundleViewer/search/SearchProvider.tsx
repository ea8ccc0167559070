/** The search that is under way, for the list of results, and for the keys that go from one page with the words to the next. */
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { CaseIndex } from '../content/caseIndex.ts';
import type { Loaded } from '../content/useLoaded.ts';
import { type Route, toExhibit } from '../route.ts';
import { runSearch } from './runSearch.ts';
import { type FoundPage, pagesInOrder, type SearchResult, stepFrom } from './searchResult.ts';

interface Search {
  /** Null where nothing is looked for. */
  result: Loaded<SearchResult | null>;
  /** Where the next page with the words is; null at the end, or where nothing is looked for. */
  stepTo(route: Route, by: 1 | -1): Partial<Route> | null;
}

const SearchContext = createContext<Search>({ result: { state: 'loading' }, stepTo: () => null });

export const useSearch = (): Search => useContext(SearchContext);

interface Props {
  index: CaseIndex;
  query: string;
  children: React.ReactNode;
}

export function SearchProvider({ index, query, children }: Props) {
  const result = useResult(index, query);
  const found = result.state === 'ready' ? result.value : null;
  const search = useMemo(() => {
    const pages = found ? pagesInOrder(found) : [];
    const stepTo: Search['stepTo'] = (route, by) => {
      const next = stepFrom(pages, openPage(route), by);
      return next && toExhibit(next.number, next.pageIndex);
    };
    return { result, stepTo };
  }, [result, found]);
  return <SearchContext value={search}>{children}</SearchContext>;
}

/** What was found so far is shown while it goes on; a new query ends it. */
function useResult(index: CaseIndex, query: string): Loaded<SearchResult | null> {
  const [held, setHeld] = useState<{ query: string; result: Loaded<SearchResult | null> } | null>(null);
  useEffect(() => {
    let current = true;
    const show = (result: Loaded<SearchResult | null>): void => {
      if (current) setHeld({ query, result });
    };
    const run = async (): Promise<void> => {
      let told: SearchResult | null = null;
      for await (const value of runSearch(index, query)) {
        if (!current) return;
        told = value;
        show({ state: 'ready', value });
      }
      if (told === null) show({ state: 'ready', value: null });
    };
    run().catch((error: unknown) => show({ state: 'failed', error }));
    return () => {
      current = false;
    };
  }, [index, query]);
  return held?.query === query ? held.result : { state: 'loading' };
}

function openPage({ exhibit, page }: Route): FoundPage | null {
  return exhibit === null ? null : { number: exhibit, pageIndex: page ?? 0 };
}
