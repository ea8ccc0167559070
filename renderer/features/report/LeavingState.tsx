/** What became of the file that is being written. */
import { FolderOpen } from 'lucide-react';
import { Button, Failed, Progress } from '../../ui/index.ts';
import type { Leaving } from './useReport.ts';
import './PreFlight.css';

export function LeavingState({ leaving, done }: { leaving: Leaving; done: string }) {
  const { job, fileName, error } = leaving;
  if (error) return <Failed error={error} />;
  if (!job) return null;
  const { status } = job;
  switch (status.state) {
    case 'queued':
    case 'running': {
      const progress = status.state === 'running' ? status.progress : null;
      return (
        <div className="leaving" role="status">
          <div className="leaving-words">
            Writing {fileName} …
            {progress && <Progress done={progress.done} total={progress.total} label={progress.unit} />}
          </div>
        </div>
      );
    }
    case 'succeeded':
      return (
        <div className="leaving" role="status">
          <span className="leaving-words">
            {fileName} {done}
          </span>
          <Button icon={FolderOpen} onPress={leaving.showInFolder}>
            Show in folder
          </Button>
        </div>
      );
    case 'failed':
      return <Failed error={status.error} />;
    case 'cancelled':
    case 'paused':
    case 'interrupted':
      return (
        <p className="leaving" role="status">
          {status.state === 'cancelled' ? 'Stopped.' : 'Interrupted.'} No file was written.
        </p>
      );
  }
}
