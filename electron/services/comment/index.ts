import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import {
  countComments,
  listComments,
  reopenComment,
  resolveComment,
  restoreComment,
  withdrawComment,
  writeComment,
} from './commentService.ts';
import { inspectReview, receiveReview } from './reviewService.ts';
import { reviewsOfCase } from './reviewSql.ts';

export { commentsOfCase } from './commentSql.ts';
export { dissentsOfCase } from './dissentSql.ts';

export const commentHandlers = {
  'comment.list': listComments,
  'comment.counts': countComments,
  'comment.write': writeComment,
  'comment.resolve': resolveComment,
  'comment.reopen': reopenComment,
  'comment.withdraw': withdrawComment,
  'comment.restore': restoreComment,
  'comment.inspectReview': inspectReview,
  'comment.receiveReview': receiveReview,
  'comment.reviews': (ctx, { caseId }) => reviewsOfCase(ctx.db, caseId),
} satisfies Handlers<Extract<OperationName, `comment.${string}`>>;
