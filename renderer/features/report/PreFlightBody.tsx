/** What must be seen before anything leaves: what speaks against it, then exactly what goes. */
import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PreFlight } from '../../../shared/contract/report.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { HandlingMark } from '../../../shared/domain/handlingMark.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { Button, countOf, formatBytes, HandlingTag, Mono, Table, type TableColumn } from '../../ui/index.ts';
import { type ConcernGroup, groupConcerns } from './concernGroups.ts';
import './PreFlight.css';

const icons = { stop: OctagonAlert, warn: TriangleAlert, note: Info };
const words = { stop: 'Stop', warn: 'Warning', note: 'Note' };

export function hasStop(preFlight: Pick<PreFlight, 'concerns'>): boolean {
  return preFlight.concerns.some(concern => concern.severity === 'stop');
}

export interface PreFlightBodyProps {
  preFlight: Pick<PreFlight, 'concerns' | 'items' | 'exhibitCount' | 'sizeBytes' | 'strictestMark'>;
  /** A report cites its exhibits; a bundle carries them. */
  carries: boolean;
  /** Between what speaks against it and what goes. */
  between?: ReactNode;
  /** Lets one stay after all. */
  onLeaveOut?: (id: ExhibitId) => void;
  onOpenExhibit(id: ExhibitId): void;
}

export function PreFlightBody({ preFlight, carries, between, onLeaveOut, onOpenExhibit }: PreFlightBodyProps) {
  const { concerns, items, exhibitCount, sizeBytes, strictestMark } = preFlight;
  const groups = groupConcerns(concerns);
  return (
    <div className="preflight">
      <p className="preflight-sum">
        {countOf(exhibitCount, 'exhibit')}{' '}
        {carries
          ? `${exhibitCount === 1 ? 'goes' : 'go'} as files, ${formatBytes(sizeBytes)}`
          : `${exhibitCount === 1 ? 'is' : 'are'} cited, and listed with digest`}
        . Strictest mark: <Mark mark={strictestMark} />
      </p>
      {groups.length === 0 ? (
        <p className="preflight-clear">Nothing speaks against it.</p>
      ) : (
        <ul className="preflight-concerns" aria-label="Concerns">
          {groups.map(group => (
            <Concern key={`${group.severity} ${group.sentence}`} group={group} onOpenExhibit={onOpenExhibit} />
          ))}
        </ul>
      )}
      {between}
      {items.length > 0 && (
        <Table
          label={carries ? 'Exhibits that go' : 'Exhibits cited'}
          showCaption
          rows={items}
          getKey={item => String(item.exhibitNumber)}
          columns={[...columns, ...(carries ? [sizeColumn] : []), ...(onLeaveOut ? [leaveOutColumn(onLeaveOut)] : [])]}
        />
      )}
    </div>
  );
}

type Item = PreFlight['items'][number];

const columns: readonly TableColumn<Item>[] = [
  { id: 'number', label: 'Exhibit', width: '84px', cell: item => <Mono>{exhibitNumber(item.exhibitNumber)}</Mono> },
  { id: 'title', label: 'Title', cell: item => <span dir="auto">{item.title}</span> },
  { id: 'mark', label: 'Mark', width: '150px', cell: item => <Mark mark={item.handlingMark} /> },
];
const sizeColumn: TableColumn<Item> = {
  id: 'size',
  label: 'Size',
  align: 'end',
  width: '80px',
  cell: item => formatBytes(item.sizeBytes),
};

function leaveOutColumn(onLeaveOut: (id: ExhibitId) => void): TableColumn<Item> {
  return {
    id: 'leave-out',
    label: 'Change',
    width: '100px',
    align: 'end',
    cell: item => (
      <Button
        kind="quiet"
        label={`Leave out ${exhibitNumber(item.exhibitNumber)}`}
        onPress={() => onLeaveOut(item.exhibitId)}
      >
        Leave out
      </Button>
    ),
  };
}

function Concern({ group, onOpenExhibit }: { group: ConcernGroup; onOpenExhibit(id: ExhibitId): void }) {
  const { severity, sentence, exhibitId, others } = group;
  const Icon = icons[severity];
  return (
    <li className={`preflight-concern preflight-${severity}`}>
      <Icon size={16} aria-label={words[severity]} />
      <span className="preflight-sentence">
        {sentence}
        {others.length > 0 && (
          <span className="preflight-others">
            The same holds for{' '}
            {others.map(other => (
              <button
                key={other.exhibitId}
                type="button"
                className="preflight-other"
                aria-label={`Open ${other.name}`}
                onClick={() => onOpenExhibit(other.exhibitId)}
              >
                {other.name}
              </button>
            ))}
          </span>
        )}
      </span>
      {exhibitId && (
        <Button kind="quiet" onPress={() => onOpenExhibit(exhibitId)}>
          Open
        </Button>
      )}
    </li>
  );
}

function Mark({ mark }: { mark: string }) {
  const known = HandlingMark.safeParse(mark);
  return known.success ? <HandlingTag mark={known.data} /> : <span>{mark}</span>;
}
