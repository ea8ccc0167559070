/** The rows of a table of any length: only those in view are elements, between two that keep the room of the others. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useIsPrinting, useListScroller } from './listScroller.ts';

/** What an element of a row needs, so that its height is known. */
export interface RowPlace {
  ref?: (element: HTMLElement | null) => void;
  'data-index'?: number;
  'aria-rowindex'?: number;
}

interface Props<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  estimatePx: number;
  columns: number;
  row: (item: T, place: RowPlace) => ReactNode;
  /** Brought into view when it changes. */
  shownKey?: string | null;
}

/** Shorter ones are there whole, and the browser's own search finds everything in them. */
const SHORT = 300;

export function LongBody<T>(props: Props<T>) {
  const printing = useIsPrinting();
  if (props.items.length > SHORT && !printing) return <VirtualBody {...props} />;
  return (
    <tbody>
      {props.items.map(item => (
        <Fragment key={props.keyOf(item)}>{props.row(item, {})}</Fragment>
      ))}
    </tbody>
  );
}

function VirtualBody<T>({ items, keyOf, estimatePx, columns, row, shownKey = null }: Props<T>) {
  const scroller = useListScroller();
  const body = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  // After each drawing: what stands above the table may have been opened since, and be higher now.
  useLayoutEffect(() => {
    const [outer, inner] = [scroller.current, body.current];
    if (outer && inner)
      setMargin(Math.round(inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop));
  });
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatePx,
    getItemKey: index => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 12,
    scrollMargin: margin,
  });
  const shownAt = shownKey === null ? -1 : items.findIndex(item => keyOf(item) === shownKey);
  useLayoutEffect(() => {
    if (shownAt >= 0) rows.scrollToIndex(shownAt, { align: 'auto' });
  }, [shownAt, rows]);
  const inView = rows.getVirtualItems();
  const before = (inView[0]?.start ?? margin) - margin;
  const after = rows.getTotalSize() - ((inView.at(-1)?.end ?? margin) - margin);
  return (
    <tbody ref={body}>
      <Room heightPx={before} columns={columns} />
      {inView.map(({ key, index }) => {
        const item = items[index];
        if (item === undefined) return null;
        const place = { ref: rows.measureElement, 'data-index': index, 'aria-rowindex': index + 2 };
        return <Fragment key={key}>{row(item, place)}</Fragment>;
      })}
      <Room heightPx={after} columns={columns} />
    </tbody>
  );
}

function Room({ heightPx, columns }: { heightPx: number; columns: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr className="row-room">
      <td colSpan={columns} style={{ height: heightPx }} />
    </tr>
  );
}
