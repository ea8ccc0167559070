/** What became of the file that is being written: how far it is, its digest, and what did not go. */
import { FolderOpen } from 'lucide-react';
import { Button, Failed, formatBytes, Mono, Notice, Progress } from '../../ui/index.ts';
import type { Saving, Written } from './useSaving.ts';
import './sending.css';

export interface SavingStateProps<Result extends Written> {
  saving: Saving<Result>;
  /** `12 records`. */
  words(written: Result): string;
  unit: string;
}

export function SavingState<Result extends Written>({ saving, words, unit }: SavingStateProps<Result>) {
  const { job, written, error, fileName } = saving;
  if (error) return <Failed error={error} />;
  if (written)
    return (
      <div role="status" className="sending-done">
        <p>
          {fileName} is written: {words(written)}, {formatBytes(written.sizeBytes)}.
        </p>
        <p className="sending-soft">
          SHA-256 <Mono wrap>{written.sha256}</Mono>
        </p>
        {written.leftOut.length > 0 && (
          <Notice kind="warning">
            <ul className="sending-list">
              {[...new Set(written.leftOut)].map(sentence => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        )}
        <div>
          <Button icon={FolderOpen} onPress={saving.showInFolder}>
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
      <div role="status" className="sending-done">
        <Progress done={progress?.done ?? 0} total={progress?.total ?? null} label={unit} />
        <div>
          <Button onPress={saving.stop}>Stop</Button>
        </div>
      </div>
    );
  }
  return <p role="status">Stopped. No file was written.</p>;
}
