import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import { decideCopy, listForCase, listForExhibit, listForSource } from './copyService.ts';

export { findLikeness } from './likenessSql.ts';
export { joinAlike, keepLikeness, leaveGroups } from './keepLikeness.ts';

export const copyHandlers = {
  'copy.listForExhibit': listForExhibit,
  'copy.listForCase': listForCase,
  'copy.listForSource': listForSource,
  'copy.decide': decideCopy,
} satisfies Handlers<Extract<OperationName, `copy.${string}`>>;
