/** The exhibits as a list of any length: a table where there is room, two short lines beside the page. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { Failed, Loading, VirtualList } from '../../../ui/index.ts';
import type { ExhibitRows } from '../useExhibitRows.ts';
import { attachmentDepth } from './attachmentDepth.ts';
import { ExhibitShortLine, ExhibitTableLine } from './ExhibitLine.tsx';
import { idOfKey, keyOfRow, missingRange } from './rowKeys.ts';

export interface ExhibitListProps {
  rows: ExhibitRows;
  look: 'table' | 'short';
  selected: ReadonlySet<ExhibitId>;
  /** Where the list was left; it opens there. */
  startAt: number;
  onSelect(ids: ReadonlySet<ExhibitId>, index: number): void;
  onActivate(id: ExhibitId, index: number): void;
  empty: ReactNode;
}

const ROW_HEIGHT = { table: 32, short: 48 };

export function ExhibitList({ rows, look, selected, startAt, onSelect, onActivate, empty }: ExhibitListProps) {
  const box = useRef<HTMLDivElement>(null);
  const turn = useRef(0);
  const { total } = rows;
  useOpenAt(box, total === null ? null : startAt, ROW_HEIGHT[look]);
  if (rows.error && total === null) return <Failed error={rows.error} onRetry={rows.retry} />;
  if (total === null) return <Loading label="Reading exhibits" rows={8} />;

  const select = async (keys: ReadonlySet<string>, index: number) => {
    const mine = ++turn.current;
    const known = [...keys].flatMap(key => idOfKey(key) ?? []);
    onSelect(new Set(known), index);
    // Rows that were not read yet have no id: a selection over thousands asks for them.
    const missing = missingRange(keys);
    if (!missing) return;
    const ids = await rows.idsBetween(missing.first, missing.last);
    if (mine === turn.current) onSelect(new Set([...known, ...ids]), index);
  };
  return (
    <div className="exhibit-list" ref={box}>
      {rows.error && <Failed error={rows.error} onRetry={rows.retry} />}
      <VirtualList
        label="Exhibits"
        count={total}
        rowHeight={ROW_HEIGHT[look]}
        multiple
        getKey={index => keyOfRow(rows.row(index), index)}
        selected={selected}
        onSelect={(keys, index) => void select(keys, index)}
        onActivate={index => {
          const row = rows.row(index);
          if (row) onActivate(row.id, index);
        }}
        onVisible={rows.show}
        renderRow={index => {
          const depth = attachmentDepth(index, rows.row);
          const row = rows.row(index);
          return look === 'table' ? (
            <ExhibitTableLine row={row} depth={depth} />
          ) : (
            <ExhibitShortLine row={row} depth={depth} />
          );
        }}
        empty={empty}
      />
    </div>
  );
}

/** Scrolls once, when the length is known: the list has a fixed row height, so the place is a product. */
function useOpenAt(box: { current: HTMLElement | null }, index: number | null, rowHeight: number): void {
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || index === null) return;
    const scroller = box.current?.querySelector('.virtual-list');
    if (!scroller) return;
    opened.current = true;
    const middle = index * rowHeight - scroller.clientHeight / 2;
    if (middle > 0) scroller.scrollTop = middle;
  }, [box, index, rowHeight]);
}
