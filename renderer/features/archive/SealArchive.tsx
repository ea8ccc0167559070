/** Sealing an archive: what of the case, for whom, after the pre-flight why, and only then a file. */
import { Lock } from 'lucide-react';
import { useState } from 'react';
import type { ArchiveRecipient, ArchiveSelection } from '../../../shared/contract/archive.ts';
import type { FindingRow } from '../../../shared/contract/finding.ts';
import type { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import type { LeavingChoice } from '../../../shared/domain/departure/index.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { call, useQuery } from '../../api/index.ts';
import { Button, Failed, Loading, TextArea } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { AudienceField, DisclosureField, MarksField, StaysList } from '../departure/index.ts';
import { useCaseMemory } from '../memory/index.ts';
import {
  chosenIds,
  fileNameFor,
  FindingChoice,
  hasStop,
  LeavingState,
  PreFlightBody,
  standing,
  useLeaving,
} from '../report/index.ts';
import { sealMemory, type SealDesk } from './archiveMemory.ts';
import { RecordCounts } from './RecordCounts.tsx';
import { fitsAsPassphrase, noPassphrase, SealFor } from './SealFor.tsx';
import './archive.css';

export function SealArchive({ record, findings }: { record: CaseRecord; findings: readonly FindingRow[] }) {
  const { go } = useNavigate();
  const [desk, change] = useCaseMemory(sealMemory, record.id);
  // Never in the memory of the place, which outlives the form.
  const [secret, setSecret] = useState(noPassphrase);
  const { chosen, choice, way, reason, passphraseFor } = desk;
  const set = (fields: Partial<SealDesk>) => change(now => ({ ...now, ...fields }));
  const choose = (fields: Partial<LeavingChoice>) => change(now => ({ ...now, choice: { ...now.choice, ...fields } }));
  const selection: ArchiveSelection = { ...choice, caseId: record.id, findingIds: chosenIds(chosen, findings) };
  const preFlight = useQuery('archive.preFlight', selection, { keepPrevious: true });
  const recipients = useRecipients(desk);
  const toldTo = way === 'keys' ? recipients.map(({ name }) => name) : [passphraseFor.trim()].filter(Boolean);
  const leaving = useLeaving(fileNameFor(record.reference, record.title, 'age'), 'age', to =>
    call('archive.seal', {
      ...selection,
      to,
      reason: reason.trim(),
      recipients: way === 'keys' ? recipients : [],
      passphrase: way === 'keys' ? null : secret.passphrase,
      passphraseFor: passphraseFor.trim(),
    }),
  );
  const sealable = way === 'keys' ? recipients.length > 0 : fitsAsPassphrase(secret) && passphraseFor.trim() !== '';
  const ready = sealable && preFlight.data !== undefined && !preFlight.isPrevious && !hasStop(preFlight.data);
  const open = (exhibitId: ExhibitId) => go({ place: 'exhibits', exhibitId });
  const { data, error } = preFlight;
  return (
    <form
      className="seal"
      onSubmit={event => {
        event.preventDefault();
        if (ready) void leaving.save();
      }}
    >
      <div className="seal-left">
        <p className="seal-soft">
          The whole case as a team works on it: documents, marks, findings, cast, comments and their history, encrypted
          for those who shall open it. They merge it into their own vault.
        </p>
        {standing(findings).length > 0 && (
          <FindingChoice findings={findings} chosen={chosen} onChange={next => set({ chosen: next })} />
        )}
        <AudienceField value={choice.audience} onChange={audience => choose({ audience })} />
        <MarksField value={choice.marks} onChange={marks => choose({ marks })} />
        <SealFor
          desk={desk}
          // What was confirmed was for another.
          onChange={fields => set({ ...fields, choice: { ...choice, disclose: [] } })}
          secret={secret}
          onSecret={setSecret}
        />
        {toldTo.length <= 1 && (
          <DisclosureField
            caseId={record.id}
            recipient={toldTo[0] ?? ''}
            disclose={choice.disclose}
            onChange={disclose => choose({ disclose })}
          />
        )}
        <TextArea
          label="Reason"
          value={reason}
          onChange={value => set({ reason: value })}
          maxLength={2000}
          placeholder="Why it is sent"
          hint="Kept on record with recipients, list and digest."
        />
        <Button kind="primary" type="submit" icon={Lock} disabled={!ready} busy={leaving.busy}>
          Seal the archive as …
        </Button>
        <LeavingState leaving={leaving} done="is sealed. Its list, digest and recipients are under “What left”." />
      </div>
      <section aria-label="Pre-flight" aria-busy={preFlight.loading} className="seal-right">
        <h2 className="seal-title">Before it leaves</h2>
        {error && <Failed error={error} onRetry={preFlight.refetch} />}
        {!data && !error && <Loading label="Looking at what goes" />}
        {!error && data && (
          <PreFlightBody
            preFlight={data}
            carries
            onOpenExhibit={open}
            onLeaveOut={id => choose({ leaveOut: [...choice.leaveOut, id] })}
            between={
              <>
                <RecordCounts counts={data.counts} />
                <StaysList
                  stays={data.stays}
                  leftOut={choice.leaveOut}
                  onTakeAlong={id => choose({ leaveOut: choice.leaveOut.filter(one => one !== id) })}
                  onOpenExhibit={open}
                />
              </>
            }
          />
        )}
      </section>
    </form>
  );
}

/** Contacts by their keys as they are now, and this vault's own where it shall be able to open the archive again. */
function useRecipients({ contactIds, own }: SealDesk): ArchiveRecipient[] {
  const contacts = useQuery('contact.list', {});
  const keys = useQuery('identity.own', {});
  const chosen = (contacts.data ?? []).flatMap(({ id, name, ageRecipient }) =>
    contactIds.includes(id) && ageRecipient !== null ? [{ contactId: id, name, recipient: ageRecipient }] : [],
  );
  const mine = own ? keys.data?.current : null;
  return mine ? [...chosen, { contactId: null, name: mine.name, recipient: mine.ageRecipient }] : chosen;
}
