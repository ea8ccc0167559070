import { Activity, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import type { JobId } from '../../../shared/kernel/ids.ts';
import { useJobs } from '../../api/index.ts';
import { Popover, Progress } from '../../ui/index.ts';
import { useCommands } from '../../workbench/index.ts';
import { AdmissionList } from './AdmissionList.tsx';
import { JobList } from './JobList.tsx';
import { isUnderWay, jobInView, stateWords, unitWord } from './jobWords.ts';
import { useJobToasts } from './useJobToasts.ts';
import './job.css';

/** Long work in the title bar: what runs and how far; press for all of it. */
export function JobIndicator() {
  const jobs = useJobs();
  const [open, setOpen] = useState(false);
  const [admissionsOf, setAdmissionsOf] = useState<JobId | null>(null);
  const anchor = useRef<HTMLButtonElement>(null);
  useJobToasts();
  useCommands([
    {
      id: 'job.show',
      title: 'Show work in progress',
      section: 'Window',
      when: jobs.length > 0,
      run: () => setOpen(true),
    },
  ]);
  const job = jobInView(jobs);
  const progress = job?.status.state === 'running' ? job.status.progress : null;
  const others = jobs.filter(isUnderWay).length - 1;
  const Icon = job && !isUnderWay(job) ? TriangleAlert : Activity;
  if (jobs.length === 0) return null;
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="job-indicator"
        aria-haspopup="dialog"
        aria-expanded={open}
        title={job?.title ?? 'Work that is done'}
        onClick={() => setOpen(now => !now)}
      >
        <Icon size={14} aria-hidden />
        {job ? (
          <span className="job-indicator-words one-line">
            {stateWords(job)}
            {others > 0 && ` (+${others})`}
          </span>
        ) : (
          <span className="visually-hidden">No work in progress</span>
        )}
        {progress && (
          <span className="job-indicator-bar" aria-hidden>
            <Progress done={progress.done} total={progress.total} label={unitWord(progress.unit, 2)} bare />
          </span>
        )}
      </button>
      <Popover
        open={open}
        onClose={() => setOpen(false)}
        anchor={anchor}
        label="Work in progress"
        placement="below-end"
      >
        <JobList
          jobs={jobs}
          onShowAdmissions={jobId => {
            setOpen(false);
            setAdmissionsOf(jobId);
          }}
        />
      </Popover>
      <AdmissionList jobId={admissionsOf} onClose={() => setAdmissionsOf(null)} />
    </>
  );
}
