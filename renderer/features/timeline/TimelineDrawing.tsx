/** The drawing: lanes at the left, a canvas with what is in view, and over it the surface that hears pointer and keys. */
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import {
  AXIS_PX,
  drawTimeline,
  extentOf,
  layRows,
  middleOf,
  type TimedItem,
  timeSpanOf,
} from '../../../shared/domain/timeline/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import { cursorWords } from './cursorWords.ts';
import { type Hit, hitAt } from './hitTest.ts';
import { LaneNames } from './LaneNames.tsx';
import { neighbourOf, type Place } from './neighbours.ts';
import { paintScene } from './paintScene.ts';
import type { Shown } from './timelineData.ts';
import { SpokenItems } from './SpokenItems.tsx';
import { HoverWords } from './HoverWords.tsx';
import { useScreenColours, useSizeOf } from './useRedraw.ts';
import { useDragAndWheel } from './useDragAndWheel.ts';
import { fitExtent, keepNear, panBy, reveal, type Viewport, ZOOM_STEP, zoomAt } from './viewport.ts';

export interface TimelineDrawingProps {
  shown: Shown;
  view: Viewport | null;
  selected: TimelineItem | null;
  chosen: ReadonlySet<EntityId>;
  withPyongyang: boolean;
  nameOf(id: EntityId): string;
  onView(view: Viewport): void;
  onSelect(item: TimelineItem | null): void;
  onOpen(item: TimelineItem): void;
  onToggle(id: EntityId): void;
  /** Told to the place, which exports what is in view. */
  widthPx: RefObject<number>;
}

export const LANES_PX = 176;
const PAN_PX = 120;

