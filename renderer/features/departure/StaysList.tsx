/** What was asked for and does not go, and why. */
import type { PreFlight } from '../../../shared/contract/report.ts';
import { ExhibitId } from '../../../shared/kernel/ids.ts';
import { Button, Mono, Table } from '../../ui/index.ts';

export interface StaysListProps {
  stays: PreFlight['stays'];
  onOpenExhibit(id: ExhibitId): void;
  /** Of those that the sender left out: lets it go after all. */
  onTakeAlong?: (id: ExhibitId) => void;
  leftOut: readonly ExhibitId[];
}

export function StaysList({ stays, onOpenExhibit, onTakeAlong, leftOut }: StaysListProps) {
  if (stays.length === 0) return null;
  return (
    <Table
      label="What stays"
      showCaption
      rows={stays.map((stay, index) => ({ ...stay, index }))}
      getKey={row => String(row.index)}
      columns={[
        { id: 'name', label: 'What', width: '130px', cell: row => <Name row={row} onOpen={onOpenExhibit} /> },
        {
          id: 'why',
          label: 'Why it stays',
          cell: row => (
            <span dir="auto">
              {row.why}
              {row.because !== '' && <span className="stays-because">{row.because}</span>}
            </span>
          ),
        },
        {
          id: 'act',
          label: 'Change',
          width: '120px',
          align: 'end',
          cell: row => {
            const id = ExhibitId.safeParse(row.exhibitId).data;
            return id && onTakeAlong && leftOut.includes(id) ? (
              <Button kind="quiet" label={`Take along ${row.name}`} onPress={() => onTakeAlong(id)}>
                Take along
              </Button>
            ) : null;
          },
        },
      ]}
    />
  );
}

function Name({ row, onOpen }: { row: PreFlight['stays'][number]; onOpen(id: ExhibitId): void }) {
  const id = ExhibitId.safeParse(row.exhibitId).data;
  if (!id) return <span dir="auto">{row.name}</span>;
  return (
    <button type="button" className="stays-link" aria-label={`Open ${row.name}`} onClick={() => onOpen(id)}>
      <Mono>{row.name}</Mono>
    </button>
  );
}
