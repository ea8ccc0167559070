/**
 * Searches the bundle by its index, in the app's own language of queries: words, “phrases”, AND OR NOT, beginnings (`ship*`), NEAR. The
 * index knows which pages have a term, not where: what it names is looked at once more before it is shown (`matchesPage`).
 */
import { PLACES_AT_ONCE, SEARCH_INDEX_KEY, searchPlacesKey } from '../../../shared/domain/bundle/bundlePaths.ts';
import { SearchIndex, type SearchPlace, SearchPlaces } from '../../../shared/domain/bundle/bundleSearch.ts';
import { matchesPage, parseQuery, type QueryNode, type QueryWarning } from '../../../shared/domain/search/index.ts';
import { loadParsed } from './remembered.ts';
import { candidates } from './searchCandidates.ts';

export interface PageHit {
  exhibitNumber: string;
  pageIndex: number;
}

export interface SearchFound {
  ok: true;
  /** For `findMatches`, `makeSnippet` and `matchesPage`; null where nothing was asked for. */
  node: QueryNode | null;
  warnings: QueryWarning[];
  /** What is found outside the pages, in the order of the case. */
  places: SearchPlace[];
  /** By exhibit and page. With `isExact` all hold what was asked; else some may hold its words but not beside one another. */
  pages: PageHit[];
  isExact: boolean;
}
export interface SearchRefused {
  ok: false;
  message: string;
  /** Counted in characters from 0. */
  at: number;
}

export async function searchBundle(text: string): Promise<SearchFound | SearchRefused> {
  const parsed = parseQuery(text);
  if (!parsed.ok) return parsed;
  const { query, warnings: given } = parsed;
  const warnings = [...given, ...query.fields.map(({ field, at }) => ({ message: `${field}: is not known here`, at }))];
  const node = query.text;
  if (!node) return { ok: true, node, warnings, places: [], pages: [], isExact: true };
  const index = await loadParsed(SEARCH_INDEX_KEY, untrusted => SearchIndex.parse(untrusted));
  const { numbers, isExact } = await candidates(index, node);
  const places = await placesOf(numbers.filter(number => number < index.placeCount));
  return {
    ok: true,
    node,
    warnings,
    places: places.filter(place => matchesPage(place.text, node)),
    pages: pagesOf(index, numbers),
    isExact,
  };
}

async function placesOf(numbers: readonly number[]): Promise<SearchPlace[]> {
  const places: SearchPlace[] = [];
  for (const number of numbers) {
    const block = await loadParsed(searchPlacesKey(Math.floor(number / PLACES_AT_ONCE)), untrusted =>
      SearchPlaces.parse(untrusted),
    );
    const place = block[number % PLACES_AT_ONCE];
    if (place) places.push(place);
  }
  return places;
}

/** Both rise, so one walk through the exhibits names all pages. */
function pagesOf({ placeCount, exhibits }: SearchIndex, numbers: readonly number[]): PageHit[] {
  const hits: PageHit[] = [];
  let at = 0;
  for (const number of numbers) {
    if (number < placeCount) continue;
    for (let next = exhibits[at]; next && number >= next.first + next.pageCount; next = exhibits[at]) at += 1;
    const exhibit = exhibits[at];
    if (exhibit && number >= exhibit.first)
      hits.push({ exhibitNumber: exhibit.number, pageIndex: number - exhibit.first });
  }
  return hits;
}
