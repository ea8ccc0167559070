/** The search that is under way, for the list of results, and for the keys that go from one page with the words to the next. */
import { createContext, useContext, useMemo } from 'react';
import type { CaseIndex } from '../content/caseIndex.ts';
import { type Loaded, useLoaded } from '../content/useLoaded.ts';
import { type Route, toExhibit } from '../route.ts';
import { runSearch } from './runSearch.ts';
import { type FoundPage, pagesInOrder, type SearchResult, stepFrom } from './searchResult.ts';

interface Search {
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
  const result = useLoaded(query, () => runSearch(index, query));
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

function openPage({ exhibit, page }: Route): FoundPage | null {
  return exhibit === null ? null : { number: exhibit, pageIndex: page ?? 0 };
}
