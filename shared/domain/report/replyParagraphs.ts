/** Whether each one named in a finding had the opportunity to reply, with the dates that show it. */
import { exhibitNumber } from '../exhibit.ts';
import type { FindingView } from '../finding.ts';
import { type Request, requestStateWords } from '../request.ts';
import type { Paragraphs } from './paragraphs.ts';
import type { ReportInput } from './reportInput.ts';
import type { ReportBlock } from './reportModel.ts';
import { asSentence, dateOr, requestsTo, text } from './reportWords.ts';

export function replyParagraphs(finding: FindingView, input: ReportInput, paragraphs: Paragraphs): ReportBlock[] {
  if (finding.participants.length === 0) return [];
  return [
    { type: 'heading', level: 3, text: 'Those named, and their opportunity to reply' },
    ...finding.participants.map(participant => {
      const { name, role } = participant;
      const asked = requestsTo(input.requests, participant);
      const who = role === '' ? name : `${name} (${role})`;
      const sentences =
        asked.length === 0
          ? [`No reply was requested from ${name}.`]
          : asked.map(request => replySentence(request, name, input));
      return paragraphs.next(
        [text(asSentence(who), { bold: true }), text(` ${sentences.join(' ')}`)],
        asked.some(request => request.state !== 'draft') ? 'plain' : 'caution',
      );
    }),
  ];
}

export function replySentence(request: Request, name: string, { exhibits }: Pick<ReportInput, 'exhibits'>): string {
  const reply = exhibits.find(exhibit => exhibit.id === request.replyExhibitId);
  const where = reply ? ` (${exhibitNumber(reply.number)})` : '';
  const asked = request.sentOn
    ? `A request was sent on ${dateOr(request.sentOn, '')}`
    : 'A request was made on a date not recorded';
  const words = requestStateWords[request.state];
  switch (request.state) {
    case 'draft':
      return asSentence(`A request to ${name} was drafted and ${words}`);
    case 'sent':
      return asSentence(`${asked}; ${name} ${words}${request.dueOn ? ` (due ${dateOr(request.dueOn, '')})` : ''}`);
    case 'replied':
    case 'declined':
    case 'not-reachable':
      return asSentence(
        `${asked}; ${name} ${words}${request.answeredOn ? ` on ${dateOr(request.answeredOn, '')}` : ''}${where}`,
      );
  }
}
