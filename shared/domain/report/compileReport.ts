/** Compiles findings into a report. Pure: the same content gives the same document, down to each number. */
import { strictestMark } from '../handlingMark.ts';
import type { Exhibit } from '../exhibit.ts';
import { exhibitNumber } from '../exhibit.ts';
import type { EdtfDate } from '../../kernel/dates.ts';
import { annexes } from './annexes.ts';
import { numberedFigures } from './figureOrder.ts';
import { findingName } from '../finding.ts';
import { findingSection, statusOf } from './findingSection.ts';
import { EXERCISE_SENTENCE, methodBlocks } from './methodSection.ts';
import { mapStrings, printable } from './mapStrings.ts';
import { NoteBook } from './noteBook.ts';
import { Paragraphs } from './paragraphs.ts';
import type { ReportInput } from './reportInput.ts';
import {
  REPORT_FORMAT,
  type ReportBlock,
  type ReportDocument,
  type ReportMasthead,
  type ReportProblem,
  type ReportSection,
} from './reportModel.ts';
import { reportProblems } from './reportProblems.ts';
import { beginning, capitalised, remark, text } from './reportWords.ts';

export function compileReport(input: ReportInput): { document: ReportDocument; problems: ReportProblem[] } {
  const exhibits = reliedOn(input);
  const figures = numberedFigures(input);
  const notes = new NoteBook(input);
  const paragraphs = new Paragraphs();
  const method = methodBlocks(input, paragraphs);
  const reported = input.findings.map(finding => {
    const from = paragraphs.last + 1;
    const section = findingSection(finding, input, notes, paragraphs, figures);
    return { section, from, to: paragraphs.last };
  });
  const sections: ReportSection[] = [
    {
      id: 'summary',
      kind: 'summary',
      level: 1,
      title: 'Summary',
      finding: null,
      blocks: summaryBlocks(input, reported),
    },
    { id: 'method', kind: 'method', level: 1, title: 'I.  Method and standard', finding: null, blocks: method },
    {
      id: 'workstream',
      kind: 'workstream',
      level: 1,
      title: `II.  ${capitalised(input.case.workstream || 'Findings')}`,
      finding: null,
      blocks: [],
    },
    ...reported.map(({ section }) => section),
    ...annexes(input, exhibits, figures),
  ];
  const document: ReportDocument = {
    format: REPORT_FORMAT,
    language: 'en',
    masthead: masthead(input, exhibits),
    sections,
    footnotes: notes.notes,
    exhibits: exhibits.map(({ id, number, sha256 }) => ({ id, number: exhibitNumber(number), sha256 })),
  };
  return { document: mapStrings(document, printable, new Set(['quote'])), problems: reportProblems(input, figures) };
}

/** The exhibits of the case that findings and figures rest on, the messages that these came with, and the replies that are told of. */
export function reliedOn({
  findings,
  exhibits,
  requests,
  figures,
}: Pick<ReportInput, 'findings' | 'exhibits' | 'requests' | 'figures'>): Exhibit[] {
  const byId = new Map(exhibits.map(exhibit => [exhibit.id as string, exhibit]));
  const open = [
    ...findings.flatMap(finding =>
      finding.claims.flatMap(claim => claim.citations.map(citation => citation.exhibitId)),
    ),
    ...requests.flatMap(request => request.replyExhibitId ?? []),
    ...figures.flatMap(({ grounds }) => grounds.map(({ exhibit }) => exhibit.id)),
  ];
  const found = new Map<string, Exhibit>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const exhibit = byId.get(id);
    if (!exhibit || found.has(id)) continue;
    found.set(id, exhibit);
    if (exhibit.parentId) open.push(exhibit.parentId);
  }
  return [...found.values()].sort((left, right) => left.number - right.number);
}

function masthead(input: ReportInput, exhibits: readonly Exhibit[]): ReportMasthead {
  const { case: about } = input;
  return {
    title: input.title || about.title,
    reference: about.reference,
    caseTitle: about.title,
    workstream: about.workstream,
    handlingMark: strictestMark([
      about.handlingMark,
      ...exhibitsShown(input, exhibits).map(exhibit => exhibit.handlingMark),
    ]),
    exercise: about.isExercise ? EXERCISE_SENTENCE : null,
    standard: about.standard,
    lead: about.lead,
    compiledAt: input.compiledAt,
    compiledBy: input.compiledBy,
    evidenceDates: datesOf(exhibits),
  };
}

/** Exhibits of other cases do not go, but what figures show of them does. */
function exhibitsShown({ figures, withheld }: ReportInput, exhibits: readonly Exhibit[]): Exhibit[] {
  return [...exhibits, ...figures.flatMap(({ grounds }) => grounds.map(({ exhibit }) => exhibit))].filter(
    exhibit => !withheld.has(exhibit.id),
  );
}

function datesOf(exhibits: readonly Exhibit[]): { from: EdtfDate; to: EdtfDate } | null {
  const dates = exhibits
    .flatMap(exhibit => exhibit.publishedOn ?? [])
    .sort((left, right) => (beginning(left) < beginning(right) ? -1 : beginning(left) > beginning(right) ? 1 : 0));
  const [from, to] = [dates[0], dates.at(-1)];
  return from && to ? { from, to } : null;
}

function summaryBlocks(
  input: ReportInput,
  reported: readonly { section: ReportSection; from: number; to: number }[],
): ReportBlock[] {
  if (input.findings.length === 0) return [remark('There is no finding to report.', 'caution')];
  return [
    {
      type: 'table',
      caption: 'Findings',
      columns: [
        { label: 'Finding', share: 9, mono: false },
        { label: 'Title', share: 53, mono: false },
        { label: 'Status', share: 24, mono: false },
        { label: 'Paragraphs', share: 14, mono: false },
      ],
      rows: input.findings.map((finding, at) => {
        const { shape, word, meetsStandard } = statusOf(finding);
        const { from = 0, to = 0 } = reported[at] ?? {};
        return [
          [text(findingName(finding))],
          [text(finding.title)],
          [text(`${shape} ${word}`, { bold: true }), text(meetsStandard ? '' : ' (does not meet the standard)')],
          [text(from === to ? String(from) : `${from}–${to}`)],
        ];
      }),
    },
  ];
}
