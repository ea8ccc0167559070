import { z } from 'zod';
import { Request } from '../domain/request.ts';
import { CaseId, RequestId } from '../kernel/ids.ts';
import { command, query } from './operation.ts';

const RequestDraft = Request.pick({
  caseId: true,
  findingId: true,
  addressee: true,
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
  'request.create': command(RequestDraft, Request),
  'request.update': command(
    z.object({ requestId: RequestId, change: RequestDraft.omit({ caseId: true }).partial() }),
    Request,
  ),
} as const;
