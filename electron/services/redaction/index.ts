import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import { makeCopy, MakeInput } from './makeCopy.ts';
import { markForRedaction, redactionsOfExhibit, startCopy, takeBackMark } from './redactionService.ts';
import { standingMarks } from './redactionSql.ts';

export { copiesMadeOf, exhibitsToRedact, redactionOfCopy, standingMarks } from './redactionSql.ts';
export { type MarkedCitation, markedCitations } from './markedCitations.ts';
export { type StandIns, standInsOf } from './standIns.ts';

export const redactionJobs = {
  'redaction.make': { input: MakeInput, run: makeCopy },
};

export const redactionHandlers = {
  'redaction.mark': markForRedaction,
  'redaction.takeBack': takeBackMark,
  'redaction.marks': (ctx, { exhibitId }) => standingMarks(ctx.db, exhibitId),
  'redaction.ofExhibit': redactionsOfExhibit,
  'redaction.make': startCopy,
} satisfies Handlers<Extract<OperationName, `redaction.${string}`>>;
