import type { Handlers } from '../handlers.ts';
import { changeSource, createSource, getSource, gradeSource } from './sourceService.ts';
import { listSources } from './sourceSql.ts';

export { createSource, requireSource, sourceLookup } from './sourceService.ts';
export { confidentialSources, gradesOf } from './sourceSql.ts';

export const sourceHandlers = {
  'source.list': ctx => listSources(ctx.db),
  'source.get': getSource,
  'source.create': createSource,
  'source.update': changeSource,
  'source.grade': gradeSource,
} satisfies Handlers<'source.list' | 'source.get' | 'source.create' | 'source.update' | 'source.grade'>;
