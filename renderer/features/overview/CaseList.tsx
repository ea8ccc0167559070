import { ArrowLeft, FlaskConical, PackageOpen, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { CaseId, JobId } from '../../../shared/kernel/ids.ts';
import { useCommand, useJob, useQuery } from '../../api/index.ts';
import { Badge, Button, countOf, Failed, HandlingTag, Loading, Mono, Progress } from '../../ui/index.ts';
import { ReceiveArchive } from '../archive/index.ts';
import { NewCase } from './NewCase.tsx';
import './overview.css';

export interface CaseListProps {
  person: string;
  onOpen(caseId: CaseId): void;
}

/** The cases of a vault; in a new one, the first case or the sample to look around in. */
export function CaseList({ person, onOpen }: CaseListProps) {
  const cases = useQuery('case.list', {});
  const [creating, setCreating] = useState(false);
  const [receiving, setReceiving] = useState(false);
  // Held here: the sample's case is in the list long before all of it is loaded.
  const [sampleJob, setSampleJob] = useState<JobId | null>(null);
  if (cases.error) return <Failed error={cases.error} onRetry={cases.refetch} />;
  if (!cases.data) return <Loading />;
  if (receiving) return <ReceivePage onBack={() => setReceiving(false)} onOpen={onOpen} />;
  const none = cases.data.length === 0;
  const sorted = [...cases.data].sort(
    (left, right) => left.status.localeCompare(right.status) * -1 || right.createdAt.localeCompare(left.createdAt),
  );
  return (
    <main className="cases">
      <div className="cases-column">
        <header className="cases-head">
          <h1 className="cases-title">{none ? 'A new vault' : 'Cases'}</h1>
          {!none && (
            <div className="cases-actions">
              <Button icon={PackageOpen} onPress={() => setReceiving(true)}>
                Open an archive …
              </Button>
              <Button kind="primary" icon={Plus} onPress={() => setCreating(true)}>
                New case
              </Button>
            </div>
          )}
        </header>
        {none ? (
          <div className="cases-first">
            <p>A case is one investigation: its evidence, what was marked in it, and what is concluded from it.</p>
            <div className="cases-actions">
              <Button kind="primary" icon={Plus} onPress={() => setCreating(true)}>
                New case
              </Button>
              <Button icon={PackageOpen} onPress={() => setReceiving(true)}>
                Open an archive …
              </Button>
            </div>
          </div>
        ) : (
          <ul className="case-rows">
            {sorted.map(one => (
              <CaseRow key={one.id} row={one} onOpen={() => onOpen(one.id)} />
            ))}
          </ul>
        )}
        {(sampleJob !== null || !cases.data.some(one => one.isExercise)) && (
          <SampleOffer cases={cases.data} jobId={sampleJob} onStarted={setSampleJob} onOpen={onOpen} />
        )}
      </div>
      <NewCase open={creating} person={person} onClose={() => setCreating(false)} onCreated={onOpen} />
    </main>
  );
}

/** A case that another team sealed may be the first of this vault. */
function ReceivePage({ onBack, onOpen }: { onBack(): void; onOpen(caseId: CaseId): void }) {
  return (
    <main className="cases cases-receive">
      <header className="cases-head">
        <h1 className="cases-title">Open an archive</h1>
        <Button kind="quiet" icon={ArrowLeft} onPress={onBack}>
          Back to the cases
        </Button>
      </header>
      <ReceiveArchive caseId={null} onOpenCase={onOpen} />
    </main>
  );
}

type Row = OutputOf<'case.list'>[number];

function CaseRow({ row, onOpen }: { row: Row; onOpen(): void }) {
  return (
    <li>
      <button type="button" className="case-row" onClick={onOpen}>
        <span className="case-row-head">
          <Mono>{row.reference}</Mono>
          <HandlingTag mark={row.handlingMark} />
          {row.isExercise && <Badge tone="warning">exercise</Badge>}
          {row.status === 'closed' && <Badge>closed</Badge>}
        </span>
        <span className="case-row-title" dir="auto">
          {row.title}
        </span>
        <span className="case-row-facts">
          {[row.workstream, countOf(row.exhibitCount, 'exhibit'), countOf(row.findingCount, 'finding')]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
    </li>
  );
}

/** An invented case with everything in it; it opens by itself once it is loaded. */
interface SampleOfferProps {
  cases: readonly Row[];
  jobId: JobId | null;
  onStarted(jobId: JobId): void;
  onOpen(caseId: CaseId): void;
}

function SampleOffer({ cases, jobId, onStarted, onOpen }: SampleOfferProps) {
  const load = useCommand('sample.load');
  const job = useJob(jobId);
  const sample = cases.find(one => one.isExercise);
  const done = job?.status.state === 'succeeded';
  useEffect(() => {
    if (done && sample) onOpen(sample.id);
  }, [done, sample, onOpen]);
  const status = job?.status;
  const running =
    load.running || (jobId !== null && (!status || status.state === 'running' || status.state === 'queued'));
  return (
    <section className="sample">
      <h2>Look around first</h2>
      <p>
        The sample case is an invented ship-to-ship transfer with an e-mail, a bill of lading, a registry extract, a
        Korean press article and a finding half made. It is marked as an exercise.
      </p>
      <Button
        icon={FlaskConical}
        busy={running}
        problem={load.error ?? (status?.state === 'failed' ? status.error : null)}
        onPress={() => {
          load.run({}).then(
            started => onStarted(started.jobId),
            () => undefined,
          );
        }}
      >
        Load the sample case
      </Button>
      {status?.state === 'running' && status.progress && (
        <Progress done={status.progress.done} total={status.progress.total} label="documents" />
      )}
    </section>
  );
}
