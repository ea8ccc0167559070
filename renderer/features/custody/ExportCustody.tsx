/** Handing the log of a case out as CASE/UCO, the JSON-LD that digital forensics exchanges. */
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { call, useQuery } from '../../api/index.ts';
import { Button, countOf, Panel } from '../../ui/index.ts';
import { SavingState, SendingFields, StaysNotice, useSaving, useSending, type Written } from '../departure/index.ts';

interface WrittenLog extends Written {
  events: number;
  exhibits: number;
}

export function ExportCustody({ caseId, onClose }: { caseId: CaseId; onClose(): void }) {
  const record = useQuery('case.get', { caseId });
  const sending = useSending();
  const saving = useSaving<WrittenLog>();
  const preFlight = useQuery('custody.preFlight', { caseId, audience: sending.given.audience }, { keepPrevious: true });
  const stays = preFlight.data?.stays.length ?? 0;
  const isWritten = saving.written !== null;
  return (
    <Panel
      open
      title="Export the custody log"
      onClose={onClose}
      footer={
        <>
          <Button
            kind={isWritten ? 'plain' : 'primary'}
            busy={saving.busy}
            disabled={preFlight.error !== null}
            onPress={() =>
              void saving.save(`${record.data?.reference ?? 'Case'} custody.case.jsonld`, to =>
                call('custody.export', { caseId, ...sending.given, to }),
              )
            }
          >
            Save as CASE/UCO …
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {isWritten ? 'Done' : 'Cancel'}
          </Button>
        </>
      }
    >
      <div className="sending">
        <SavingState saving={saving} words={wordsOf} unit="events" />
        <p>
          The log of this case as JSON-LD in the terms of CASE and UCO, which tools of digital forensics read: each
          event with who, when, in which vault and on what; each exhibit with its number, title and SHA-256. All that
          the hash of an event covers is in it, so that the chain can be checked from the file alone. What archives
          brought of other vaults’ logs goes along, told apart by vault.
        </p>
        {preFlight.data && !preFlight.error && (
          <p>
            {countOf(preFlight.data.events, 'event goes', 'events go')};{' '}
            {countOf(preFlight.data.goes, 'exhibit is', 'exhibits are')} named with what was done to{' '}
            {preFlight.data.goes === 1 ? 'it' : 'them'}.
          </p>
        )}
        <StaysNotice
          data={preFlight.data}
          error={preFlight.error}
          onRetry={preFlight.refetch}
          words={`${countOf(stays, 'exhibit stays', 'exhibits stay')}, and what was done with ${stays === 1 ? 'it' : 'them'}`}
        />
        <SendingFields sending={sending} />
      </div>
    </Panel>
  );
}

function wordsOf({ events, exhibits }: WrittenLog): string {
  return `${countOf(events, 'event')} on ${countOf(exhibits, 'exhibit')}`;
}
