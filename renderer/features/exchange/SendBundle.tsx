/** Sending a bundle: what, after the pre-flight to whom and why, and only then a file. */
import { PackageCheck } from 'lucide-react';
import type { FindingRow } from '../../../shared/contract/finding.ts';
import type { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import { Button, Checkbox, Empty, Failed, Loading, TextArea, TextField } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { useCaseMemory } from '../exhibit/index.ts';
import {
  chosenIds,
  fileNameFor,
  FindingChoice,
  hasStop,
  LeavingState,
  PreFlightBody,
  type Selection,
  standing,
  useExportBundle,
  usePreFlight,
} from '../report/index.ts';
import { type SendDesk, sendMemory } from './sendMemory.ts';
import { WhatCanBeChecked } from './WhatCanBeChecked.tsx';

export function SendBundle({ record, findings }: { record: CaseRecord; findings: readonly FindingRow[] }) {
  const { go } = useNavigate();
  const [{ chosen, recipient, reason, accepted }, change] = useCaseMemory(sendMemory, record.id);
  const set = (fields: Partial<SendDesk>) => change(desk => ({ ...desk, ...fields }));
  const selection: Selection = { caseId: record.id, findingIds: chosenIds(chosen, findings), title: '' };
  const none = standing(findings).length === 0;
  const empty = none || selection.findingIds?.length === 0;
  const preFlight = usePreFlight('bundle', selection, empty);
  const leaving = useExportBundle(
    selection,
    fileNameFor(record.reference, `${record.title} bundle`, 'zip'),
    recipient.trim(),
    reason.trim(),
  );
  const stopped = preFlight.data !== undefined && hasStop(preFlight.data);
  const ready =
    !empty &&
    preFlight.data !== undefined &&
    recipient.trim() !== '' &&
    (!stopped || (accepted && reason.trim() !== ''));

  if (none) {
    return (
      <Empty
        icon={PackageCheck}
        title="Nothing to send yet"
        text="A bundle holds findings with every word they rest on. Begin a finding and cite its evidence first."
        action={<Button onPress={() => go({ place: 'findings' })}>Go to the findings</Button>}
      />
    );
  }
  return (
    <form
      className="send"
      onSubmit={event => {
        event.preventDefault();
        if (ready) void leaving.save();
      }}
    >
      <div className="send-left">
        <FindingChoice
          findings={findings}
          chosen={chosen}
          // What was accepted was another selection.
          onChange={next => set({ chosen: next, accepted: false })}
        />
        <TextField
          label="Recipient"
          value={recipient}
          onChange={value => set({ recipient: value })}
          maxLength={300}
          required
          placeholder="Person or body that gets it"
        />
        <TextArea
          label="Reason"
          value={reason}
          onChange={value => set({ reason: value })}
          maxLength={2000}
          placeholder="Why it is sent"
          hint={
            stopped
              ? 'Needed here: why it goes in spite of what the pre-flight says.'
              : 'Kept in the custody log with recipient and digest.'
          }
        />
        {stopped && (
          <Checkbox
            label="Send it in spite of the pre-flight"
            checked={accepted}
            onChange={value => set({ accepted: value })}
            hint="This decision is yours, and stays on record."
          />
        )}
        <Button kind="primary" type="submit" disabled={!ready} busy={leaving.busy}>
          Save the bundle as …
        </Button>
        <LeavingState leaving={leaving} done="is written. Its digest and recipient are in the custody log." />
      </div>
      <div className="send-right">
        <section aria-label="Pre-flight" aria-busy={preFlight.loading}>
          <h2 className="send-title">Before it leaves</h2>
          {empty && <p className="send-soft">Choose at least one finding.</p>}
          {!empty && preFlight.error && <Failed error={preFlight.error} onRetry={preFlight.refetch} />}
          {!empty && !preFlight.data && !preFlight.error && <Loading label="Looking at what goes" />}
          {!empty && preFlight.data && (
            <PreFlightBody
              preFlight={preFlight.data}
              carries
              onOpenExhibit={exhibitId => go({ place: 'exhibits', exhibitId })}
            />
          )}
        </section>
        <WhatCanBeChecked />
      </div>
    </form>
  );
}
