import { Pause, Play, X } from 'lucide-react';
import type { JobRecord } from '../../../shared/kernel/job.ts';
import { useCommand } from '../../api/index.ts';
import { Button, Progress } from '../../ui/index.ts';

/** How far the recognition is; it can be paused without losing a page, and goes on where it was. */
export function RecognitionProgress({ job }: { job: JobRecord }) {
  const pause = useCommand('job.pause');
  const resume = useCommand('job.resume');
  const cancel = useCommand('job.cancel');
  const { status } = job;
  const input = { jobId: job.id };
  const progress = status.state === 'running' || status.state === 'paused' ? status.progress : null;
  const isPaused = status.state === 'paused';
  return (
    <div className="recognition-progress" role="status">
      {progress && (
        <Progress done={progress.done} total={progress.total} label={isPaused ? 'pages, paused' : 'pages'} />
      )}
      {progress?.note && <p className="inspector-soft">{progress.note}</p>}
      <div className="inspector-actions">
        {isPaused ? (
          <Button icon={Play} busy={resume.running} problem={resume.error} onPress={() => void resume.run(input)}>
            Go on
          </Button>
        ) : (
          <Button icon={Pause} busy={pause.running} problem={pause.error} onPress={() => void pause.run(input)}>
            Pause
          </Button>
        )}
        {!isPaused && (
          <Button
            kind="quiet"
            icon={X}
            busy={cancel.running}
            problem={cancel.error}
            onPress={() => void cancel.run(input)}
          >
            Cancel
          </Button>
        )}
      </div>
    </div>
  );
}
