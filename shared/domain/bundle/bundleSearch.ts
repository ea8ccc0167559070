/**
 * The search index: terms in the order of their characters, cut into scripts of a size that loads at once. A query reads the
 * index, the few scripts that its terms fall into, and the text of the pages that it then shows.
 */
import { z } from 'zod';
import { ExhibitNumber } from './bundleNumbers.ts';

/** `search/terms-index`. What can be found is numbered from 0: first the places, then the pages, exhibit by exhibit. */
export const SearchIndex = z.object({
  placeCount: z.number().int().nonnegative(),
  /** Exhibits whose pages are searched, and the number of their first page. */
  exhibits: z.array(z.object({ number: ExhibitNumber, first: z.number().int(), pageCount: z.number().int() })),
  documentCount: z.number().int().nonnegative(),
  /** The first term of each shard; a term is in the last shard whose first term is not greater. */
  shards: z.array(z.string()),
});
export type SearchIndex = z.infer<typeof SearchIndex>;

/** `search/terms-0000`. */
export const SearchShard = z.object({
  /** Sorted, with spaces between. */
  terms: z.string(),
  /** For each term the numbers of what holds it (`searchPostings.ts`), with spaces between. */
  postings: z.string(),
});
export type SearchShard = z.infer<typeof SearchShard>;

/** Something other than a page that words are found in. */
export const SearchPlace = z.object({
  kind: z.enum(['case', 'finding', 'claim', 'exhibit', 'passage', 'entity', 'request', 'figure', 'source']),
  /** Of the thing; of an exhibit its number, of a figure its numeral. */
  id: z.string(),
  title: z.string(),
  /** The words that are searched, title included. */
  text: z.string(),
  /** Of a claim its finding. */
  within: z.string().optional(),
});
export type SearchPlace = z.infer<typeof SearchPlace>;

/** `search/places-000`, `PLACES_AT_ONCE` a block. */
export const SearchPlaces = z.array(SearchPlace);
export type SearchPlaces = z.infer<typeof SearchPlaces>;
