/** Reports: what goes in at the left, the pages at the right, and from there in two clicks to a file. */
import { Newspaper } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReportFormat } from '../../../shared/contract/report.ts';
import type { FigureId } from '../../../shared/kernel/ids.ts';
import { Button, Empty, Failed, Loading, PaneHeader, Panes, Toolbar } from '../../ui/index.ts';
import { useCommands, useNavigate, useRoute } from '../../workbench/index.ts';
import { useCaseMemory } from '../memory/index.ts';
import { FigurePanel } from '../figure/index.ts';
import { CompilePanel } from './CompilePanel.tsx';
import { formats, formatWords } from './formatWords.ts';
import { Outline } from './Outline.tsx';
import { Problems } from './Problems.tsx';
import { Paper } from './preview/Paper.tsx';
import { showPart } from './preview/showPart.ts';
import { reportMemory } from './reportMemory.ts';
import { chosenIds, standing } from './selection.ts';
import { useReadNote } from './useReadNote.ts';
import { type Selection, useCase, useEditions, useFigures, useFindingRows, usePreview } from './useReport.ts';
import './report.css';

export function ReportsPlace() {
  const { caseId } = useRoute();
  const { go } = useNavigate();
  const record = useCase(caseId);
  const findings = useFindingRows(caseId);
  const editions = useEditions(caseId);
  const figures = useFigures(caseId);
  const [{ chosen, title, scrollTop }, change] = useCaseMemory(reportMemory, caseId);
  const [compiling, setCompiling] = useState<ReportFormat | null>(null);
  const [editing, setEditing] = useState<FigureId | null>(null);
  const [problemsOpen, setProblemsOpen] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  const offered = standing(findings.data ?? []);
  const selection: Selection = { caseId, findingIds: chosenIds(chosen, findings.data ?? []), title };
  const empty = findings.data !== undefined && (offered.length === 0 || selection.findingIds?.length === 0);
  const preview = usePreview(selection, findings.data === undefined || empty);
  const readNote = useReadNote();
  useCommands(
    formats.map(format => ({
      id: `report.compile.${format}`,
      title: `Compile to ${formatWords[format].name} …`,
      section: 'Report',
      when: !empty,
      run: () => setCompiling(format),
    })),
  );

  const failed = findings.error ?? record.error;
  if (failed && (!findings.data || !record.data))
    return <Failed error={failed} onRetry={findings.error ? findings.refetch : record.refetch} />;
  if (!findings.data || !record.data) return <Loading label="Reading the findings" />;
  const { reference, title: caseTitle } = record.data;
  const problems = preview.data?.problems ?? [];
  const figure = figures.standing.find(one => one.id === editing);
  return (
    <>
      <Panes
        id="reports"
        leftLabel="Outline"
        leftWidth={300}
        left={
          <Outline
            findings={findings.data}
            chosen={chosen}
            onChoose={next => change(desk => ({ ...desk, chosen: next }))}
            title={title}
            placeholder={caseTitle}
            onTitle={value => change(desk => ({ ...desk, title: value.trim() }))}
            document={empty ? undefined : preview.data?.document}
            onPart={id => showPart(stage.current, id)}
            figures={figures}
            onFigure={setEditing}
            editions={editions.data ?? []}
          />
        }
        mainLabel="Preview"
        main={
          <div className="report-main" ref={stage}>
            <PaneHeader
              title="Preview"
              actions={
                <Toolbar label="Compile">
                  {formats.map(format => {
                    const { name, icon } = formatWords[format];
                    return (
                      <Button
                        key={format}
                        kind={format === 'docx' ? 'primary' : 'plain'}
                        icon={icon}
                        disabled={empty}
                        label={`Compile to ${name}`}
                        onPress={() => setCompiling(format)}
                      >
                        {name}
                      </Button>
                    );
                  })}
                </Toolbar>
              }
            />
            {!empty && (
              <Problems
                problems={problems}
                open={problemsOpen}
                onOpen={setProblemsOpen}
                onFinding={findingId => go({ place: 'findings', findingId })}
                onFigure={setEditing}
              />
            )}
            {empty ? (
              <Empty
                icon={Newspaper}
                title={offered.length === 0 ? 'Nothing to report yet' : 'No finding is chosen'}
                text={
                  offered.length === 0
                    ? 'A report is made of findings. Begin one, and its pages show here as they will be printed.'
                    : 'Choose at the left which findings go in.'
                }
                action={
                  offered.length === 0 && <Button onPress={() => go({ place: 'findings' })}>Go to the findings</Button>
                }
              />
            ) : preview.data ? (
              <Paper
                document={preview.data.document}
                startAt={scrollTop}
                onRead={readNote}
                onFigure={setEditing}
                onLeave={top => change(desk => ({ ...desk, scrollTop: top }))}
              />
            ) : preview.error ? (
              <Failed error={preview.error} onRetry={preview.refetch} />
            ) : (
              <Loading label="Laying out the pages" rows={14} />
            )}
          </div>
        }
      />
      {figure && (
        <FigurePanel key={figure.id} figure={figure} findings={findings.data} onClose={() => setEditing(null)} />
      )}
      {compiling && (
        <CompilePanel
          key={compiling}
          format={compiling}
          selection={selection}
          reference={reference}
          title={title || caseTitle}
          problemCount={problems.length}
          onClose={() => setCompiling(null)}
        />
      )}
    </>
  );
}
