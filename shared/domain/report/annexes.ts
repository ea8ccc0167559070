/** The annexes: exhibits with their digests, the chronology, requests and replies, figures with their tables. */
import { describeDate, describeInstantDay } from '../../kernel/dates.ts';
import { type Exhibit, exhibitNumber } from '../exhibit.ts';
import { requestStateWords } from '../request.ts';
import { printedSourceName } from '../source.ts';
import { figureBlocks, figureTable } from './figureBlocks.ts';
import type { NumberedFigure } from './figureOrder.ts';
import type { ReportInput } from './reportInput.ts';
import type { ReportBlock, ReportRun, ReportSection } from './reportModel.ts';
import { asSentence, beginning, capitalised, dateOr, remark, text } from './reportWords.ts';

type Cell = ReportRun[];
const cell = (words: string): Cell => [text(words)];

export function annexes(
  input: ReportInput,
  exhibits: readonly Exhibit[],
  figures: readonly NumberedFigure[],
): ReportSection[] {
  return [
    annex('annex-a', 'Annex A. Exhibits', exhibitTable(input, exhibits, figures.length > 0)),
    annex('annex-b', 'Annex B. Chronology', chronologyTable(input, exhibits)),
    annex('annex-c', 'Annex C. Requests and replies', requestTable(input, exhibits)),
    ...(figures.length > 0 ? [annex('annex-d', 'Annex D. Figures and their tables', figureParts(input, figures))] : []),
  ];
}

/** A picture says nothing to those who do not see it, nor to a machine: each is here once more in rows and columns. */
function figureParts(input: ReportInput, figures: readonly NumberedFigure[]): ReportBlock[] {
  return [
    remark('Each figure of this report stands here once more as a table, so that everybody can read and check it.'),
    ...figures.flatMap(numbered => [
      ...(numbered.figure.findingId === null ? figureBlocks(numbered, input) : []),
      figureTable(numbered, input),
    ]),
  ];
}

function annex(id: string, title: string, blocks: ReportBlock[]): ReportSection {
  return { id, kind: 'annex', level: 1, title, finding: null, blocks };
}

function exhibitTable(input: ReportInput, exhibits: readonly Exhibit[], withFigures: boolean): ReportBlock[] {
  if (exhibits.length === 0) return [remark('No exhibit is cited.')];
  const names = new Map(exhibits.map(exhibit => [exhibit.id, exhibitNumber(exhibit.number)]));
  return [
    remark(
      'Each exhibit is kept as it was admitted. Anybody who has the file can check it: its SHA-256 digest must equal the one below.',
    ),
    {
      type: 'table',
      caption: withFigures ? 'Exhibits that the findings and figures rest on' : 'Exhibits that the findings rest on',
      columns: [
        { label: 'Exhibit', share: 9, mono: false },
        { label: 'Title', share: 22, mono: false },
        { label: 'Source, grade', share: 15, mono: false },
        { label: 'Dates', share: 16, mono: false },
        { label: 'Pages', share: 7, mono: false },
        { label: 'Handling', share: 13, mono: false },
        { label: 'SHA-256', share: 18, mono: true },
      ],
      rows: exhibits.map(exhibit => [
        cell(exhibitNumber(exhibit.number)),
        cell(titleOf(exhibit, input, names)),
        cell(sourceOf(exhibit, input)),
        cell(datesOf(exhibit)),
        cell(exhibit.pageCount === 0 ? '' : String(exhibit.pageCount)),
        cell(exhibit.handlingMark),
        cell(exhibit.sha256),
      ]),
    },
  ];
}

function titleOf(exhibit: Exhibit, { withheld }: ReportInput, names: ReadonlyMap<string, string>): string {
  const kept = withheld.get(exhibit.id);
  const parent = exhibit.parentId ? names.get(exhibit.parentId) : undefined;
  const notes = [
    parent ? `attached to ${parent}` : '',
    exhibit.withdrawnAt ? `withdrawn on ${describeInstantDay(exhibit.withdrawnAt)}` : '',
    authenticityWords[exhibit.authenticity],
  ].filter(Boolean);
  return `${kept === undefined ? exhibit.title : `Withheld: ${kept}`}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}

const authenticityWords: Record<Exhibit['authenticity'], string> = {
  'not-assessed': '',
  authenticated: 'authenticated',
  doubtful: 'authenticity doubtful',
  refuted: 'found not to be authentic',
};

function sourceOf({ sourceId }: Exhibit, { sources }: ReportInput): string {
  const source = sources.find(one => one.id === sourceId);
  return source ? `${printedSourceName(source)}, ${source.reliability}` : 'Not on record';
}

function datesOf(exhibit: Exhibit): string {
  const obtained = exhibit.obtainedOn ? describeDate(exhibit.obtainedOn) : describeInstantDay(exhibit.admittedAt);
  return `Published: ${dateOr(exhibit.publishedOn, 'not known')}. ${exhibit.obtainedOn ? 'Obtained' : 'Admitted'}: ${obtained}.`;
}

function chronologyTable(input: ReportInput, exhibits: readonly Exhibit[]): ReportBlock[] {
  const dated = [
    ...exhibits.flatMap(exhibit => {
      const what = input.withheld.has(exhibit.id) ? 'an exhibit that is withheld' : exhibit.title;
      return exhibit.publishedOn
        ? [{ date: exhibit.publishedOn, words: `Date of ${exhibitNumber(exhibit.number)}: ${what}` }]
        : [];
    }),
    ...input.requests.flatMap(request => [
      ...(request.sentOn ? [{ date: request.sentOn, words: `Request sent to ${request.addressee}` }] : []),
      ...(request.answeredOn
        ? [{ date: request.answeredOn, words: `${request.addressee} ${requestStateWords[request.state]}` }]
        : []),
    ]),
  ];
  if (dated.length === 0) return [remark('No dates are on record.')];
  const sorted = dated
    .map((entry, at) => ({ ...entry, at }))
    .sort((left, right) => compare(beginning(left.date), beginning(right.date)) || left.at - right.at);
  return [
    {
      type: 'table',
      caption: 'Dates that exhibits and requests bear, in order',
      columns: [
        { label: 'Date', share: 25, mono: false },
        { label: 'What', share: 75, mono: false },
      ],
      rows: sorted.map(({ date, words }) => [cell(describeDate(date)), cell(words)]),
    },
  ];
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function requestTable({ requests }: ReportInput, exhibits: readonly Exhibit[]): ReportBlock[] {
  if (requests.length === 0) return [remark('No request is on record.')];
  return [
    {
      type: 'table',
      caption: 'What was asked of whom, and what came back',
      columns: [
        { label: 'Addressee', share: 18, mono: false },
        { label: 'Substance', share: 32, mono: false },
        { label: 'Sent', share: 14, mono: false },
        { label: 'Outcome', share: 36, mono: false },
      ],
      rows: requests.map(request => {
        const reply = exhibits.find(exhibit => exhibit.id === request.replyExhibitId);
        const outcome = `${capitalised(requestStateWords[request.state])}${request.answeredOn ? ` on ${describeDate(request.answeredOn)}` : request.state === 'sent' && request.dueOn ? ` (due ${describeDate(request.dueOn)})` : ''}${reply ? `, ${exhibitNumber(reply.number)}` : ''}.`;
        return [
          cell(request.addressee),
          cell(asSentence(request.substance)),
          cell(dateOr(request.sentOn, 'not sent')),
          cell(`${outcome} ${asSentence(request.note)}`.trim()),
        ];
      }),
    },
  ];
}
