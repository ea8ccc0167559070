/** The head of a report as labels and values, for every writer. */
import { describeDate, describeInstantDay } from '../../../shared/kernel/dates.ts';
import type { ReportDocument } from '../../../shared/domain/report/index.ts';

export function mastheadRows({ masthead }: Pick<ReportDocument, 'masthead'>): [label: string, value: string][] {
  const { reference, caseTitle, title, handlingMark, workstream, evidenceDates, lead, compiledAt, compiledBy } =
    masthead;
  const rows: [string, string][] = [
    ['Reference', reference],
    ['Case', caseTitle === title ? '' : caseTitle],
    ['Handling', handlingMark],
    ['Workstream', workstream],
    [
      'Evidence dated',
      evidenceDates
        ? evidenceDates.from === evidenceDates.to
          ? describeDate(evidenceDates.from)
          : `${describeDate(evidenceDates.from)} to ${describeDate(evidenceDates.to)}`
        : '',
    ],
    ['Lead', lead],
    ['Compiled', `${describeInstantDay(compiledAt)}${compiledBy === '' ? '' : ` by ${compiledBy}`}`],
  ];
  return rows.filter(([, value]) => value !== '');
}
