/** Pre-flight of a report: the second of two clicks on the way from a finding to a file. */
import type { ReportFormat } from '../../../shared/contract/report.ts';
import { Button, Failed, Loading, Notice, Panel } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { formatWords } from './formatWords.ts';
import { LeavingState } from './LeavingState.tsx';
import { hasStop, PreFlightBody } from './PreFlightBody.tsx';
import { fileNameFor, type Selection, useCompile, usePreFlight } from './useReport.ts';

export interface CompilePanelProps {
  format: ReportFormat;
  selection: Selection;
  reference: string;
  title: string;
  problemCount: number;
  onClose(): void;
}

export function CompilePanel({ format, selection, reference, title, problemCount, onClose }: CompilePanelProps) {
  const { go } = useNavigate();
  const { data, error, refetch } = usePreFlight('report', selection);
  const leaving = useCompile(selection, fileNameFor(reference, title, format), format);
  const stopped = data !== undefined && hasStop(data);
  const written = leaving.job?.status.state === 'succeeded';
  return (
    <Panel
      open
      wide
      title={`Compile to ${formatWords[format].name}`}
      onClose={onClose}
      footer={
        <>
          <LeavingState leaving={leaving} done="is written, and frozen as an edition." />
          <Button
            kind={written ? 'plain' : 'primary'}
            disabled={!data}
            busy={leaving.busy}
            autoFocus
            onPress={() => void leaving.save()}
          >
            {stopped ? 'Save as, in spite of that …' : 'Save as …'}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {written ? 'Done' : 'Cancel'}
          </Button>
        </>
      }
    >
      {error && <Failed error={error} onRetry={refetch} />}
      {!data && !error && <Loading label="Looking at what goes" />}
      {data && (
        <div className="compile">
          {problemCount > 0 && (
            <Notice kind="warning">
              The report says of itself where it falls short:{' '}
              {problemCount === 1 ? 'one problem stands' : `${problemCount} problems stand`} beside the preview.
            </Notice>
          )}
          <PreFlightBody
            preFlight={data}
            carries={false}
            onOpenExhibit={exhibitId => go({ place: 'exhibits', exhibitId })}
          />
        </div>
      )}
    </Panel>
  );
}
