import { z } from 'zod';
import { CaseId, ExhibitId, SavedSearchId } from '../kernel/ids.ts';
import { Instant } from '../kernel/dates.ts';
import { command, done, inquiry, query } from './operation.ts';

/** A hit in its sentence. `ranges` count in `snippet`; `start`, `end` in the page's text. */
export const SearchHit = z.object({
  pageIndex: z.number().int(),
  pageLabel: z.string().nullable(),
  snippet: z.string(),
  ranges: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
  start: z.number().int(),
  end: z.number().int(),
  /** What the reader looks for in its own text layer. */
  quote: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
  hitsOnPage: z.number().int(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchGroup = z.object({
  exhibitId: ExhibitId,
  number: z.number().int(),
  title: z.string(),
  mediaType: z.string(),
  languages: z.array(z.string()),
  sourceName: z.string().nullable(),
  reliability: z.string().nullable(),
  /** Pages of this exhibit that match; `hits` holds the first ones, `search.hits` the rest. */
  pageCount: z.number().int(),
  hits: z.array(SearchHit),
});
export type SearchGroup = z.infer<typeof SearchGroup>;

export const searchContract = {
  /** Groups in the order of exhibits; follow `nextOffset` until null: nothing is out of reach. */
  'search.run': query(
    z.object({
      caseId: CaseId.nullable(),
      query: z.string().max(2000),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().positive().max(100).default(20),
    }),
    z.object({
      groups: z.array(SearchGroup),
      nextOffset: z.number().int().nullable(),
      warnings: z.array(z.string()),
      tookMs: z.number(),
    }),
  ),
  /** Counts in steps, so that a long count never holds up what is shown. */
  'search.count': inquiry(
    z.object({ caseId: CaseId.nullable(), query: z.string().max(2000) }),
    z.object({ exhibits: z.number().int(), pages: z.number().int() }),
  ),
  /** All hits of one exhibit, page by page. */
  'search.hits': query(
    z.object({
      exhibitId: ExhibitId,
      query: z.string().max(2000),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().positive().max(200).default(50),
    }),
    z.object({ hits: z.array(SearchHit), total: z.number().int() }),
  ),
  'search.save': command(
    z.object({ caseId: CaseId, name: z.string().trim().min(1).max(120), query: z.string().max(2000) }),
    z.object({ id: SavedSearchId }),
  ),
  'search.saved': query(
    z.object({ caseId: CaseId }),
    z.array(z.object({ id: SavedSearchId, name: z.string(), query: z.string(), savedAt: Instant })),
  ),
  'search.forget': command(z.object({ id: SavedSearchId }), done),
} as const;
