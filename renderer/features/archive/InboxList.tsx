import type { InboxEntry } from '../../../shared/contract/archive.ts';
import type { MergeId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Badge, Button, Failed, InstantText, Mono, Table } from '../../ui/index.ts';
import { senderWords } from './archiveWords.ts';

/** Archives that were opened here, of every case, the latest first. */
export function InboxList({ onOpen }: { onOpen(inboxId: MergeId): void }) {
  const { data, error, refetch } = useQuery('archive.inbox', {});
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data || data.length === 0) return null;
  return (
    <section aria-label="Opened before">
      <h2 className="seal-title">Opened before</h2>
      <Table
        label="Archives opened here"
        rows={data}
        getKey={entry => entry.id}
        columns={[
          {
            id: 'from',
            label: 'From',
            width: '22%',
            cell: ({ about }) => <span dir="auto">{senderWords(about)}</span>,
          },
          {
            id: 'case',
            label: 'Case',
            cell: ({ about }) => (
              <span dir="auto">
                <Mono>{about.case.reference}</Mono> {about.case.title}
              </span>
            ),
          },
          {
            id: 'at',
            label: 'Opened (UTC)',
            width: '170px',
            cell: entry => <InstantText at={entry.openedAt} withTime />,
          },
          { id: 'state', label: 'State', width: '140px', cell: entry => <State entry={entry} /> },
          {
            id: 'open',
            label: 'Look',
            width: '90px',
            align: 'end',
            cell: entry => (
              <Button kind="quiet" label={`Look at ${entry.fileName}`} onPress={() => onOpen(entry.id)}>
                Look
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}

export function State({ entry: { mergedAt, undoneAt } }: { entry: InboxEntry }) {
  if (undoneAt !== null) return <Badge>taken back</Badge>;
  return mergedAt === null ? <Badge tone="warning">not merged yet</Badge> : <Badge tone="good">merged</Badge>;
}
