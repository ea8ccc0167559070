export {
  notesOfSection, plainText, REPORT_FORMAT, ReportBlock, ReportDocument, ReportFootnote, ReportMasthead, ReportProblem, ReportRun, ReportSection, ReportStatus, ReportTextRun,
  runsOfBlock,
} from './reportModel.ts';
