/** The letters of the case and what came back. */
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { isAddressedTo, type Request } from '../../../shared/domain/request.ts';
import type { EntityId, RequestId } from '../../../shared/kernel/ids.ts';
import { Button, Empty, Failed, Loading, PaneHeader, Panes } from '../../ui/index.ts';
import { useCommands, useNavigate, useRoute } from '../../workbench/index.ts';
import { ExhibitReading } from '../exhibit/index.ts';
import { NewRequest } from './NewRequest.tsx';
import { RequestInspector } from './RequestInspector.tsx';
import { RequestList } from './RequestList.tsx';
import { matchingRequests } from './requestWords.ts';
import { useChangeRequest, useCreateRequest, useFindingNames, useRequests } from './useRequests.ts';
import './request.css';

/** `new` is a letter not recorded yet; its addressee may come from a finding. */
type InHand =
  | { kind: 'none' }
  | { kind: 'one'; id: RequestId }
  | { kind: 'new'; addressee: string; entityId: EntityId | null };

export function RequestsPlace() {
  const { caseId, findingId = null, entityId = null, query, exhibitId, at } = useRoute();
  const { go } = useNavigate();
  const requests = useRequests(caseId);
  const findings = useFindingNames(caseId);
  const create = useCreateRequest(caseId);
  const change = useChangeRequest();
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState<InHand | null>(null);
  const today = new Date().toISOString().slice(0, 10);
  const begin = () => setPicked({ kind: 'new', addressee: '', entityId: null });
  useCommands([{ id: 'request.new', title: 'Record a request', section: 'Request', shortcut: 'Shift+N', run: begin }]);

  const all = requests.data ?? [];
  const inHand = picked ?? fromRoute(query, entityId, all);
  const shown = inHand.kind === 'one' ? all.find(request => request.id === inHand.id) : undefined;
  const list = requests.data ? (
    <RequestList
      total={all.length}
      requests={matchingRequests(all, words)}
      selected={shown?.id ?? null}
      words={words}
      today={today}
      onWords={setWords}
      onSelect={id => setPicked({ kind: 'one', id })}
      onNew={begin}
    />
  ) : (
    <>
      <PaneHeader level={1} title="Requests" />
      {requests.error ? (
        <Failed error={requests.error} onRetry={requests.refetch} />
      ) : (
        <Loading label="Reading the requests" />
      )}
    </>
  );
  const main =
    inHand.kind === 'new' && requests.data ? (
      <>
        <PaneHeader title="New request" />
        <NewRequest
          key={inHand.addressee}
          caseId={caseId}
          addressee={inHand.addressee}
          entityId={inHand.entityId}
          findingId={findingId}
          findings={findings}
          create={create}
          onCreated={id => setPicked({ kind: 'one', id: id as RequestId })}
          onCancel={() => setPicked({ kind: 'none' })}
        />
      </>
    ) : shown ? (
      <>
        <PaneHeader title={`Request to ${shown.addressee}`} />
        <RequestInspector
          key={shown.id}
          request={shown}
          caseId={caseId}
          findings={findings}
          today={today}
          onChange={change}
          onOpenExhibit={id => go({ exhibitId: id })}
        />
      </>
    ) : all.length > 0 ? (
      <Empty
        icon={Mail}
        title="Choose a request"
        text="Its questions, dates and the reply open here."
        action={<Button onPress={begin}>Record another</Button>}
      />
    ) : null;
  return (
    <Panes
      id="requests"
      left={list}
      leftLabel="Requests"
      leftWidth={320}
      main={main}
      mainLabel="Request"
      right={
        exhibitId === undefined ? undefined : (
          <ExhibitReading exhibitId={exhibitId} at={at} onClosed={() => go({ exhibitId: undefined })} />
        )
      }
      rightLabel="Reply"
      rightWidth={560}
    />
  );
}

/** A finding asked for the reply of someone: their request if there is one, else a new one to them. */
function fromRoute(query: string | undefined, entityId: EntityId | null, requests: readonly Request[]): InHand {
  if (query === undefined) return { kind: 'none' };
  const known = requests.find(request => isAddressedTo(request, { name: query, entityId }));
  return known ? { kind: 'one', id: known.id } : { kind: 'new', addressee: query, entityId };
}
