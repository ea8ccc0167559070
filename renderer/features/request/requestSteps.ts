/** Changes of requests as steps that can be taken back. */
import type { Request } from '../../../shared/domain/request.ts';
import { call } from '../../api/index.ts';
import type { UndoableStep } from '../../workbench/index.ts';

export type RequestFields = Pick<
  Request,
  | 'findingId'
  | 'addressee'
  | 'entityId'
  | 'substance'
  | 'state'
  | 'sentOn'
  | 'dueOn'
  | 'answeredOn'
  | 'replyExhibitId'
  | 'note'
>;
export type RequestChange = Partial<RequestFields>;
/** A change that depends on what stands in the vault now: a date left a moment ago is not on the screen yet. */
export type RequestChoice = RequestChange | ((request: Request) => RequestChange);

export async function changeRequest(shown: Request, choice: RequestChoice): Promise<UndoableStep> {
  const requestId = shown.id;
  const request = (await call('request.list', { caseId: shown.caseId })).find(one => one.id === requestId) ?? shown;
  const change = typeof choice === 'function' ? choice(request) : choice;
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
