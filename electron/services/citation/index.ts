import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import { changeCitation, citePassage, restoreCitation, withdrawCitation } from './citationService.ts';
import { citationsOfPassage } from './citationSql.ts';

export { citePassage } from './citationService.ts';
export { citationsOfClaim, citationsOfPassage, findCitation } from './citationSql.ts';

export const citationHandlers = {
  'citation.cite': citePassage,
  'citation.update': changeCitation,
  'citation.withdraw': withdrawCitation,
  'citation.restore': restoreCitation,
  'citation.listForPassage': (ctx, { passageId }) => citationsOfPassage(ctx.db, passageId),
} satisfies Handlers<Extract<OperationName, `citation.${string}`>>;