export function TimelineDrawing(props: TimelineDrawingProps) {
  const { shown, selected, chosen, nameOf, onSelect, onOpen } = props;
  const surface = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width } = useSizeOf(surface);
  const { height } = useSizeOf(scroller);
  const [scrollTop, setScrollTop] = useState(0);
  const [pointer, setPointer] = useState<{ x: number; y: number } | null>(null);
  const [laneInHand, setLaneInHand] = useState<string | null>(null);
  const colours = useScreenColours();
  if (width > 0) props.widthPx.current = width;
  const extent = useMemo(() => extentOf(shown.items), [shown.items]);
  const view = useMemo(() => props.view ?? fitExtent(extent, width || 1000, Date.now()), [props.view, extent, width]);
  const onView = (next: Viewport) => props.onView(keepNear(next, extent, width));
  const scaleKey = 2 ** Math.ceil(Math.log2(view.msPerPx));
  const laid = useMemo(() => layRows(shown.lanes, scaleKey, extent), [shown.lanes, scaleKey, extent]);
  const last = laid.at(-1);
  const total = last ? last.top + last.height : 0;
  const hit: Hit | null = pointer && hitAt(laid, view, pointer.x, pointer.y);
  const cursorAt = pointer ? view.from + pointer.x * view.msPerPx : null;

  useLayoutEffect(() => {
    const element = canvas.current;
    const on = element?.getContext('2d');
    if (!element || !on || width === 0) return;
    const dense = window.devicePixelRatio || 1;
    element.width = Math.round(width * dense);
    element.height = Math.round((height + AXIS_PX) * dense);
    on.setTransform(dense, 0, 0, dense, 0, 0);
    const isLit = (item: TimedItem) =>
      chosen.size > 0 &&
      ((item.entityId !== null && chosen.has(item.entityId)) || item.entityIds.some(id => chosen.has(id)));
    const shapes = drawTimeline(laid, {
      ...view,
      width,
      top: scrollTop,
      height,
      gutter: 0,
      selectedId: selected?.id ?? null,
      isLit,
      cursorAt,
    });
    paintScene(on, shapes, colours);
  }, [laid, view, width, height, scrollTop, selected, chosen, cursorAt, colours]);

  // What was selected elsewhere (a clash, the table, another place) comes into view.
  const latest = useRef({ view, laid, width, height, onView });
  latest.current = { view, laid, width, height, onView };
  const selectedId = selected?.id ?? null;
  useEffect(() => {
    if (selectedId !== null && width > 0) bringIntoView(selectedId, latest.current, scroller.current);
  }, [selectedId, width]);

  const { isDragging } = useDragAndWheel(surface, {
    onPan: px => onView(panBy(latest.current.view, px)),
    onZoom: (factor, atPx) => onView(zoomAt(latest.current.view, factor, atPx)),
    onScroll: px => scroller.current?.scrollBy({ top: px }),
  });

  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const sideways = { ArrowLeft: -PAN_PX, ArrowRight: PAN_PX }[event.key];
    if (event.shiftKey && sideways !== undefined) onView(panBy(view, sideways));
    else if (event.key === 'Enter' && selected) onOpen(selected);
    else if (event.key === 'Escape' && selected) onSelect(null);
    else if (event.key === '=') onView(zoomAt(view, ZOOM_STEP, width / 2));
    else if (['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) {
      const next = neighbourOf(shown.lanes, placeOf(shown, selected, laneInHand), event.key);
      if (!next) return;
      setLaneInHand(next.laneId);
      const item = shown.items.find(one => one.item.id === next.itemId)?.item;
      if (item) onSelect(item);
    } else return;
    event.preventDefault();
  };

  const press = () => {
    if (isDragging()) return;
    surface.current?.focus();
    if (hit?.kind === 'item') {
      setLaneInHand(hit.laneId);
      onSelect(hit.item);
    } else if (hit?.kind === 'crowd') onView(zoomAt(view, ZOOM_STEP ** 3, pointer?.x ?? width / 2));
    else onSelect(null);
  };

  return (
    <div className="timeline-drawing">
      <canvas
        ref={canvas}
        className="timeline-canvas"
        style={{ left: LANES_PX, width, height: height + AXIS_PX }}
        aria-hidden
      />
      {pointer && cursorAt !== null && (
        <div className="timeline-cursor" style={{ left: LANES_PX, width }} aria-hidden>
          <span
            style={{ left: Math.max(0, Math.min(width - 8, pointer.x)) }}
            className={pointer.x > width / 2 ? 'timeline-cursor-left' : undefined}
          >
            {cursorWords(cursorAt, view.msPerPx, props.withPyongyang)}
          </span>
        </div>
      )}
      <div
        ref={scroller}
        className="timeline-scroller"
        style={{ top: AXIS_PX }}
        onScroll={event => setScrollTop(event.currentTarget.scrollTop)}
      >
        <div className="timeline-room" style={{ minHeight: Math.max(total, height) }}>
          <LaneNames lanes={laid} width={LANES_PX} chosen={chosen} onToggle={props.onToggle} />
          <div
            ref={surface}
            role="listbox"
            aria-label="Timeline"
            aria-describedby="timeline-keys"
            aria-activedescendant={selected ? 'timeline-item-current' : undefined}
            tabIndex={0}
            className={hit ? 'timeline-surface timeline-surface-hit' : 'timeline-surface'}
            style={{ left: LANES_PX }}
            onKeyDown={keyDown}
            onClick={press}
            onDoubleClick={() => hit?.kind === 'item' && onOpen(hit.item)}
            onPointerMove={event => {
              const box = event.currentTarget.getBoundingClientRect();
              setPointer({ x: event.clientX - box.left, y: event.clientY - box.top });
            }}
            onPointerLeave={() => setPointer(null)}
          >
            <SpokenItems items={shown.items} selected={selected} withPyongyang={props.withPyongyang} nameOf={nameOf} />
          </div>
        </div>
      </div>
      <p id="timeline-keys" className="visually-hidden">
        Arrow keys move between items, up and down between lanes, Enter opens, plus and minus zoom, Shift with an arrow
        pans.
      </p>
      {hit && pointer && (
        <HoverWords
          hit={hit}
          x={LANES_PX + pointer.x}
          y={AXIS_PX + pointer.y - scrollTop}
          room={{ width: LANES_PX + width, height: AXIS_PX + height }}
          withPyongyang={props.withPyongyang}
          nameOf={nameOf}
        />
      )}
    </div>
  );
}

function placeOf(shown: Shown, selected: TimelineItem | null, laneId: string | null): Place | null {
  if (!selected) return null;
  const holds = (lane: Shown['lanes'][number]) => lane.items.some(one => one.item.id === selected.id);
  const lane = shown.lanes.find(one => one.id === laneId && holds(one)) ?? shown.lanes.find(holds);
  return lane ? { laneId: lane.id, itemId: selected.id } : null;
}

function bringIntoView(
  id: string,
  drawn: {
    view: Viewport;
    laid: ReturnType<typeof layRows<TimelineItem>>;
    width: number;
    height: number;
    onView(view: Viewport): void;
  },
  scroller: HTMLElement | null,
): void {
  for (const { lane, top, items } of drawn.laid) {
    const one = lane.items.find(spanned => spanned.item.id === id);
    if (!one) continue;
    const span = timeSpanOf(one.item.fromOn, one.item.toOn);
    const middle = middleOf(one.span);
    const next = reveal(drawn.view, drawn.width, span?.from ?? middle, span?.to ?? middle);
    if (next !== drawn.view) drawn.onView(next);
    const row = items.find(laid => laid.item.id === id)?.row ?? 0;
    const y = top + row * 22;
    if (scroller && (y < scroller.scrollTop || y + 30 > scroller.scrollTop + drawn.height))
      scroller.scrollTop = Math.max(0, y - drawn.height / 3);
    return;
  }
}
