import { z } from 'zod';
import { Request } from '../domain/request.ts';
import { CaseId, EntityId, RequestId } from '../kernel/ids.ts';
import { command, query } from './operation.ts';

const RequestDraft = Request.pick({
  caseId: true,
  findingId: true,
  addressee: true,
  entityId: true,
  substance: true,
  state: true,
  sentOn: true,
  dueOn: true,
  answeredOn: true,
  replyExhibitId: true,
  note: true,
});

export const requestContract = {
  'request.list': query(z.object({ caseId: CaseId }), z.array(Request)),
  'request.create': command(RequestDraft.extend({ entityId: EntityId.nullable().default(null) }), Request),
  'request.update': command(
    z.object({ requestId: RequestId, change: RequestDraft.omit({ caseId: true }).partial() }),
    Request,
  ),
} as const;
