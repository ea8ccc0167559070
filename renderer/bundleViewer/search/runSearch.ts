/** Looks for what was typed in all of the bundle. */
import { loadPage } from '../content/loadCase.ts';
import type { CaseIndex } from '../content/caseIndex.ts';
import { type PageHit, searchBundle } from '../content/searchBundle.ts';
import { matchesPage, parseQuery, type QueryNode } from '../../../shared/domain/search/index.ts';
import { searchCase } from './searchCase.ts';
import { byExhibit, type SearchResult } from './searchResult.ts';

/** What cannot be understood is told with its place; never taken for "nothing found". */
export class QueryRefused extends Error {}

const NO_INDEX =
  'This bundle has no index of its exhibits: only findings, titles and cited passages were looked through.';

/** Null where nothing is looked for. @throws QueryRefused */
export async function runSearch(index: CaseIndex, query: string): Promise<SearchResult | null> {
  const { bundle } = index;
  if (query.trim() === '') return null;
  if (!bundle.parts?.hasSearch) {
    const node = requireWords(query);
    return { node, places: searchCase(bundle, node), exhibits: [], pageCount: 0, notes: [NO_INDEX] };
  }
  const found = await searchBundle(query);
  if (!found.ok) throw new QueryRefused(found.message);
  const node = found.node ?? requireWords(query);
  const pages = found.isExact ? found.pages : await holding(index, found.pages, node);
  return {
    node,
    places: found.places,
    exhibits: byExhibit(pages),
    pageCount: pages.length,
    notes: found.warnings.map(({ message }) => message),
  };
}

function requireWords(query: string): QueryNode {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new QueryRefused(parsed.message);
  if (parsed.query.text === null) throw new QueryRefused('Write words to look for.');
  return parsed.query.text;
}

/** The index tells which pages have the words, not whether they stand beside one another: that is looked up. */
async function holding({ exhibits }: CaseIndex, pages: readonly PageHit[], node: QueryNode): Promise<PageHit[]> {
  const held: PageHit[] = [];
  for (const hit of pages) {
    const exhibit = exhibits.get(hit.exhibitNumber);
    const page = exhibit && (await loadPage(exhibit, hit.pageIndex));
    if (page && matchesPage(page.text, node)) held.push(hit);
  }
  return held;
}
