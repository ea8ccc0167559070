/** What a reviewer's file holds and of which bundle it speaks, and each remark: to be read before it is taken in. */
import type { BundleKnown, ReviewLine, ReviewReport } from '../../../shared/contract/comment.ts';
import { authorWords, verdictSigns, verdictWords } from '../../../shared/domain/comment.ts';
import { Badge, countOf, Fact, Facts, InstantText, Mono, Notice, Table } from '../../ui/index.ts';
import { standingBadges } from './standingBadges.ts';
import './comment.css';

export function WhatReviewHolds({ report }: { report: ReviewReport }) {
  const { bundle, known, reviewer } = report;
  return (
    <>
      {report.isRepeated && (
        <Notice>This very file was received before. Taking it in again would change nothing.</Notice>
      )}
      {!report.isRepeated && known.kind === 'unknown' && (
        <Notice kind="warning">
          The bundle that this file speaks of is not on record in this vault. It may have been exported from another
          team’s vault, or before this was recorded. Ask the reviewer which bundle it was if you did not expect it.
        </Notice>
      )}
      <Facts>
        <Fact name="File">
          <span dir="auto">{report.fileName}</span> <Mono>{`${report.sha256.slice(0, 12)}…`}</Mono>
        </Fact>
        <Fact name="Reviewer">
          <span dir="auto">{authorWords(reviewer)}</span>
        </Fact>
        <Fact name="Bundle">
          <span dir="auto">
            {bundle.externalIdentifier} {bundle.title}
          </span>
          , made <InstantText at={bundle.exportedAt} withTime />
        </Fact>
        <Fact name="On record">
          <Known known={known} />
        </Fact>
        <Fact name="Holds">{holdsWords(report)}</Fact>
      </Facts>
      <RemarkProblems problems={report.problems} />
    </>
  );
}

export function RemarksOfReview({ lines }: Pick<ReviewReport, 'lines'>) {
  if (lines.length === 0) return null;
  return (
    <Table
      label="Remarks in this file"
      rows={lines}
      getKey={({ number }) => String(number)}
      columns={[
        { id: 'on', label: 'On', width: '26%', cell: line => <span dir="auto">{line.subjectName}</span> },
        { id: 'says', label: 'Says', cell: line => <Says line={line} /> },
        { id: 'here', label: 'Here', width: '130px', cell: line => <Here line={line} /> },
      ]}
    />
  );
}

function holdsWords({ remarks, dissents, added, takenBack, changed, withdrawn, gone }: ReviewReport): string {
  const parts = [
    `${added} new here`,
    takenBack > 0 && `${takenBack} taken back since`,
    changed > 0 && `${changed} on words that have changed since`,
    withdrawn > 0 && `${withdrawn} on what was withdrawn since`,
    gone > 0 && `${gone} on what is not in this vault (kept with its words)`,
  ];
  const dissent = dissents > 0 ? `, ${countOf(dissents, 'dissent')}` : '';
  return `${countOf(remarks, 'remark')}${dissent}: ${parts.filter(Boolean).join(', ')}`;
}

function Known({ known }: { known: BundleKnown }) {
  switch (known.kind) {
    case 'exported':
      return (
        <>
          sent <InstantText at={known.at} withTime /> to <span dir="auto">{known.recipient}</span> as {known.fileName}
        </>
      );
    case 'same-custody':
      return <>made from this case: its custody head is in our log. Its export is not on record here</>;
    case 'unknown':
      return <>no</>;
  }
}

function Says({ line: { verdict, isDissent, text } }: { line: ReviewLine }) {
  return (
    <div className="receive-says">
      {isDissent && <b className="comment-dissent">Dissent</b>}
      {verdict !== null && (
        <span className={`comment-verdict comment-verdict-${verdict}`}>
          <span aria-hidden>{verdictSigns[verdict]}</span> {verdictWords[verdict]}
        </span>
      )}
      {text !== '' && (
        <span className="receive-words" dir="auto">
          {text}
        </span>
      )}
    </div>
  );
}

const arrivalWords: Record<ReviewLine['arrival'], string> = {
  new: 'new',
  here: 'here already',
  'taken-back': 'taken back since',
  elsewhere: 'in another case',
};

function Here({ line: { arrival, standing } }: { line: ReviewLine }) {
  return (
    <div className="receive-here">
      <span>{arrivalWords[arrival]}</span>
      {standing !== 'as-it-was' && <Badge tone="warning">{standingBadges[standing]}</Badge>}
    </div>
  );
}

export function RemarkProblems({ problems }: Pick<ReviewReport, 'problems'>) {
  if (problems.length === 0) return null;
  return (
    <Notice kind="warning">
      {countOf(problems.length, 'remark')} could not be read and {problems.length === 1 ? 'is' : 'are'} left out:
      <ul className="receive-problems">
        {problems.map(({ number, problem }) => (
          <li key={`${number} ${problem}`}>
            Remark {number}: {problem}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}
