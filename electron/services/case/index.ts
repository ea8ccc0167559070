import type { Handlers } from '../handlers.ts';
import { changeCase, createCase, requireCase } from './caseService.ts';
import { listCases } from './caseSql.ts';

export { createCase, requireCase } from './caseService.ts';
export { nextExhibitNumber, nextFindingNumber, ownNumbers } from './numbering.ts';
export { requireOfCase } from './ofCase.ts';
export { findCaseByReference } from './caseSql.ts';

export const caseHandlers = {
  'case.list': ctx => listCases(ctx.db),
  'case.get': (ctx, { caseId }) => requireCase(ctx.db, caseId),
  'case.create': createCase,
  'case.update': changeCase,
} satisfies Handlers<'case.list' | 'case.get' | 'case.create' | 'case.update'>;
