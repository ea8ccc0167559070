/** What the requests place reads and does. */
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Request } from '../../../shared/domain/request.ts';
import { useCommand, useQuery } from '../../api/index.ts';
import { useToast } from '../../workbench/index.ts';
import { useStep } from '../citation/index.ts';
import { changeRequest, type RequestChoice } from './requestSteps.ts';

export function useRequests(caseId: CaseId) {
  return useQuery('request.list', { caseId });
}

export function useFindingNames(caseId: CaseId) {
  const { data } = useQuery('finding.list', { caseId });
  return data?.map(({ id, number, title, stage }) => ({ id, number, title, stage })) ?? [];
}

/** Exhibits whose number, title or file name hold the words: candidates for a reply. */
export function useReplyCandidates(caseId: CaseId, words: string, skip: boolean) {
  const { data, loading } = useQuery('exhibit.list', { caseId, words, limit: 50 }, { skip, keepPrevious: true });
  return { exhibits: data?.rows ?? [], loading };
}

export function useChangeRequest(): (request: Request, change: RequestChoice) => void {
  const take = useStep();
  return (request, change) => void take(() => changeRequest(request, change));
}

/** Records a request. There is no taking back: what was asked stays on record, as a draft at least. */
export function useCreateRequest(caseId: CaseId) {
  const create = useCommand('request.create');
  const toast = useToast();
  return {
    busy: create.running,
    error: create.error,
    run: async ({
      addressee,
      entityId,
      substance,
      findingId,
    }: Pick<Request, 'addressee' | 'entityId' | 'substance' | 'findingId'>): Promise<Request | null> => {
      try {
        const request = await create.run({
          caseId,
          findingId,
          addressee,
          entityId,
          substance,
          state: 'draft',
          sentOn: null,
          dueOn: null,
          answeredOn: null,
          replyExhibitId: null,
          note: '',
        });
        toast({ text: `Request to ${addressee} recorded as a draft.` });
        return request;
      } catch {
        // Shown beside the button.
        return null;
      }
    },
  };
}
