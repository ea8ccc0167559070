import type { OperationName } from '../../../shared/contract/index.ts';
import { requireCase } from '../case/index.ts';
import { type Handlers, started } from '../handlers.ts';
import { CompileInput, compileReportFile } from './compileReportJob.ts';
import { editionsOfCase } from './reportSql.ts';
import { preFlightReport, previewReport } from './reportService.ts';

export { writeReport } from './compileReportJob.ts';
export { figureConcerns, marksOfOtherCases } from './figureConcerns.ts';
export { type Pictures, pictureFor, picturesOf } from './figurePictures.ts';
export { draftEdition, freezeEdition } from './editions.ts';
export { disclosed, type Compilation, type Gathered, gatherReport, type Selection, shownBy } from './gatherReport.ts';
export { listOfReport, listSha256, staysOf } from './listOfReport.ts';
export {
  audienceConcerns,
  findingConcerns,
  note,
  sourceConcerns,
  staysConcerns,
  warning,
} from './preFlightOfReport.ts';
export { redactionConcerns, saidAllTheSame } from './redactionConcerns.ts';
export { compilationNow } from './reportService.ts';
export { editionsOfCase } from './reportSql.ts';

export const reportJobs = {
  'report.compile': { input: CompileInput, run: compileReportFile },
};

export const reportHandlers = {
  'report.preview': previewReport,
  'report.preFlight': preFlightReport,
  'report.compile': (host, { to, ...selection }) => {
    const path = host.grants.placeOf(to);
    requireCase(host.session.connection.readable, selection.caseId);
    return started(host.startJob('report.compile', `Compiling “${to.name}”`, { ...selection, path }));
  },
  'report.editions': (ctx, { caseId }) => editionsOfCase(ctx.db, caseId),
} satisfies Handlers<Extract<OperationName, `report.${string}`>>;
