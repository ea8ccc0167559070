/** The list of one departure: what went and what stayed; it can be saved, in words or as the JSON whose digest is on record. */
import { Download, X } from 'lucide-react';
import type { DepartureItem } from '../../../shared/domain/departure/index.ts';
import type { DepartureId } from '../../../shared/kernel/ids.ts';
import { call, desktop, reportOf, useQuery } from '../../api/index.ts';
import { Button, Failed, formatBytes, HandlingTag, IconButton, Loading, Mono, Table } from '../../ui/index.ts';
import { useToast } from '../../workbench/index.ts';

export function DepartureDetail({ departureId, onClose }: { departureId: DepartureId; onClose(): void }) {
  const { data, error, refetch } = useQuery('departure.get', { departureId });
  const toast = useToast();
  const save = async (format: 'text' | 'json') => {
    try {
      const suggestedName = `${data?.fileName ?? 'departure'} list.${format === 'json' ? 'json' : 'txt'}`.slice(-200);
      const to = await desktop('desktop.chooseSaveAs', { suggestedName, kind: 'any' });
      if (!to) return;
      await call('departure.saveList', { departureId, format, to });
      toast({ text: `Saved the list as ${to.name}.` });
    } catch (failure) {
      toast({ text: reportOf(failure).sentence, kind: 'problem' });
    }
  };
  return (
    <section className="departure-detail" aria-label="List of what left">
      {error && <Failed error={error} onRetry={refetch} />}
      {!data && !error && <Loading label="Reading the list" />}
      {data && (
        <>
          <header className="departure-detail-head">
            <h2 dir="auto">{data.fileName}</h2>
            <IconButton icon={X} label="Hide the list" onPress={onClose} />
          </header>
          <p className="departure-soft">
            {formatBytes(data.sizeBytes)}. SHA-256 of the file <Mono>{data.fileSha256}</Mono>, of this list{' '}
            <Mono>{data.listSha256}</Mono>.
          </p>
          <div className="trace-actions">
            <Button icon={Download} onPress={() => void save('text')}>
              Save the list …
            </Button>
            <Button kind="quiet" icon={Download} onPress={() => void save('json')}>
              As JSON …
            </Button>
          </div>
          <Table
            label="What went"
            showCaption
            rows={data.list.goes.map((item, index) => ({ ...item, index }))}
            getKey={item => String(item.index)}
            columns={[
              { id: 'name', label: 'What', width: '150px', cell: item => <span dir="auto">{item.name}</span> },
              { id: 'title', label: 'Title', cell: item => <span dir="auto">{item.title || '–'}</span> },
              { id: 'mark', label: 'Mark', width: '170px', cell: item => <Mark item={item} /> },
              {
                id: 'size',
                label: 'Size',
                width: '90px',
                align: 'end',
                cell: item => (item.sizeBytes === null ? '–' : formatBytes(item.sizeBytes)),
              },
            ]}
          />
          {data.list.stays.length > 0 && (
            <Table
              label="What stayed"
              showCaption
              rows={data.list.stays.map((stay, index) => ({ ...stay, index }))}
              getKey={stay => String(stay.index)}
              columns={[
                { id: 'name', label: 'What', width: '150px', cell: stay => <span dir="auto">{stay.name}</span> },
                { id: 'why', label: 'Why', cell: stay => <span dir="auto">{stay.why}</span> },
              ]}
            />
          )}
        </>
      )}
    </section>
  );
}

function Mark({ item }: { item: DepartureItem }) {
  return item.handlingMark ? <HandlingTag mark={item.handlingMark} /> : <>–</>;
}
