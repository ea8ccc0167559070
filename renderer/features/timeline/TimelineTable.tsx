/** The timeline as a table: everything that the drawing shows, a page of rows at a time, for reading and for screen readers. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import { describeSpan, type SpannedItem } from '../../../shared/domain/timeline/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import { Button, formatCount, Table, type TableColumn } from '../../ui/index.ts';
import { EntityLink } from '../entity/index.ts';
import { Weight } from './Weight.tsx';
import { COLUMNS, rowOf } from './timelineData.ts';

export interface TimelineTableProps {
  items: readonly SpannedItem<TimelineItem>[];
  byId: ReadonlyMap<EntityId, EntityChip>;
  selected: TimelineItem | null;
  withPyongyang: boolean;
  nameOf(id: EntityId): string;
  onSelect(item: TimelineItem): void;
}

const PAGE = 200;
const NAMES = 4;

export function TimelineTable({ items, byId, selected, withPyongyang, nameOf, onSelect }: TimelineTableProps) {
  const at = selected ? items.findIndex(one => one.item.id === selected.id) : -1;
  const [asked, setAsked] = useState<number | null>(null);
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  const page = Math.min(pages - 1, asked ?? Math.max(0, Math.floor(at / PAGE)));
  const rows = items.slice(page * PAGE, (page + 1) * PAGE).map(one => one.item);
  const columns: TableColumn<TimelineItem>[] = [
    { id: 'when', label: COLUMNS[0], width: '16%', cell: item => describeSpan(item.fromOn, item.toOn, withPyongyang) },
    {
      id: 'what',
      label: COLUMNS[1],
      width: '24%',
      cell: item => (
        <button
          type="button"
          className="timeline-table-what"
          aria-current={item.id === selected?.id || undefined}
          onClick={() => onSelect(item)}
          dir="auto"
        >
          {item.title}
        </button>
      ),
    },
    { id: 'kind', label: COLUMNS[2], width: '13%', cell: item => rowOf(item, nameOf, false)[2] },
    { id: 'who', label: COLUMNS[3], width: '20%', cell: item => <Who item={item} byId={byId} /> },
    { id: 'place', label: COLUMNS[4], width: '10%', cell: item => <span dir="auto">{item.place?.words}</span> },
    { id: 'sure', label: COLUMNS[5], width: '11%', cell: item => <Weight item={item} /> },
    {
      id: 'cited',
      label: COLUMNS[6],
      align: 'end',
      cell: item => (item.source === 'exhibit' ? '' : formatCount(item.citationCount)),
    },
  ];
  return (
    <section className="timeline-table" aria-label="Timeline as a table">
      <Table label="Timeline, in the order of time" columns={columns} rows={rows} getKey={item => item.id} />
      {pages > 1 && (
        <div className="timeline-table-pages">
          <Button icon={ChevronLeft} kind="quiet" disabled={page === 0} onPress={() => setAsked(page - 1)}>
            Earlier
          </Button>
          <span>
            Rows {formatCount(page * PAGE + 1)} to {formatCount(page * PAGE + rows.length)} of{' '}
            {formatCount(items.length)}
          </span>
          <Button icon={ChevronRight} kind="quiet" disabled={page === pages - 1} onPress={() => setAsked(page + 1)}>
            Later
          </Button>
        </div>
      )}
    </section>
  );
}

function Who({ item, byId }: { item: TimelineItem; byId: ReadonlyMap<EntityId, EntityChip> }) {
  const named = item.entityIds.flatMap(id => byId.get(id) ?? []);
  const [all, setAll] = useState(false);
  return (
    <span className="timeline-who">
      {(all ? named : named.slice(0, NAMES)).map(chip => (
        <EntityLink key={chip.id} entity={chip} />
      ))}
      {!all && named.length > NAMES && (
        <Button kind="quiet" onPress={() => setAll(true)}>{`and ${named.length - NAMES} more`}</Button>
      )}
    </span>
  );
}
