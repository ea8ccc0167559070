import type { OperationName } from '../../../shared/contract/index.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { type Handlers, started } from '../handlers.ts';
import { RecogniseInput } from './planRecognition.ts';
import { recogniseExhibits } from './recogniseExhibits.ts';
import { changeModelsOfCase, describeCase, describeExhibit, readPageSoFar } from './recognitionService.ts';
import { modelsOfCase, outcomesOf } from './recognitionSql.ts';

export const recognitionJobs = { 'exhibit.recognise': { input: RecogniseInput, run: recogniseExhibits } };

export const recognitionHandlers = {
  'recognition.start': (host, { password, ...input }) => {
    const { db } = host.session.queryContext();
    requireCase(db, input.caseId);
    const { exhibitIds } = input;
    if (exhibitIds !== 'needed')
      for (const id of exhibitIds) requireOfCase('exhibit', requireExhibit(db, id).caseId, input.caseId);
    return started(host.startJob('exhibit.recognise', titleOf(exhibitIds), input, password));
  },
  'recognition.forExhibit': describeExhibit,
  'recognition.forCase': describeCase,
  'recognition.outcomes': (ctx, { jobId }) => outcomesOf(ctx.db, jobId),
  'recognition.page': readPageSoFar,
  'recognition.modelsOfCase': (ctx, { caseId }) => ({ models: modelsOfCase(ctx.db, caseId) }),
  'recognition.setModelsOfCase': changeModelsOfCase,
  'recognition.prioritise': (host, page) => {
    host.wishPage(page);
    return {};
  },
} satisfies Handlers<Extract<OperationName, `recognition.${string}`>>;

function titleOf(exhibitIds: RecogniseInput['exhibitIds']): string {
  if (exhibitIds === 'needed') return 'Recognising the words of scans';
  return exhibitIds.length === 1
    ? 'Recognising the words of an exhibit'
    : `Recognising the words of ${exhibitIds.length} exhibits`;
}
