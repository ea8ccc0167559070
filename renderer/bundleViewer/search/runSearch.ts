/** Looks for what was typed in all of the bundle, and tells what it has so far. */
import { matchesPage, parseQuery, type QueryNode } from '../../../shared/domain/search/index.ts';
import type { CaseIndex } from '../content/caseIndex.ts';
import { loadPage } from '../content/loadCase.ts';
import { type PageHit, searchBundle } from '../content/searchBundle.ts';
import { searchCase } from './searchCase.ts';
import { byExhibit, type SearchResult } from './searchResult.ts';

/** What cannot be understood is told with its place; never taken for "nothing found". */
export class QueryRefused extends Error {}

const NO_INDEX =
  'This bundle has no index of its exhibits: only findings, titles and cited passages were looked through.';

/** Yields nothing where nothing is looked for. The last that is yielded is whole. @throws QueryRefused */
export async function* runSearch(index: CaseIndex, query: string): AsyncGenerator<SearchResult> {
  const { bundle } = index;
  if (query.trim() === '') return;
  if (!bundle.parts?.hasSearch) {
    const node = requireWords(query);
    const places = searchCase(bundle, node);
    yield { node, places, exhibits: [], pageCount: 0, notes: [NO_INDEX], ahead: 0 };
    return;
  }
  const found = await searchBundle(query);
  if (!found.ok) throw new QueryRefused(found.message);
  const node = found.node ?? requireWords(query);
  const notes = found.warnings.map(({ message }) => message);
  const tell = (pages: readonly PageHit[], ahead: number): SearchResult => ({
    ...{ node, notes, ahead, places: found.places },
    exhibits: byExhibit(pages),
    pageCount: pages.length,
  });
  if (found.isExact) {
    yield tell(found.pages, 0);
    return;
  }
  const held: PageHit[] = [];
  for (let at = 0; at < found.pages.length; at += AT_ONCE) {
    held.push(...(await holding(index, found.pages.slice(at, at + AT_ONCE), node)));
    yield tell(held, Math.max(0, found.pages.length - at - AT_ONCE));
  }
  if (found.pages.length === 0) yield tell([], 0);
}

/** So many pages are looked at before what was found is shown. */
const AT_ONCE = 120;

function requireWords(query: string): QueryNode {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new QueryRefused(parsed.message);
  if (parsed.query.text === null) throw new QueryRefused('Write words to look for.');
  return parsed.query.text;
}

/** The index tells which pages have the words, not whether they stand beside one another: that is looked up. */
async function holding({ exhibits }: CaseIndex, pages: readonly PageHit[], node: QueryNode): Promise<PageHit[]> {
  const holds = await Promise.all(
    pages.map(async hit => {
      const exhibit = exhibits.get(hit.exhibitNumber);
      const page = exhibit && (await loadPage(exhibit, hit.pageIndex));
      return Boolean(page && matchesPage(page.text, node));
    }),
  );
  return pages.filter((_, at) => holds[at]);
}
