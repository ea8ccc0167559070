/** A reviewer's file: what it holds and of which bundle it speaks, and only then taken in. Earlier ones are listed. */
import { FileInput, MessagesSquare } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReviewReport } from '../../../shared/contract/comment.ts';
import type { GrantedPath } from '../../../shared/contract/grantedPath.ts';
import { authorWords } from '../../../shared/domain/comment.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { call, desktop, grantDropped, reportOf, useQuery } from '../../api/index.ts';
import { Button, classes, countOf, Failed, InstantText, Mono, Notice, Table, useFileDrop } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { RemarkProblems, RemarksOfReview, WhatReviewHolds } from './WhatReviewHolds.tsx';
import './comment.css';

type Step =
  | { kind: 'none' }
  | { kind: 'failed'; error: ErrorReport }
  | { kind: 'inspected'; from: GrantedPath; report: ReviewReport }
  | { kind: 'received'; report: ReviewReport };

export function ReceiveReview({ caseId }: { caseId: CaseId }) {
  const [step, setStep] = useState<Step>({ kind: 'none' });
  const [busy, setBusy] = useState(false);
  const { go } = useNavigate();
  const choose = useRef<HTMLButtonElement>(null);
  // Who came by a link lands on what they came for; who walks along the tabs stays on them.
  useEffect(() => {
    if (document.activeElement === document.body) choose.current?.focus();
  }, []);
  const take = async (act: () => Promise<Step>) => {
    setBusy(true);
    setStep(await act().catch((error: unknown): Step => ({ kind: 'failed', error: reportOf(error) })));
    setBusy(false);
  };
  const inspect = (from: GrantedPath | null | undefined) => {
    if (!from) return;
    void take(async () => ({ kind: 'inspected', from, report: await call('comment.inspectReview', { caseId, from }) }));
  };
  const drop = useFileDrop(files => {
    void grantDropped(files.slice(0, 1)).then(([from]) => inspect(from));
  });
  return (
    <div className="receive">
      <section
        aria-label="A reviewer’s file"
        className={classes('receive-drop', drop.over && 'receive-drop-over')}
        {...drop.handlers}
      >
        <p>
          A reviewer of a bundle saves remarks as a file, <Mono>review-….json</Mono>. Drop it here, or choose it. It is
          shown before anything is taken in.
        </p>
        <Button
          ref={choose}
          icon={FileInput}
          busy={busy && step.kind !== 'inspected'}
          onPress={() => void desktop('desktop.chooseFile', { purpose: 'review' }).then(inspect)}
        >
          Choose a review file …
        </Button>
      </section>
      {step.kind === 'failed' && <Failed error={step.error} />}
      {step.kind === 'inspected' && (
        <>
          <WhatReviewHolds report={step.report} />
          <div className="comment-form-actions">
            <Button
              kind="primary"
              busy={busy}
              disabled={step.report.isRepeated}
              onPress={() =>
                void take(async () => ({
                  kind: 'received',
                  report: await call('comment.receiveReview', { caseId, from: step.from }),
                }))
              }
            >
              Take in these remarks
            </Button>
            <Button kind="quiet" onPress={() => setStep({ kind: 'none' })}>
              Leave it
            </Button>
          </div>
          <RemarksOfReview lines={step.report.lines} />
        </>
      )}
      {step.kind === 'received' && (
        <>
          <Notice
            kind="good"
            action={
              <Button icon={MessagesSquare} onPress={() => go({ place: 'review' })}>
                Read them
              </Button>
            }
          >
            {countOf(step.report.added, 'remark')} taken in from <span dir="auto">{step.report.fileName}</span>
            {step.report.takenBack > 0 && `, ${step.report.takenBack} taken back by the reviewer`}.
          </Notice>
          <RemarkProblems problems={step.report.problems} />
        </>
      )}
      <Received caseId={caseId} />
    </div>
  );
}

function Received({ caseId }: { caseId: CaseId }) {
  const { data } = useQuery('comment.reviews', { caseId });
  if (!data || data.length === 0) return null;
  return (
    <section aria-label="Received before">
      <h2 className="send-title">Received before</h2>
      <Table
        label="Review files received"
        rows={data}
        getKey={review => review.sha256}
        columns={[
          { id: 'by', label: 'Reviewer', cell: review => <span dir="auto">{authorWords(review.reviewer)}</span> },
          { id: 'remarks', label: 'Remarks', width: '80px', cell: review => String(review.remarks) },
          {
            id: 'bundle',
            label: 'Bundle made',
            width: '150px',
            cell: review => <InstantText at={review.bundle.exportedAt} />,
          },
          {
            id: 'at',
            label: 'Received (UTC)',
            width: '180px',
            cell: review => <InstantText at={review.receivedAt} withTime />,
          },
        ]}
      />
    </section>
  );
}
