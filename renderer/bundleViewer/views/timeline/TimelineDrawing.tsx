/** The drawing of the timeline: lanes of what happened, moved by pointer, wheel and keys. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  AXIS_PX,
  drawTimeline,
  extentOf,
  LANE_PAD_PX,
  type LaidLane,
  layRows,
  middleOf,
  ROW_PX,
} from '../../../../shared/domain/timeline/index.ts';
import { ZOOM_STEP } from '../../canvas/camera.ts';
import { useDrawnSize, useSize } from '../../canvas/useSize.ts';
import { useIsPrinting } from '../../shell/listScroller.ts';
import { SceneShapes } from './SceneShapes.tsx';
import type { DatedItem, TimelineData } from './timedItems.ts';
import { fitTime, panTime, revealTime, type TimeView, zoomTime } from './timeView.ts';

export interface TimelineHandle {
  zoom(nearer: boolean): void;
  fit(): void;
}

interface Props {
  data: TimelineData;
  selectedId: string | null;
  litEntity: string | null;
  onSelect: (item: DatedItem | null) => void;
  handle: React.RefObject<TimelineHandle | null>;
}

const PAN_PX = 100;

export function TimelineDrawing({ data, selectedId, litEntity, onSelect, handle }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const onScreen = useSize(scroller);
  const { width } = useDrawnSize(onScreen);
  const printing = useIsPrinting();
  const [top, setTop] = useState(0);
  const extent = useMemo(() => extentOf(data.items) ?? { from: 0, to: 1 }, [data]);
  const gutter = width < 640 ? 110 : 168;
  const room = Math.max(1, width - gutter);
  const fitted = useMemo(() => fitTime(extent, room), [extent, room]);
  const [moved, setMoved] = useState<TimeView | null>(null);
  const view = printing ? fitted : (moved ?? fitted);
  const latest = useRef(view);
  latest.current = view;
  const change = useCallback((step: (view: TimeView) => TimeView) => {
    latest.current = step(latest.current);
    setMoved(latest.current);
  }, []);
  const zoomBy = (factor: number, atPx = room / 2): void => change(before => zoomTime(before, factor, atPx));
  const panBy = (px: number): void => change(before => panTime(before, px, extent, room));
  handle.current = { zoom: nearer => zoomBy(nearer ? ZOOM_STEP : 1 / ZOOM_STEP), fit: () => setMoved(null) };
  const scaleKey = 2 ** Math.ceil(Math.log2(view.msPerPx));
  const laid = useMemo(() => layRows(data.lanes, scaleKey, extent), [data, scaleKey, extent]);
  const last = laid.at(-1);
  const total = last ? last.top + last.height : 0;
  // On paper all lanes are there, one below the other.
  const height = printing ? total : Math.max(0, onScreen.height - AXIS_PX);
  const shapes =
    width === 0
      ? []
      : drawTimeline(laid, {
          ...view,
          ...{ width, top: printing ? 0 : top, height, gutter, selectedId, cursorAt: null },
          isLit: item =>
            litEntity !== null && (item.entityId === litEntity || item.entityIds.some(id => id === litEntity)),
        });
  const { wasDragged, surface } = useTimeDrag(panBy, (factor, x) => zoomBy(factor, x - gutter));
  useEffect(() => {
    const one = data.items.find(({ item }) => item.id === selectedId);
    if (one && room > 1) change(before => revealTime(before, middleOf(one.span), room));
  }, [selectedId, data, room, change]);
  return (
    <div
      ref={scroller}
      className="timeline-scroller"
      style={{ height: total + AXIS_PX + 1 }}
      onScroll={event => setTop(event.currentTarget.scrollTop)}
    >
      <div style={{ height: total + AXIS_PX }}>
        <svg
          ref={surface}
          className="timeline-canvas"
          role="application"
          aria-label="Timeline. Arrow keys move it; plus, minus and 0 zoom. The table beneath has the same in rows."
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys
          tabIndex={0}
          width={width}
          height={height + AXIS_PX}
          onClick={event => {
            if (wasDragged()) return;
            const box = event.currentTarget.getBoundingClientRect();
            const at = { x: event.clientX - box.left - gutter, y: event.clientY - box.top - AXIS_PX + top };
            onSelect(at.x < 0 ? null : itemAt(laid, view, at));
          }}
          onKeyDown={event => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            if (event.key === 'ArrowLeft') panBy(-PAN_PX);
            else if (event.key === 'ArrowRight') panBy(PAN_PX);
            else if (event.key === 'ArrowUp') scroller.current?.scrollBy({ top: -PAN_PX });
            else if (event.key === 'ArrowDown') scroller.current?.scrollBy({ top: PAN_PX });
            else if (event.key === '+' || event.key === '=') zoomBy(ZOOM_STEP);
            else if (event.key === '-') zoomBy(1 / ZOOM_STEP);
            else if (event.key === '0') setMoved(null);
            else return;
            event.preventDefault();
          }}
        >
          <SceneShapes shapes={shapes} />
        </svg>
      </div>
    </div>
  );
}

/** The item drawn at a point; x from the edge of the lanes' names, y from the first lane. */
function itemAt(laid: readonly LaidLane<DatedItem>[], view: TimeView, { x, y }: { x: number; y: number }) {
  const at = view.from + x * view.msPerPx;
  const lane = laid.find(one => y >= one.top && y < one.top + one.height);
  const row = lane ? Math.floor((y - lane.top - LANE_PAD_PX) / ROW_PX) : -1;
  return lane?.items.find(one => one.row === row && at >= one.takenFrom && at <= one.takenTo)?.item ?? null;
}

/** A drag pans through time; the wheel zooms, or with Shift pans. Without either the lanes scroll. */
function useTimeDrag(panBy: (px: number) => void, zoomAt: (factor: number, x: number) => void) {
  const surface = useRef<SVGSVGElement>(null);
  const dragged = useRef(false);
  const latest = useRef({ panBy, zoomAt });
  latest.current = { panBy, zoomAt };
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    let lastX: number | null = null;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.shiftKey && event.deltaX === 0) return;
      event.preventDefault();
      if (event.ctrlKey)
        latest.current.zoomAt(Math.exp(-event.deltaY / 300), event.clientX - element.getBoundingClientRect().left);
      else latest.current.panBy(event.deltaX || event.deltaY);
    };
    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      lastX = event.clientX;
      dragged.current = false;
    };
    const move = (event: PointerEvent): void => {
      if (lastX === null) return;
      const by = lastX - event.clientX;
      if (!dragged.current && Math.abs(by) < 4) return;
      if (!dragged.current) element.setPointerCapture(event.pointerId);
      dragged.current = true;
      lastX = event.clientX;
      latest.current.panBy(by);
    };
    const up = (): void => {
      lastX = null;
    };
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    return () => {
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
    };
  }, []);
  return { surface, wasDragged: () => dragged.current };
}
