import type { OperationName } from '../../../shared/contract/index.ts';
import { requireCase } from '../case/index.ts';
import type { Handlers } from '../handlers.ts';
import { forgetSearch, savedSearches, saveSearch } from './searchSql.ts';
import { countSearch, listHits, runSearch } from './searchService.ts';

export const searchHandlers = {
  'search.run': runSearch,
  'search.count': countSearch,
  'search.hits': listHits,
  'search.save': (ctx, { caseId, name, query }) => {
    requireCase(ctx.db, caseId);
    const id = ctx.newId('sav');
    saveSearch(ctx.db, { id, caseId, name, query, savedAt: ctx.now() });
    return { id };
  },
  'search.saved': (ctx, { caseId }) => savedSearches(ctx.db, caseId),
  'search.forget': (ctx, { id }) => {
    forgetSearch(ctx.db, id);
    return {};
  },
} satisfies Handlers<Extract<OperationName, `search.${string}`>>;
