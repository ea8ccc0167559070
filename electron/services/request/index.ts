import type { OperationName, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Request } from '../../../shared/domain/request.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { givenFields, withChange } from '../../../shared/kernel/withChange.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import type { CommandContext } from '../context.ts';
import { requireEntity } from '../entity/index.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { requireFinding } from '../finding/findingService.ts';
import type { Handlers } from '../handlers.ts';
import { findRequest, insertRequest, requestsOfCase, updateRequestRecord } from './requestSql.ts';

export { requestsOfCase } from './requestSql.ts';

export function createRequest(ctx: CommandContext, draft: ParsedInputOf<'request.create'>): Request {
  requireCase(ctx.db, draft.caseId);
  requireParts(ctx, draft);
  const request: Request = { ...draft, id: ctx.newId('req'), createdAt: ctx.now() };
  insertRequest(ctx.db, request);
  ctx.custody.record({
    action: 'request-created',
    caseId: request.caseId,
    subject: request.id,
    details: { state: request.state },
  });
  return request;
}

function changeRequest(ctx: CommandContext, { requestId, change }: ParsedInputOf<'request.update'>): Request {
  const before = findRequest(ctx.db, requestId);
  if (!before) throw new ProbatumError('not-found', { what: 'request', id: requestId });
  const after = withChange(before, change);
  requireParts(ctx, after);
  updateRequestRecord(ctx.db, after);
  ctx.custody.record({
    action: 'request-changed',
    caseId: after.caseId,
    subject: requestId,
    details: { state: after.state, fields: Object.keys(givenFields(change)).join(', ') },
  });
  return after;
}

/** The finding it was written for and the reply that came are of its own case. */
function requireParts(
  { db }: CommandContext,
  {
    caseId,
    findingId,
    replyExhibitId,
    entityId,
  }: Pick<Request, 'caseId' | 'findingId' | 'replyExhibitId' | 'entityId'>,
): void {
  if (entityId) requireEntity(db, entityId);
  if (findingId) requireOfCase('finding', requireFinding(db, findingId).caseId, caseId);
  if (replyExhibitId) requireOfCase('exhibit', requireExhibit(db, replyExhibitId).caseId, caseId);
}

export const requestHandlers = {
  'request.list': (ctx, { caseId }) => requestsOfCase(ctx.db, caseId),
  'request.create': createRequest,
  'request.update': changeRequest,
} satisfies Handlers<Extract<OperationName, `request.${string}`>>;
