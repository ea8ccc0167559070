/** Taking references in: from which file, then what its records would change, each decided on by a person. */
import { useCallback, useState } from 'react';
import type { CaseId, ExhibitId, ImportId } from '../../../shared/kernel/ids.ts';
import { Button, Failed, Panel, Progress } from '../../ui/index.ts';
import { ChooseReferences } from './ChooseReferences.tsx';
import { ReviewReferences } from './ReviewReferences.tsx';
import { type ReadingReferences, useReadReferences } from './useReadReferences.ts';
import './reference.css';

export interface ImportReferencesProps {
  caseId: CaseId;
  /** A file that was read before. */
  importId?: ImportId;
  onClose(): void;
}

export function ImportReferences({ caseId, importId: given, onClose }: ImportReferencesProps) {
  const [opened, setOpened] = useState<ImportId | null>(given ?? null);
  const reading = useReadReferences(caseId);
  const { start } = reading;
  const read = useCallback((exhibitId: ExhibitId) => void start(exhibitId), [start]);
  const importId = opened ?? reading.importId;
  const another = () => {
    reading.reset();
    setOpened(null);
  };
  if (importId !== null)
    return (
      <Panel
        key="review"
        open
        wide
        title="Import references"
        onClose={onClose}
        footer={
          <>
            <Button kind="primary" onPress={onClose}>
              Done
            </Button>
            <Button kind="quiet" onPress={another}>
              Another file
            </Button>
          </>
        }
      >
        <ReviewReferences key={importId} caseId={caseId} importId={importId} />
      </Panel>
    );
  return (
    <Panel open wide title="Import references" onClose={onClose}>
      {reading.job || reading.error ? (
        <Reading reading={reading} onBack={another} />
      ) : (
        <ChooseReferences caseId={caseId} onChoose={read} onOpen={setOpened} />
      )}
    </Panel>
  );
}

function Reading({ reading, onBack }: { reading: ReadingReferences; onBack(): void }) {
  const { job, error } = reading;
  const back = <Button onPress={onBack}>Another file</Button>;
  if (error)
    return (
      <div className="reference">
        <Failed error={error} />
        <div>{back}</div>
      </div>
    );
  if (!job) return null;
  const { status } = job;
  if (status.state === 'failed')
    return (
      <div className="reference">
        <Failed error={status.error} />
        <div>{back}</div>
      </div>
    );
  if (status.state === 'queued' || status.state === 'running') {
    const progress = status.state === 'running' ? status.progress : null;
    return (
      <div className="reference" role="status">
        <p className="reference-lead">Reading the records. You can close this and go on working.</p>
        <Progress done={progress?.done ?? 0} total={progress?.total ?? null} label="records" />
        <div>
          <Button onPress={reading.stop}>Stop</Button>
        </div>
      </div>
    );
  }
  if (status.state === 'succeeded') return null;
  return (
    <div className="reference">
      <p role="status">Stopped. What was read stays, and the same file goes on from there.</p>
      <div>{back}</div>
    </div>
  );
}
