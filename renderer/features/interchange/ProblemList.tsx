import type { ImportProblem } from '../../../shared/contract/interchange.ts';
import { Button, countOf, formatCount, VirtualList } from '../../ui/index.ts';
import { useState } from 'react';

const ROW_HEIGHT = 44;
const MOST_HEIGHT = 360;

export interface ProblemListProps {
  problems: readonly ImportProblem[];
  /** What became of all others. */
  rest?: string;
}

/** What was not read as it should be, each with its row; the whole of it can be taken along. */
export function ProblemList({ problems, rest = 'Everything else is in.' }: ProblemListProps) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    const text = problems.map(({ row, sentence }) => `${row ?? ''}\t${sentence}`).join('\n');
    void navigator.clipboard.writeText(text).then(() => setCopied(true));
  };
  return (
    <section className="problem-part" aria-label="Problems">
      <div className="interchange-line">
        <h3 className="became-title">
          {countOf(problems.length, 'problem')}. {rest}
        </h3>
        <Button kind="quiet" onPress={copy}>
          {copied ? 'Copied' : 'Copy all'}
        </Button>
      </div>
      <div className="problem-list" style={{ height: Math.min(MOST_HEIGHT, problems.length * ROW_HEIGHT + 2) }}>
        <VirtualList
          label="Rows with a problem"
          count={problems.length}
          rowHeight={ROW_HEIGHT}
          getKey={String}
          renderRow={index => {
            const problem = problems[index];
            return (
              problem && (
                <span className="problem">
                  <span className="problem-row">{problem.row === null ? '' : `row ${formatCount(problem.row)}`}</span>
                  <span className="problem-words" dir="auto" title={problem.sentence}>
                    {problem.sentence}
                  </span>
                </span>
              )
            );
          }}
        />
      </div>
    </section>
  );
}
