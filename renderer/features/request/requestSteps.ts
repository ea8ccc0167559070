/** Changes of requests as steps that can be taken back. */
import type { Request } from '../../../shared/domain/request.ts';
import { call } from '../../api/index.ts';
import type { UndoableStep } from '../../workbench/index.ts';

export type RequestFields = Pick<
  Request,
  'findingId' | 'addressee' | 'substance' | 'state' | 'sentOn' | 'dueOn' | 'answeredOn' | 'replyExhibitId' | 'note'
>;
export type RequestChange = Partial<RequestFields>;

export async function changeRequest(request: Request, change: RequestChange): Promise<UndoableStep> {
  const requestId = request.id;
  const former = Object.fromEntries(
    Object.keys(change).map(field => [field, request[field as keyof RequestFields]]),
  ) as RequestChange;
  await call('request.update', { requestId, change });
  return {
    label: `change of the request to ${request.addressee}`,
    undo: async () => void (await call('request.update', { requestId, change: former })),
    redo: async () => void (await call('request.update', { requestId, change })),
  };
}
