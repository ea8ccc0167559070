/** An import under way, and what came of it. */
import type { ImportReport } from '../../../shared/contract/interchange.ts';
import { Button, countOf, Failed, formatCount, Loading, Notice, Progress } from '../../ui/index.ts';
import { ProblemList } from './ProblemList.tsx';
import type { Importing } from './useImport.ts';

export function ImportOutcome({ importing }: { importing: Importing }) {
  const { job, report, error } = importing;
  if (error) return <Failed error={error} />;
  if (!job) return <Loading label="Starting" rows={2} />;
  const { status } = job;
  switch (status.state) {
    case 'queued':
    case 'running': {
      const progress = status.state === 'running' ? status.progress : null;
      return (
        <div className="interchange" role="status">
          <p className="interchange-lead">Importing. You can close this and go on working.</p>
          <Progress done={progress?.done ?? 0} total={progress?.total ?? null} label="rows" />
          <div>
            <Button onPress={importing.cancel}>Pause</Button>
          </div>
        </div>
      );
    }
    case 'succeeded':
      return report ? <ReportWords report={report} /> : <Loading label="Reading what came of it" rows={3} />;
    case 'failed':
      return <Failed error={status.error} onRetry={importing.resume} />;
    case 'cancelled':
    case 'paused':
    case 'interrupted':
      return (
        <div className="interchange">
          <Notice kind="warning">
            Stopped{status.progress ? ` after ${countOf(status.progress.done, 'row')}` : ''}. What is in stays; it goes
            on from there.
          </Notice>
          <div>
            <Button kind="primary" onPress={importing.resume}>
              Go on
            </Button>
          </div>
        </div>
      );
  }
}

export function ReportWords({ report }: { report: ImportReport }) {
  const { rows, entitiesAdded, statementsAdded, statementsKnown, problems } = report;
  const isUnchanged = entitiesAdded === 0 && statementsAdded === 0 && problems.length === 0;
  return (
    <div className="interchange" role="status">
      <dl className="outcome">
        <Figure name="rows read" count={rows} />
        <Figure name="entities added" count={entitiesAdded} />
        <Figure name="values added" count={statementsAdded} />
        <Figure name="known already" count={statementsKnown} />
      </dl>
      {isUnchanged && (
        <p className="interchange-soft">
          {statementsKnown > 0
            ? 'All of it was here already; nothing changed.'
            : 'No row says anything that could become an entity; nothing changed.'}
        </p>
      )}
      {problems.length > 0 && <ProblemList problems={problems} />}
    </div>
  );
}

function Figure({ name, count }: { name: string; count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{formatCount(count)}</dd>
    </div>
  );
}
