import { ArrowRight, TriangleAlert } from 'lucide-react';
import type { ReportProblem } from '../../../shared/domain/report/index.ts';
import type { FigureId, FindingId } from '../../../shared/kernel/ids.ts';
import { Button, countOf } from '../../ui/index.ts';

export interface ProblemsProps {
  problems: readonly ReportProblem[];
  open: boolean;
  onOpen(open: boolean): void;
  onFinding(id: FindingId): void;
  onFigure(id: FigureId): void;
}

/** What a careful reader would hold against the report, each with the finding where it is mended. */
export function Problems({ problems, open, onOpen, onFinding, onFigure }: ProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <section className="report-problems" aria-label="Problems">
      <button type="button" className="report-problems-head" aria-expanded={open} onClick={() => onOpen(!open)}>
        <TriangleAlert size={15} aria-hidden />
        {countOf(problems.length, 'problem')} that a careful reader would find
        <span className="report-problems-toggle">{open ? 'Hide' : 'Show'}</span>
      </button>
      {open && (
        <ul className="report-problems-list">
          {problems.map(({ sentence, findingId, figureId }) => (
            <li key={`${findingId} ${figureId} ${sentence}`} className="report-problem">
              <span className="report-problem-words">{sentence}</span>
              {figureId && (
                <Button
                  kind="quiet"
                  icon={ArrowRight}
                  onPress={() => onFigure(figureId)}
                  label={`Open the figure: ${sentence}`}
                >
                  Mend
                </Button>
              )}
              {findingId && !figureId && (
                <Button
                  kind="quiet"
                  icon={ArrowRight}
                  onPress={() => onFinding(findingId)}
                  label={`Open the finding: ${sentence}`}
                >
                  Mend
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
