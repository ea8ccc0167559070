/** How requests read in lists, and which come first. Pure. */
import { hadOpportunity, type Request, type RequestState, requestStateWords } from '../../../shared/domain/request.ts';
import { foldText } from '../../../shared/domain/text/index.ts';

export const stateOptions = (Object.keys(requestStateWords) as RequestState[]).map(value => ({
  value,
  label: optionWords(value),
}));

function optionWords(state: RequestState): string {
  return state === 'sent' ? 'sent, has yet to reply' : requestStateWords[state];
}

/** What is wrong with its record, in one sentence; null if it gives its addressee the opportunity to reply. */
export function requestGap(request: Pick<Request, 'state' | 'sentOn' | 'answeredOn'>): string | null {
  if (hadOpportunity(request)) return null;
  if (request.state === 'draft') return 'Not sent: it does not count as an opportunity to reply yet.';
  return 'Without a date it does not count as an opportunity to reply. Write when it was sent or answered.';
}

/** Past its day and unanswered; `today` as `2026-03-07`. */
export function isOverdue(request: Pick<Request, 'state' | 'dueOn'>, today: string): boolean {
  return (
    request.state === 'sent' &&
    request.dueOn !== null &&
    /^\d{4}-\d\d-\d\d$/.test(request.dueOn) &&
    request.dueOn < today
  );
}

/** Requests whose addressee, substance or note hold all words. */
export function matchingRequests(requests: readonly Request[], typed: string): Request[] {
  const words = foldText(typed).folded.split(/\s+/).filter(Boolean);
  return requests.filter(({ addressee, substance, note }) => {
    const held = foldText(`${addressee} ${substance} ${note}`).folded;
    return words.every(word => held.includes(word));
  });
}
