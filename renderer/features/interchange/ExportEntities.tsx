/** Handing entities out: in which format, which of them, and where to. */
import { FolderOpen } from 'lucide-react';
import { useId, useState } from 'react';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import {
  Button,
  countOf,
  Failed,
  formatBytes,
  HandlingTag,
  Mono,
  Notice,
  Panel,
  Progress,
  Segmented,
} from '../../ui/index.ts';
import { formatWords, type LeavingFormat, leavingFormats } from './formatWords.ts';
import { useExport } from './useExport.ts';
import './interchange.css';

export interface ExportEntitiesProps {
  caseId: CaseId;
  /** Chosen in the list; empty: all of the case is offered alone. */
  chosen?: readonly EntityId[];
  onClose(): void;
}

export function ExportEntities({ caseId, chosen = [], onClose }: ExportEntitiesProps) {
  const [format, setFormat] = useState<LeavingFormat>('ftm');
  const [which, setWhich] = useState<'all' | 'chosen'>(chosen.length > 1 ? 'chosen' : 'all');
  const record = useQuery('case.get', { caseId });
  const leaving = useExport();
  const { ending, name } = formatWords[format];
  const save = () =>
    leaving.save(`${record.data?.reference ?? 'Case'} entities.${ending}`, {
      caseId,
      format,
      entityIds: which === 'chosen' ? [...chosen] : null,
    });
  const isWritten = leaving.written !== null;
  return (
    <Panel
      open
      title="Export entities"
      onClose={onClose}
      footer={
        <>
          <Button kind={isWritten ? 'plain' : 'primary'} busy={leaving.busy} onPress={() => void save()}>
            Save as {name} …
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {isWritten ? 'Done' : 'Cancel'}
          </Button>
        </>
      }
    >
      <div className="interchange">
        <FormatChoice format={format} onChange={setFormat} />
        {chosen.length > 0 && (
          <Segmented
            label="Which"
            hideLabel={false}
            value={which}
            options={[
              { value: 'all', label: 'All of the case' },
              { value: 'chosen', label: `${countOf(chosen.length, 'chosen', 'chosen')}, with their ties` },
            ]}
            onChange={setWhich}
          />
        )}
        {record.data && (
          <p className="interchange-line">
            The case is marked <HandlingTag mark={record.data.handlingMark} />
          </p>
        )}
        <p className="interchange-soft">
          What leaves carries quotes of exhibits in FollowTheMoney, and exhibit numbers in tables. The export, its
          digest and its counts stand in the custody log.
        </p>
        <ExportState leaving={leaving} />
      </div>
    </Panel>
  );
}

function FormatChoice({ format, onChange }: { format: LeavingFormat; onChange(format: LeavingFormat): void }) {
  const name = useId();
  return (
    <fieldset className="formats">
      <legend className="field-label">Format</legend>
      {leavingFormats.map(one => (
        <label key={one} className="format">
          <input type="radio" name={name} value={one} checked={one === format} onChange={() => onChange(one)} />
          <span>
            <span className="format-name">{formatWords[one].name}</span>
            <span className="interchange-soft">{formatWords[one].for}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function ExportState({ leaving }: { leaving: ReturnType<typeof useExport> }) {
  const { job, written, error, fileName } = leaving;
  if (error) return <Failed error={error} />;
  if (written)
    return (
      <div role="status" className="export-done">
        <p>
          {fileName} is written: {countOf(written.entities, 'entity', 'entities')}, {formatBytes(written.sizeBytes)}.
        </p>
        <p className="interchange-soft">
          SHA-256 <Mono wrap>{written.sha256}</Mono>
        </p>
        {written.leftOut.length > 0 && (
          <Notice kind="warning">
            <ul className="interchange-problems">
              {[...new Set(written.leftOut)].map(sentence => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        )}
        <div>
          <Button icon={FolderOpen} onPress={leaving.showInFolder}>
            Show in folder
          </Button>
        </div>
      </div>
    );
  if (!job) return null;
  const { status } = job;
  if (status.state === 'failed') return <Failed error={status.error} />;
  if (status.state === 'queued' || status.state === 'running') {
    const progress = status.state === 'running' ? status.progress : null;
    return (
      <div role="status">
        <Progress done={progress?.done ?? 0} total={progress?.total ?? null} label="entities" />
      </div>
    );
  }
  return <p role="status">Stopped. No file was written.</p>;
}
