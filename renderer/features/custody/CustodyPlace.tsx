import { FileOutput } from 'lucide-react';
import { useState } from 'react';
import { Button, Empty, Failed, Loading, PaneHeader, Panes, Segmented, VirtualList } from '../../ui/index.ts';
import { useCommands, useRoute } from '../../workbench/index.ts';
import { ChainCheck } from './ChainCheck.tsx';
import { CustodyEventDetail } from './CustodyEventDetail.tsx';
import { CustodyRow } from './CustodyRow.tsx';
import { ExportCustody } from './ExportCustody.tsx';
import { WhoseLog } from './WhoseLog.tsx';
import { useCustodyEvents } from './useCustodyEvents.ts';
import './custody.css';

type Scope = 'case' | 'vault';

/** Who did what to which exhibit when: the whole log, its check, and what the check is worth. */
export function CustodyPlace() {
  const { caseId } = useRoute();
  const [scope, setScope] = useState<Scope>('case');
  const [chosen, setChosen] = useState<string | null>(null);
  const [exporting, setExporting] = useState(false);
  useCommands([
    {
      id: 'custody.export',
      title: 'Export the custody log of the case …',
      section: 'Custody',
      run: () => setExporting(true),
    },
  ]);
  const [vaultId, setVaultId] = useState('');
  const log = useCustodyEvents(vaultId, scope === 'case' ? caseId : null);
  const { events } = log;
  const event = events?.find(one => String(one.seq) === chosen);
  const list = (
    <>
      <PaneHeader
        level={1}
        title="Custody"
        count={events ? log.total : null}
        actions={
          <>
            <Segmented
              label="Which events"
              options={[
                { value: 'case', label: 'This case' },
                { value: 'vault', label: 'Whole vault' },
              ]}
              value={scope}
              onChange={setScope}
            />
            <Button kind="quiet" icon={FileOutput} onPress={() => setExporting(true)}>
              Export …
            </Button>
          </>
        }
      />
      <WhoseLog vaultId={vaultId} onChange={setVaultId} />
      {exporting && <ExportCustody caseId={caseId} onClose={() => setExporting(false)} />}
      {log.error && <Failed error={log.error} onRetry={log.refetch} />}
      {events === undefined ? (
        !log.error && <Loading rows={12} />
      ) : (
        <VirtualList
          key={`${vaultId} ${scope}`}
          label="Custody events, newest first"
          count={events.length}
          rowHeight={32}
          getKey={index => String(events[index]?.seq ?? index)}
          selected={chosen}
          onSelect={(_, index) => setChosen(String(events[index]?.seq ?? ''))}
          onEndReached={log.loadMore}
          renderRow={index => {
            const row = events[index];
            return row ? <CustodyRow event={row} /> : null;
          }}
          empty={
            <Empty
              title="No events yet"
              text="Each step that touches evidence is written here, in the same transaction as the step itself."
            />
          }
        />
      )}
    </>
  );
  return (
    <Panes
      id="custody"
      main={list}
      mainLabel="Custody events"
      right={
        <div className="custody-side">
          <ChainCheck />
          {event ? (
            <CustodyEventDetail event={event} />
          ) : (
            <p className="custody-hint">Choose an event to see its digests.</p>
          )}
        </div>
      }
      rightLabel="Chain and event"
      rightWidth={380}
    />
  );
}
