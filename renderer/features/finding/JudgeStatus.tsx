/** A person's judgement of a status: less than the evidence gives, or more, each with a reason that is printed. */
import { useState } from 'react';
import type { ClaimView } from '../../../shared/domain/finding.ts';
import { type ClaimStatus, raisesStatus, statusShapes, statusWords } from '../../../shared/domain/standard.ts';
import { Button, Notice, Segmented, StatusMark, TextArea } from '../../ui/index.ts';
import type { FindingActions } from './useFinding.ts';

const choices: readonly ClaimStatus[] = ['established', 'probable', 'reported', 'contested'];
const options: { value: ClaimStatus; label: string }[] = choices.map(value => ({
  value,
  label: `${statusShapes[value]} ${statusWords[value]}`,
}));

export function JudgeStatus({
  claim,
  actions,
  onClose,
}: {
  claim: ClaimView;
  actions: FindingActions;
  onClose(): void;
}) {
  const { judgement, computedStatus } = claim;
  const [status, setStatus] = useState<ClaimStatus>(claim.status);
  const [reason, setReason] = useState(judgement?.reason ?? '');
  const raised = raisesStatus(computedStatus, status);
  const settle = (next: ClaimStatus | null) => {
    actions.judge(claim, { status: next, reason: next === null ? '' : reason.trim() });
    onClose();
  };
  return (
    <form
      className="judge"
      onSubmit={event => {
        event.preventDefault();
        if (reason.trim() !== '' && status !== computedStatus) settle(status);
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <p>
        By the standard of the case it is <StatusMark status={computedStatus} />.
      </p>
      <Segmented label="Your judgement" hideLabel={false} options={options} value={status} onChange={setStatus} />
      <TextArea
        label="Reason"
        hint="Readers see it beside the status."
        value={reason}
        onChange={setReason}
        maxLength={2000}
      />
      {raised && (
        <Notice kind="warning">
          This says more than the evidence on record. It is flagged as raised, with your reason and name, wherever the
          finding appears and in the report.
        </Notice>
      )}
      <div className="judge-actions">
        <Button kind="primary" type="submit" disabled={reason.trim() === '' || status === computedStatus}>
          {raised ? 'Raise it' : 'Judge it so'}
        </Button>
        {judgement && <Button onPress={() => settle(null)}>Back to {statusWords[computedStatus]}, as computed</Button>}
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
