export { compileReport, reliedOn } from './compileReport.ts';
export { type Concealed, NameConcealer } from './concealNames.ts';
export { distinctExhibits, groundName, whyWithheld } from './figureBlocks.ts';
export { figureName, type NumberedFigure, numberedFigures } from './figureOrder.ts';
export { type FigurePage, figureSourceLine } from './figureSource.ts';
export { findingName } from '../finding.ts';
export { statusOf } from './findingSection.ts';
export { reportFingerprint } from './reportFingerprint.ts';
export type { FigureGround, ReportFigure, ReportInput } from './reportInput.ts';
export {
  figuresOfReport,
  notesOfSection,
  plainText,
  REPORT_FORMAT,
  ReportBlock,
  ReportDocument,
  type ReportFigureBlock,
  ReportFootnote,
  ReportMasthead,
  ReportProblem,
  ReportRun,
  ReportSection,
  ReportStatus,
  type ReportTableBlock,
  ReportTextRun,
  runsOfBlock,
} from './reportModel.ts';
