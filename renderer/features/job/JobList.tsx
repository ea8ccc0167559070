import type { JobId } from '../../../shared/kernel/ids.ts';
import type { JobRecord } from '../../../shared/kernel/job.ts';
import { useCommand, useQuery } from '../../api/index.ts';
import { Button, InstantText, Progress } from '../../ui/index.ts';
import { admissionWords, canPause, canResume, isUnderWay, stateWords, unitWord } from './jobWords.ts';

interface JobListProps {
  jobs: readonly JobRecord[];
  onShowAdmissions(jobId: JobId): void;
}

/** Enough to see the day's work; older work is in the custody log. */
const SHOWN = 12;

export function JobList({ jobs, onShowAdmissions }: JobListProps) {
  return (
    <ul className="job-list">
      {jobs.slice(0, SHOWN).map(job => (
        <JobRow key={job.id} job={job} onShowAdmissions={onShowAdmissions} />
      ))}
    </ul>
  );
}

function JobRow({ job, onShowAdmissions }: { job: JobRecord; onShowAdmissions(jobId: JobId): void }) {
  const cancel = useCommand('job.cancel');
  const pause = useCommand('job.pause');
  const resume = useCommand('job.resume');
  const dismiss = useCommand('job.dismiss');
  const { status } = job;
  const progress = status.state === 'running' ? status.progress : null;
  const input = { jobId: job.id };
  return (
    <li className="job-row">
      <div className="job-row-head">
        <span className="job-row-title one-line" title={job.title}>
          {job.title}
        </span>
        <span className="job-row-when">
          <InstantText at={job.createdAt} withTime />
        </span>
      </div>
      {progress ? (
        <>
          <Progress done={progress.done} total={progress.total} label={unitWord(progress.unit, progress.total ?? 2)} />
          {progress.note && (
            <p className="job-row-note one-line" title={progress.note}>
              {progress.note}
            </p>
          )}
        </>
      ) : (
        <p className={status.state === 'failed' ? 'job-row-failed' : 'job-row-note'}>{stateWords(job)}</p>
      )}
      {job.kind === 'exhibit.admit' && <Admissions jobId={job.id} onShow={() => onShowAdmissions(job.id)} />}
      <div className="job-row-actions">
        {canPause(job) && (
          <Button kind="quiet" busy={pause.running} problem={pause.error} onPress={() => void pause.run(input)}>
            Pause
          </Button>
        )}
        {isUnderWay(job) && (
          <Button kind="quiet" busy={cancel.running} problem={cancel.error} onPress={() => void cancel.run(input)}>
            Cancel
          </Button>
        )}
        {canResume(job) && (
          <Button kind="quiet" busy={resume.running} problem={resume.error} onPress={() => void resume.run(input)}>
            Resume
          </Button>
        )}
        {!isUnderWay(job) && (
          <Button kind="quiet" busy={dismiss.running} problem={dismiss.error} onPress={() => void dismiss.run(input)}>
            Dismiss
          </Button>
        )}
      </div>
    </li>
  );
}

function Admissions({ jobId, onShow }: { jobId: JobId; onShow(): void }) {
  const { data } = useQuery('exhibit.admissions', { jobId, only: 'refused', limit: 1 });
  if (!data) return null;
  return (
    <p className="job-row-note">
      {admissionWords(data)}
      {data.admitted + data.linked + data.refused > 0 && (
        <>
          {' · '}
          <button type="button" className="link" onClick={onShow}>
            {data.refused > 0 ? 'see what and why' : 'see the list'}
          </button>
        </>
      )}
    </p>
  );
}
