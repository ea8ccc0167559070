/** The left of the reports place: what goes in, what the report is called, its parts, and what was compiled before. */
import type { Edition } from '../../../shared/contract/report.ts';
import type { FindingRow } from '../../../shared/contract/finding.ts';
import { figuresOfReport, type ReportDocument } from '../../../shared/domain/report/index.ts';
import type { FigureId, FindingId } from '../../../shared/kernel/ids.ts';
import { PaneHeader, TextField } from '../../ui/index.ts';
import { EditionList } from './EditionList.tsx';
import { FindingChoice } from './FindingChoice.tsx';
import { FigureList } from '../figure/index.ts';
import type { Chosen } from './selection.ts';
import type { CaseFigures } from './useReport.ts';

export interface OutlineProps {
  findings: readonly FindingRow[];
  chosen: Chosen;
  onChoose(chosen: Chosen): void;
  title: string;
  placeholder: string;
  onTitle(title: string): void;
  document: ReportDocument | undefined;
  onPart(id: string): void;
  editions: readonly Edition[];
  figures: CaseFigures;
  onFigure(figureId: FigureId): void;
}

export function Outline({
  findings,
  chosen,
  onChoose,
  title,
  placeholder,
  onTitle,
  document,
  onPart,
  editions,
  figures,
  onFigure,
}: OutlineProps) {
  const goTo = (id: FindingId) => {
    const part = document?.sections.find(section => section.finding?.id === id);
    if (part) onPart(part.id);
  };
  const shown = document ? figuresOfReport(document).map(({ block }) => block) : [];
  const others = document?.sections.filter(section => section.finding === null) ?? [];
  return (
    <>
      <PaneHeader level={1} title="Report" />
      <div className="report-outline">
        <TextField label="Title" value={title} onCommit={onTitle} placeholder={placeholder} maxLength={300} />
        <FindingChoice findings={findings} chosen={chosen} onChange={onChoose} onGo={goTo} />
        <section>
          <h2 className="report-part-title">Figures</h2>
          <FigureList
            figures={figures.standing}
            withdrawn={figures.withdrawn}
            numerals={new Map(shown.map(({ figureId, numeral }) => [figureId, numeral]))}
            onGo={figureId => onPart(shown.find(block => block.figureId === figureId)?.id ?? '')}
            onEdit={onFigure}
          />
        </section>
        <section>
          <h2 className="report-part-title">Other parts</h2>
          <ul>
            {others.map(section => (
              <li key={section.id}>
                <button type="button" className="report-part one-line" onClick={() => onPart(section.id)}>
                  {section.title}
                </button>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2 className="report-part-title">Editions</h2>
          <EditionList editions={editions} />
        </section>
      </div>
    </>
  );
}
