/** Sending a bundle: what, for which audience, after the pre-flight to whom and why, and only then a file. */
import { PackageCheck } from 'lucide-react';
import type { FindingRow } from '../../../shared/contract/finding.ts';
import type { PreFlight } from '../../../shared/contract/report.ts';
import type { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import type { LeavingChoice } from '../../../shared/domain/departure/index.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { Button, Empty, Failed, Loading, TextArea } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import {
  AudienceField,
  DisclosureField,
  MarksField,
  RecipientField,
  StaysList,
  TracesList,
  useRecipient,
} from '../departure/index.ts';
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
import { InPlaceList } from './InPlaceList.tsx';
import { type SendDesk, sendMemory } from './sendMemory.ts';
import { WhatCanBeChecked } from './WhatCanBeChecked.tsx';

export function SendBundle({ record, findings }: { record: CaseRecord; findings: readonly FindingRow[] }) {
  const { go } = useNavigate();
  const [{ chosen, choice, recipient, reason }, change] = useCaseMemory(sendMemory, record.id);
  const set = (fields: Partial<SendDesk>) => change(desk => ({ ...desk, ...fields }));
  const choose = (fields: Partial<LeavingChoice>) =>
    change(desk => ({ ...desk, choice: { ...desk.choice, ...fields } }));
  const selection: Selection = { caseId: record.id, findingIds: chosenIds(chosen, findings), title: '', ...choice };
  const none = standing(findings).length === 0;
  const empty = none || selection.findingIds?.length === 0;
  const preFlight = usePreFlight('bundle', selection, empty);
  const to = useRecipient(recipient);
  const leaving = useExportBundle(
    selection,
    fileNameFor(record.reference, `${record.title} bundle`, 'zip'),
    to,
    reason.trim(),
  );
  const stopped = preFlight.data !== undefined && hasStop(preFlight.data);
  // Read anew for the same choice, it stays ready: a button that blinks swallows a press, and the work looks once more itself.
  const ready = !empty && preFlight.data !== undefined && !preFlight.isPrevious && !stopped && to.name !== '';

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
  /** A copy may be ready only after other things were chosen. */
  const sendInPlace = (originalId: ExhibitId, copyId: ExhibitId) =>
    change(desk => ({
      ...desk,
      choice: { ...desk.choice, inPlace: [...without(desk.choice.inPlace, originalId), { originalId, copyId }] },
    }));
  const open = (exhibitId: ExhibitId) => go({ place: 'exhibits', exhibitId });
  return (
    <form
      className="send"
      onSubmit={event => {
        event.preventDefault();
        if (ready) void leaving.save();
      }}
    >
      <div className="send-left">
        <FindingChoice findings={findings} chosen={chosen} onChange={next => set({ chosen: next })} />
        <AudienceField value={choice.audience} onChange={audience => choose({ audience })} />
        <MarksField value={choice.marks} onChange={marks => choose({ marks })} />
        <RecipientField
          value={recipient}
          // What was confirmed was for another.
          onChange={value => set({ recipient: value, choice: { ...choice, disclose: [] } })}
        />
        <TextArea
          label="Reason"
          value={reason}
          onChange={value => set({ reason: value })}
          maxLength={2000}
          placeholder="Why it is sent"
          hint="Kept on record with recipient, list and digest."
        />
        <DisclosureField
          caseId={record.id}
          recipient={to.name}
          disclose={choice.disclose}
          onChange={disclose => choose({ disclose })}
        />
        <Button kind="primary" type="submit" disabled={!ready} busy={leaving.busy}>
          Save the bundle as …
        </Button>
        <LeavingState leaving={leaving} done="is written. Its list, digest and recipient are under “What left”." />
      </div>
      <div className="send-right">
        <section aria-label="Pre-flight" aria-busy={preFlight.loading} className="send-preflight">
          <h2 className="send-title">Before it leaves</h2>
          {empty && <p className="send-soft">Choose at least one finding.</p>}
          {!empty && preFlight.error && <Failed error={preFlight.error} onRetry={preFlight.refetch} />}
          {!empty && !preFlight.data && !preFlight.error && <Loading label="Looking at what goes" />}
          {!empty && !preFlight.error && preFlight.data && (
            <PreFlightBody
              preFlight={{ ...preFlight.data, concerns: untold(preFlight.data) }}
              carries
              onOpenExhibit={open}
              onLeaveOut={id => choose({ leaveOut: [...choice.leaveOut, id] })}
              between={
                <>
                  <StaysList
                    stays={preFlight.data.stays}
                    leftOut={choice.leaveOut}
                    onTakeAlong={id => choose({ leaveOut: choice.leaveOut.filter(one => one !== id) })}
                    onOpenExhibit={open}
                  />
                  <InPlaceList
                    inPlace={choice.inPlace}
                    onTakeBack={originalId => choose({ inPlace: without(choice.inPlace, originalId) })}
                    onOpenExhibit={open}
                  />
                  <TracesList
                    traces={preFlight.data.traces}
                    onLeaveOut={id => choose({ leaveOut: [...choice.leaveOut, id] })}
                    onInPlace={sendInPlace}
                    onOpenExhibit={open}
                  />
                </>
              }
            />
          )}
        </section>
        <WhatCanBeChecked />
      </div>
    </form>
  );
}

function without(inPlace: LeavingChoice['inPlace'], originalId: ExhibitId): LeavingChoice['inPlace'] {
  return inPlace.filter(pair => pair.originalId !== originalId);
}

/** What the lists of what stays and of what files tell do not say already. */
function untold({ concerns, stays, traces }: PreFlight): PreFlight['concerns'] {
  return concerns.filter(
    ({ severity, sentence, exhibitId }) =>
      severity === 'stop' ||
      !(
        traces.some(trace => trace.exhibitId === exhibitId && sentence.startsWith(trace.sentence)) ||
        stays.some(
          stay => sentence.startsWith(`${stay.name} stays here`) || sentence.startsWith(`${stay.name} does not go`),
        )
      ),
  );
}
