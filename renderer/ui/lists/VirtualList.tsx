import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { classes } from '../className.ts';
import { isMac } from '../keys.ts';
import { rangeOfKeys, rowAfterKey, rowStartingWith } from './listKeys.ts';
import './VirtualList.css';

export interface VirtualListProps {
  count: number;
  /** In pixels, or by row; give the same function until heights change. */
  rowHeight?: number | ((index: number) => number);
  renderRow(index: number, state: { active: boolean; selected: boolean }): ReactNode;
  /** Stable over sorting and loading; what selection is kept by. */
  getKey(index: number): string;
  /** Enter, or a double click. */
  onActivate?: (index: number) => void;
  /** The keys of what is selected, or the one key. */
  selected?: ReadonlySet<string> | string | null;
  /** A click or an arrow key moved the selection; `index` is the row in hand. */
  onSelect?: (keys: ReadonlySet<string>, index: number) => void;
  /** Shift and Ctrl select several; Mod+A selects all rows. */
  multiple?: boolean;
  label: string;
  /** The last rows came into view: load more. */
  onEndReached?: () => void;
  /** The rows now in view, for lists that load by pages. */
  onVisible?: (first: number, last: number) => void;
  /** Shown in place of the rows when there are none. */
  empty?: ReactNode;
  /** Turns on type-ahead; letters are then not commands while the list has the focus. */
  getText?: (index: number) => string;
  /** `grid` where rows hold buttons or chips. */
  role?: 'listbox' | 'grid';
  autoFocus?: boolean;
  /** A row to bring into view when it changes: what a link or the next hit selected. */
  reveal?: number | null;
}

const TYPE_AHEAD_MS = 700;

