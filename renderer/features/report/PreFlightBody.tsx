/** What must be seen before anything leaves: what speaks against it, then exactly what goes. */
import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { PreFlight } from '../../../shared/contract/report.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { HandlingMark } from '../../../shared/domain/handlingMark.ts';
import { ExhibitId } from '../../../shared/kernel/ids.ts';
import { Button, countOf, formatBytes, HandlingTag, Mono, Table } from '../../ui/index.ts';
import './PreFlight.css';

const icons = { stop: OctagonAlert, warn: TriangleAlert, note: Info };
const words = { stop: 'Stop', warn: 'Warning', note: 'Note' };
const order = ['stop', 'warn', 'note'] as const;

export function hasStop(preFlight: PreFlight): boolean {
  return preFlight.concerns.some(concern => concern.severity === 'stop');
}

export interface PreFlightBodyProps {
  preFlight: PreFlight;
  /** "go as files" or "are cited and listed with their digests". */
  exhibitsDo: string;
  onOpenExhibit(id: ExhibitId): void;
}

export function PreFlightBody({ preFlight, exhibitsDo, onOpenExhibit }: PreFlightBodyProps) {
  const { concerns, items, exhibitCount, sizeBytes, strictestMark } = preFlight;
  const sorted = order.flatMap(severity => concerns.filter(concern => concern.severity === severity));
  return (
    <div className="preflight">
      <p className="preflight-sum">
        {countOf(exhibitCount, 'exhibit')} {exhibitsDo}
        {sizeBytes > 0 && `, ${formatBytes(sizeBytes)}`}. Strictest mark: <Mark mark={strictestMark} />
      </p>
      {sorted.length === 0 ? (
        <p className="preflight-clear">Nothing speaks against it.</p>
      ) : (
        <ul className="preflight-concerns" aria-label="Concerns">
          {sorted.map(({ severity, sentence, exhibitId }) => {
            const Icon = icons[severity];
            const opens = ExhibitId.safeParse(exhibitId);
            return (
              <li key={`${severity} ${exhibitId} ${sentence}`} className={`preflight-concern preflight-${severity}`}>
                <Icon size={16} aria-label={words[severity]} />
                <span className="preflight-sentence">{sentence}</span>
                {opens.success && (
                  <Button kind="quiet" onPress={() => onOpenExhibit(opens.data)}>
                    Open
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {items.length > 0 && (
        <Table
          label="Exhibits that go"
          showCaption
          rows={items}
          getKey={item => String(item.exhibitNumber)}
          columns={[
            { id: 'number', label: 'Exhibit', width: '84px', cell: item => <Mono>{exhibitNumber(item.exhibitNumber)}</Mono> },
            { id: 'title', label: 'Title', cell: item => <span dir="auto">{item.title}</span> },
            { id: 'mark', label: 'Mark', width: '150px', cell: item => <Mark mark={item.handlingMark} /> },
            { id: 'size', label: 'Size', align: 'end', width: '80px', cell: item => formatBytes(item.sizeBytes) },
          ]}
        />
      )}
    </div>
  );
}

function Mark({ mark }: { mark: string }) {
  const known = HandlingMark.safeParse(mark);
  return known.success ? <HandlingTag mark={known.data} /> : <span>{mark}</span>;
}
