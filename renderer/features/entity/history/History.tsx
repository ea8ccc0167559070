/** Names, flags, numbers and owners over time, under the number that stays: drawn, and as a table that says the same. */
import { History as HistoryIcon } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { EntityView } from '../../../../shared/contract/entity.ts';
import { spanWords } from '../../../../shared/domain/entity/caption.ts';
import { identityHistory, type IdentitySpan } from '../../../../shared/domain/entity/identityHistory.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import { Empty, Table, type TableColumn } from '../../../ui/index.ts';
import { useNavigate } from '../../../workbench/index.ts';
import { HistoryStrip } from './HistoryStrip.tsx';
import './History.css';

interface Row extends IdentitySpan {
  lane: string;
}

export function History({ entity: { schema, statements, links } }: { entity: EntityView }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const history = useMemo(() => identityHistory(schema, statements, links), [schema, statements, links]);
  const { anchor, lanes, undated } = history;
  const rows = lanes.flatMap(lane => lane.spans.map(span => ({ ...span, lane: lane.label })));
  if (rows.length === 0 && undated.length === 0)
    return (
      <Empty
        icon={HistoryIcon}
        title="No history yet"
        text="Give names, flags, numbers and owners their dates (Held from, Held until): they stand here side by side."
      />
    );
  return (
    <div className="identity-history" ref={box}>
      {anchor && (
        <p className="identity-anchor">
          {anchor.label} <span className="mono">{anchor.value}</span>
        </p>
      )}
      {rows.length > 0 && width > 0 && <HistoryStrip history={history} width={Math.max(480, width)} />}
      <Table
        label="Identity over time"
        showCaption
        columns={columns}
        rows={rows}
        getKey={row => `${row.lane} ${row.key}`}
        empty={
          <p className="entity-form-soft">
            Nothing has dates yet. Give a value its dates by “Dates, weight and note” in its menu.
          </p>
        }
      />
      {undated.length > 0 && (
        <section aria-label="Without dates">
          <h3 className="identity-undated-head">Without dates</h3>
          <ul className="identity-undated">
            {undated.map(({ key, lane, words, otherId }) => (
              <li key={`${lane} ${key}`}>
                <span className="tie-soft">{lane}</span> <Named words={words} id={otherId} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const columns: TableColumn<Row>[] = [
  { id: 'lane', label: 'What', width: '140px', cell: row => row.lane },
  { id: 'words', label: 'Value', cell: row => <Named words={row.words} id={row.otherId} /> },
  { id: 'held', label: 'Held', width: '220px', cell: row => spanWords(row.fromOn, row.toOn) },
  {
    id: 'from',
    label: 'Stated by',
    width: '110px',
    cell: row => (row.tieId === null ? 'a value' : <Named words="a tie" id={row.tieId} />),
  },
];

function Named({ words, id }: { words: string; id: EntityId | null }) {
  const { go } = useNavigate();
  if (id === null) return <span dir="auto">{words}</span>;
  return (
    <button type="button" className="text-link" dir="auto" onClick={() => go({ place: 'entities', entityId: id })}>
      {words}
    </button>
  );
}

/** 0 until it is laid out. */
function useWidth(box: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    setWidth(element.clientWidth);
    const sizes = new ResizeObserver(() => setWidth(element.clientWidth));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [box]);
  return width;
}
