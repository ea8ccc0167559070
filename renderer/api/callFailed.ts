import type { ErrorReport } from '../../shared/kernel/errors.ts';

/** An operation was answered with an error; `report` holds the sentence for the person. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly report: ErrorReport;

  constructor(report: ErrorReport) {
    super(report.sentence);
    this.report = report;
  }
}

/** Any thrown thing as a report, so that a view can always show a sentence. */
export function reportOf(error: unknown): ErrorReport {
  if (error instanceof CallFailed) return error.report;
  return {
    code: 'bug',
    sentence: 'Something failed in the window that should not have. What was saved is safe; try again.',
    reference: null,
  };
}
