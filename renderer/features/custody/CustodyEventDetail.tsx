import type { ListedEvent } from '../../../shared/contract/custody.ts';
import { FindingId } from '../../../shared/kernel/ids.ts';
import { Chip, InstantText } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { actionWords, detailName } from './custodyWords.ts';
import { Digest } from './Digest.tsx';
import { useEventNames } from './useEventNames.ts';

export function CustodyEventDetail({ event }: { event: ListedEvent }) {
  const navigate = useNavigate();
  const { exhibit, exhibitId, finding, findingId, source, addressee } = useEventNames(event);
  return (
    <section className="custody-event">
      <h2 className="chain-title">
        Event {event.seq}: {actionWords(event.action)}
      </h2>
      <dl className="facts">
        <dt>Recorded by</dt>
        <dd dir="auto">{event.actor}</dd>
        {event.vaultCode !== '' && <Detail name="In the vault" value={event.vaultCode} />}
        <dt>At</dt>
        <dd>
          <InstantText at={event.at} withTime /> UTC
        </dd>
        {source && <Detail name="Source" value={source} />}
        {addressee && <Detail name="To" value={addressee} />}
        {Object.entries(event.details).map(([name, value]) => (
          <Detail key={name} name={detailName(event.action, name)} value={value} />
        ))}
        {event.sha256 && <Digest label="SHA-256 of the document" value={event.sha256} />}
        <Digest label="Subject" value={event.subject} />
        <Digest label="Hash before" value={event.previousHash} />
        <Digest label="Hash" value={event.hash} />
      </dl>
      {exhibitId && (
        <Chip
          kind="exhibit"
          label={exhibit ?? 'Open the exhibit'}
          onPress={() => navigate.go({ place: 'exhibits', exhibitId })}
        />
      )}
      {finding && (
        <Chip
          kind="finding"
          label={finding}
          onPress={() => navigate.go({ place: 'findings', findingId: FindingId.parse(findingId) })}
        />
      )}
    </section>
  );
}

function Detail({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="custody-detail-name">{name}</dt>
      <dd dir="auto">{value}</dd>
    </>
  );
}
