export { compileReport, reliedOn } from './compileReport.ts';
export { type Concealed, NameConcealer } from './concealNames.ts';
export { findingName, statusOf } from './findingSection.ts';
export { reportFingerprint } from './reportFingerprint.ts';
export type { ReportInput } from './reportInput.ts';
export {
  notesOfSection,
  plainText,
  REPORT_FORMAT,
  ReportBlock,
  ReportDocument,
  ReportFootnote,
  ReportMasthead,
  ReportProblem,
  ReportRun,
  ReportSection,
  ReportStatus,
  ReportTextRun,
  runsOfBlock,
} from './reportModel.ts';
