import { isOver } from '../../../../shared/kernel/job.ts';
import { useJob, useQuery } from '../../../api/index.ts';
import { formatCount } from '../../../ui/index.ts';
import { admissionSentence, type Drop } from '../drop.ts';
import './admission.css';

/** The last drop in a few words, under the list; a press brings its fields and refusals back. */
export function DropSign({ drop, onShow }: { drop: Drop; onShow(): void }) {
  const job = useJob(drop.jobId);
  const { data } = useQuery('exhibit.admissions', { jobId: drop.jobId, limit: 1 });
  const status = job?.status;
  const running = status?.state === 'running' ? status.progress : null;
  const words =
    status && isOver(status.state)
      ? data && admissionSentence(data)
      : `Coming in ${formatCount(running?.done ?? 0)}${running?.total ? ` of ${formatCount(running.total)}` : ''}`;
  if (!words) return null;
  return (
    <button type="button" className="drop-sign" onClick={onShow}>
      {words}
    </button>
  );
}
