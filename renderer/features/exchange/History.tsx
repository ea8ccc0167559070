/** What left this vault: what, when, to whom, why, and the digest by which the file is known. */
import { History as Clock } from 'lucide-react';
import type { CustodyAction, CustodyEvent } from '../../../shared/domain/custody.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { Empty, Failed, InstantText, Loading, Mono, Table } from '../../ui/index.ts';
import { useHistory } from './useHistory.ts';

const words: Partial<Record<CustodyAction, string>> = {
  'bundle-exported': 'Bundle',
  'report-compiled': 'Report',
  'exhibit-exported': 'Exhibit',
};

export function History({ caseId }: { caseId: CaseId }) {
  const { events, reading, error, retry } = useHistory(caseId);
  if (error) return <Failed error={error} onRetry={retry} />;
  if (events.length === 0) {
    if (reading) return <Loading label="Reading the custody log" />;
    return (
      <Empty
        icon={Clock}
        title="Nothing has left this vault yet"
        text="Bundles, reports and single exhibits that leave are listed here from the custody log, with recipient, reason and digest."
      />
    );
  }
  return (
    <div className="history">
      <Table
        label="What left this vault"
        rows={events}
        getKey={event => String(event.seq)}
        columns={[
          { id: 'what', label: 'What', width: '120px', cell: event => <What event={event} /> },
          { id: 'when', label: 'When (UTC)', width: '180px', cell: event => <InstantText at={event.at} withTime /> },
          {
            id: 'to',
            label: 'To',
            width: '22%',
            cell: event => <span dir="auto">{event.details['recipient'] ?? '–'}</span>,
          },
          { id: 'why', label: 'Reason', cell: event => <span dir="auto">{event.details['reason'] || '–'}</span> },
          { id: 'by', label: 'By', width: '120px', cell: event => event.actor },
          {
            id: 'sha',
            label: 'SHA-256',
            width: '150px',
            cell: event =>
              event.sha256 ? (
                <span className="history-sha" title={event.sha256}>
                  <Mono>{`${event.sha256.slice(0, 12)}…`}</Mono>
                </span>
              ) : (
                '–'
              ),
          },
        ]}
      />
      {reading && <p className="history-reading">Reading further back …</p>}
    </div>
  );
}

function What({ event }: { event: CustodyEvent }) {
  const format = event.details['format'];
  return `${words[event.action] ?? event.action}${format ? `, ${format.toUpperCase()}` : ''}`;
}
