/** A table of any length: headings sort, only rows in view are drawn, arrows move, and a screen reader hears row and column. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { classes } from '../../../ui/index.ts';

export interface GridColumn<Row> {
  id: string;
  label: string;
  /** A track of a CSS grid. */
  width: string;
  align?: 'end';
  cell(row: Row): ReactNode;
  /** What rows are ordered by. */
  order(row: Row): string | number;
}

export interface SortedGridProps<Row> {
  label: string;
  columns: readonly GridColumn<Row>[];
  rows: readonly Row[];
  getKey(row: Row): string;
  chosen: ReadonlySet<string>;
  onChoose(row: Row, additional: boolean): void;
  onActivate(row: Row): void;
  empty: ReactNode;
}

const ROW_PX = 32;
const collator = new Intl.Collator('en', { numeric: true });

export function SortedGrid<Row>(props: SortedGridProps<Row>) {
  const { label, columns, rows, getKey, chosen, onChoose, onActivate, empty } = props;
  const [sort, setSort] = useState<{ id: string; down: boolean } | null>(null);
  const [hand, setHand] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const baseId = useId();
  const sorted = useMemo(() => {
    const column = columns.find(one => one.id === sort?.id);
    return column ? sortedBy(rows, column, sort?.down ?? false) : rows;
  }, [rows, columns, sort]);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  });
  const current = Math.min(hand, sorted.length - 1);
  const firstChosen = sorted.findIndex(row => chosen.has(getKey(row)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen elsewhere is brought into view once
  useEffect(() => {
    if (firstChosen < 0) return;
    virtual.scrollToIndex(firstChosen, { align: 'auto' });
    setHand(firstChosen);
  }, [firstChosen]);
  const keyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX) - 2);
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: sorted.length - 1,
    };
    const next = steps[event.key];
    const row = sorted[next === undefined ? current : Math.max(0, Math.min(next, sorted.length - 1))];
    if (row === undefined) return;
    if (next !== undefined) {
      const index = sorted.indexOf(row);
      setHand(index);
      virtual.scrollToIndex(index, { align: 'auto' });
      onChoose(row, event.shiftKey);
    } else if (event.key === ' ') onChoose(row, true);
    else if (event.key === 'Enter') onActivate(row);
    else return;
    event.preventDefault();
  };
  if (rows.length === 0) return empty;
  const template = { gridTemplateColumns: columns.map(column => column.width).join(' ') };
  const drawn = virtual.getVirtualItems();
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid are not table rows
    <div
      ref={scroller}
      className="chart-grid"
      role="grid"
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      aria-multiselectable
      aria-activedescendant={drawn.some(one => one.index === current) ? `${baseId}-${current}` : undefined}
      tabIndex={0}
      onKeyDown={keyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the keyboard */}
      <div className="chart-grid-head" role="row" aria-rowindex={1} style={template}>
        {columns.map(({ id, label: heading, align }) => {
          const isSorted = sort?.id === id;
          const Arrow = sort?.down ? ArrowDown : ArrowUp;
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div
              key={id}
              role="columnheader"
              tabIndex={-1}
              aria-sort={isSorted ? (sort.down ? 'descending' : 'ascending') : 'none'}
              className={classes(align === 'end' && 'chart-grid-end')}
            >
              <button type="button" onClick={() => setSort({ id, down: isSorted && !sort.down })}>
                {heading}
                {isSorted && <Arrow size={13} aria-hidden />}
              </button>
            </div>
          );
        })}
      </div>
      <div className="chart-grid-room" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const row = sorted[index];
          if (row === undefined) return null;
          const isChosen = chosen.has(getKey(row));
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the keyboard
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keyboard
            <div
              key={getKey(row)}
              id={`${baseId}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={isChosen}
              className={classes(
                'chart-grid-row',
                isChosen && 'chart-grid-chosen',
                index === current && 'chart-grid-current',
              )}
              style={{ ...template, transform: `translateY(${start}px)` }}
              onClick={event => {
                setHand(index);
                onChoose(row, event.shiftKey || event.ctrlKey || event.metaKey);
              }}
              onDoubleClick={() => onActivate(row)}
            >
              {columns.map(column => (
                // biome-ignore lint/a11y/useSemanticElements: as above
                // biome-ignore lint/a11y/useFocusableInteractive: as above
                <div
                  key={column.id}
                  role="gridcell"
                  className={classes('one-line', column.align === 'end' && 'chart-grid-end')}
                  dir="auto"
                >
                  {column.cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function sortedBy<Row>(rows: readonly Row[], { order }: GridColumn<Row>, down: boolean): Row[] {
  const sign = down ? -1 : 1;
  return rows
    .map(row => ({ row, by: order(row) }))
    .sort((left, right) =>
      typeof left.by === 'number' && typeof right.by === 'number'
        ? sign * (left.by - right.by)
        : // What has nothing to be ordered by stands last, whichever way.
          Number(left.by === '') - Number(right.by === '') ||
          sign * collator.compare(String(left.by), String(right.by)),
    )
    .map(({ row }) => row);
}
