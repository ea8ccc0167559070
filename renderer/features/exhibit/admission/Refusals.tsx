/** What was refused or linked, file by file, with the reason and what to do. Every file that was given is in the answer. */
import { RotateCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import type { CaseId, JobId } from '../../../../shared/kernel/ids.ts';
import { isOver } from '../../../../shared/kernel/job.ts';
import { reportOf, useJob, useQuery } from '../../../api/index.ts';
import { Button, Failed, formatCount, Section } from '../../../ui/index.ts';
import { useNavigate, useToast } from '../../../workbench/index.ts';
import { admitRefusedAgain } from '../drop.ts';
import './admission.css';

const AT_ONCE = 200;

export function Refusals({ caseId, jobId }: { caseId: CaseId; jobId: JobId }) {
  const toast = useToast();
  const job = useJob(jobId);
  const again = () => {
    admitRefusedAgain(caseId, jobId).catch((error: unknown) =>
      toast({ text: reportOf(error).sentence, kind: 'problem' }),
    );
  };
  const retry = job !== null && isOver(job.status.state) && (
    <Button icon={RotateCw} onPress={again}>
      Give these again
    </Button>
  );
  return (
    <>
      <Rows jobId={jobId} only="refused" title="Refused" action={retry} />
      <Rows jobId={jobId} only="linked" title="Linked to an exhibit that was there" />
    </>
  );
}

function Rows({
  jobId,
  only,
  title,
  action,
}: {
  jobId: JobId;
  only: 'refused' | 'linked';
  title: string;
  action?: ReactNode;
}) {
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery(
    'exhibit.admissions',
    { jobId, only, limit: AT_ONCE, offset },
    { keepPrevious: true },
  );
  const { go } = useNavigate();
  if (error) return <Failed error={error} onRetry={refetch} />;
  const count = only === 'refused' ? data?.refused : data?.linked;
  if (!data || !count) return null;
  return (
    <Section title={title} count={count}>
      {action && <div className="inspector-actions">{action}</div>}
      <ul className="refusals">
        {data.rows.map(row => (
          <li key={row.path}>
            <span className="refusal-path">{row.path}</span>
            {row.sentence && <span className="inspector-soft">{row.sentence}</span>}
            {row.exhibitId && row.number !== null && (
              <Button kind="quiet" onPress={() => row.exhibitId && go({ place: 'exhibits', exhibitId: row.exhibitId })}>
                Same bytes as {exhibitNumber(row.number)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {count > AT_ONCE && (
        <div className="inspector-actions">
          <Button kind="quiet" disabled={offset === 0} onPress={() => setOffset(Math.max(0, offset - AT_ONCE))}>
            Earlier
          </Button>
          <span className="inspector-soft">
            {formatCount(offset + 1)}–{formatCount(offset + data.rows.length)} of {formatCount(count)}
          </span>
          <Button kind="quiet" disabled={offset + AT_ONCE >= count} onPress={() => setOffset(offset + AT_ONCE)}>
            Later
          </Button>
        </div>
      )}
    </Section>
  );
}