/** A list of any length: only the rows in view are drawn. Arrows, Home, End, PgUp and PgDn move; Enter activates. */
export function VirtualList(props: VirtualListProps) {
  const { count, rowHeight = 32, renderRow, getKey, onActivate, onSelect, multiple = false, label, empty } = props;
  const role = props.role ?? 'listbox';
  const scroller = useRef<HTMLDivElement>(null);
  const baseId = useId();
  const [hand, setHand] = useState<{ index: number; key: string } | null>(null);
  const origin = useRef(-1);
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY });
  const heightOf = (index: number) => (typeof rowHeight === 'number' ? rowHeight : rowHeight(index));
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    overscan: 12,
    // Before the first measurement (and in jsdom, which has no layout) a screenful is drawn.
    initialRect: { width: 400, height: 800 },
  });
  // Measures are kept by row number. Heights that differ are measured anew when the owner gives another function.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer is the same throughout
  useLayoutEffect(() => virtual.measure(), [rowHeight]);
  const rows = virtual.getVirtualItems();
  const isSelected = (key: string) =>
    typeof props.selected === 'string' ? props.selected === key : (props.selected?.has(key) ?? false);
  // Sorting, filtering and loading move rows: the row in hand counts only while it is still the same thing.
  const held = hand && hand.index < count && getKey(hand.index) === hand.key ? hand.index : -1;
  const selectedRow = rowOfSelection(props.selected, count, getKey);
  const current = held >= 0 && (selectedRow < 0 || isSelected(getKey(held)) || props.multiple) ? held : selectedRow;
  const reveal = props.reveal ?? selectedRow;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a row that is new is brought into view
  useEffect(() => {
    if (reveal >= 0 && reveal < count) virtual.scrollToIndex(reveal, { align: 'auto' });
  }, [reveal]);

  const lastInView = rows.at(-1)?.index ?? -1;
  const firstInView = rows[0]?.index ?? 0;
  const reached = useRef({ end: props.onEndReached, visible: props.onVisible });
  reached.current = { end: props.onEndReached, visible: props.onVisible };
  useEffect(() => {
    if (count === 0) return;
    reached.current.visible?.(firstInView, lastInView);
    if (lastInView >= count - 1) reached.current.end?.();
  }, [firstInView, lastInView, count]);
  const autoFocus = useRef(props.autoFocus);
  useEffect(() => {
    if (autoFocus.current) scroller.current?.focus();
  }, []);

  const moveTo = (index: number, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }, byKey: boolean) => {
    setHand({ index, key: getKey(index) });
    virtual.scrollToIndex(index, { align: 'auto' });
    const key = getKey(index);
    const mod = isMac ? event.metaKey : event.ctrlKey;
    if (multiple && event.shiftKey) {
      if (origin.current < 0) origin.current = Math.max(0, current);
      onSelect?.(rangeOfKeys(origin.current, index, getKey), index);
      return;
    }
    origin.current = index;
    if (multiple && mod) {
      // Ctrl with an arrow moves without selecting; Ctrl with a click adds or takes away.
      if (byKey) return;
      const next = new Set(typeof props.selected === 'string' ? [props.selected] : props.selected);
      if (!next.delete(key)) next.add(key);
      onSelect?.(next, index);
    } else onSelect?.(new Set([key]), index);
  };

  const keyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const mod = isMac ? event.metaKey : event.ctrlKey;
    const inView = Math.floor((scroller.current?.clientHeight ?? 0) / Math.max(1, heightOf(Math.max(0, current))));
    const next = event.altKey ? null : rowAfterKey(event.key, current, count, inView);
    if (next !== null) moveTo(next, event, true);
    else if (event.key === 'Enter' && current >= 0) onActivate?.(current);
    else if (event.key === ' ' && current >= 0 && event.timeStamp - typed.current.at >= TYPE_AHEAD_MS)
      moveTo(current, { shiftKey: false, ctrlKey: multiple, metaKey: multiple }, false);
    else if (mod && event.key.toLowerCase() === 'a' && multiple && count > 0)
      onSelect?.(rangeOfKeys(0, count - 1, getKey), Math.max(0, current));
    else if (props.getText && event.key.length === 1 && !mod && !event.altKey) {
      const now = event.timeStamp;
      const text = now - typed.current.at < TYPE_AHEAD_MS ? typed.current.text + event.key : event.key;
      typed.current = { text, at: now };
      const found = rowStartingWith(text, current, count, props.getText);
      if (found !== null) moveTo(found, { shiftKey: false, ctrlKey: false, metaKey: false }, true);
    } else return;
    event.preventDefault();
  };

  if (count === 0 && empty !== undefined) return <div className="virtual-list-empty">{empty}</div>;
  const rowId = (index: number) => `${baseId}-${index}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has one of two roles, which the rule cannot see
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: as above
    <div
      ref={scroller}
      className="virtual-list"
      role={role}
      aria-label={label}
      aria-multiselectable={multiple || undefined}
      aria-rowcount={role === 'grid' ? count : undefined}
      aria-activedescendant={rows.some(row => row.index === current) ? rowId(current) : undefined}
      tabIndex={0}
      onKeyDown={keyDown}
    >
      <div className="virtual-list-room" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {rows.map(row => {
          const selected = isSelected(getKey(row.index));
          const state = { active: row.index === current, selected };
          const position =
            role === 'grid'
              ? { 'aria-rowindex': row.index + 1 }
              : { 'aria-setsize': count, 'aria-posinset': row.index + 1 };
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keyboard
            // biome-ignore lint/a11y/noStaticElementInteractions: a row or an option, which the rule cannot see
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: as above
            <div
              key={getKey(row.index)}
              id={rowId(row.index)}
              role={role === 'grid' ? 'row' : 'option'}
              aria-selected={selected}
              {...position}
              className={classes(
                'virtual-row',
                selected && 'virtual-row-selected',
                state.active && 'virtual-row-active',
              )}
              style={{ height: row.size, transform: `translateY(${row.start}px)` }}
              onClick={(event: MouseEvent) => moveTo(row.index, event, false)}
              onDoubleClick={() => onActivate?.(row.index)}
            >
              {role === 'grid' ? (
                // biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid are not table rows
                <div role="gridcell" className="virtual-cell" tabIndex={-1}>
                  {renderRow(row.index, state)}
                </div>
              ) : (
                renderRow(row.index, state)
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The row of a single selection, so that one made elsewhere (a link, the last visit) is where arrows go on from. */
function rowOfSelection(
  selected: VirtualListProps['selected'],
  count: number,
  getKey: (index: number) => string,
): number {
  const only = typeof selected === 'string' ? selected : selected?.size === 1 ? [...selected][0] : undefined;
  if (only === undefined) return -1;
  // A very long list is not searched on each draw; its owner gives `reveal`.
  for (let index = 0; index < Math.min(count, 2000); index++) if (getKey(index) === only) return index;
  return -1;
}
