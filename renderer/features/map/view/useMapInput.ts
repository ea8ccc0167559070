/** Pointer, wheel and keys over the map, as steps of the view. A press that does not move is a click. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { type MapView, panned, type Point, zoomed } from './mapView.ts';

export interface MapInput {
  view: MapView;
  onView(next: MapView): void;
  onClick(at: Point): void;
  /** Where the pointer is; null when it left. */
  onPointer(at: Point | null): void;
  /** Enter: what a click in the middle would do. */
  onEnter(): void;
  onFit(): void;
  onBackspace(): void;
}

const CLICK_PX = 4;
const KEY_PAN_PX = 80;
const FINE_PAN_PX = 8;
export const ZOOM_STEP = 1.5;

export function useMapInput(canvas: RefObject<HTMLCanvasElement | null>, input: MapInput) {
  const latest = useRef(input);
  latest.current = input;
  const press = useRef<{ start: Point; last: Point; moved: boolean } | null>(null);

  // React listens to wheels passively: only a listener of our own may keep the page from scrolling.
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const turned = (event: WheelEvent) => {
      event.preventDefault();
      const { view, onView } = latest.current;
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      const amount = Math.max(-200, Math.min(200, event.deltaY * lines));
      onView(zoomed(view, 2 ** (-amount / 250), pointIn(element, event)));
    };
    element.addEventListener('wheel', turned, { passive: false });
    return () => element.removeEventListener('wheel', turned);
  }, [canvas]);

  return {
    onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = pointIn(event.currentTarget, event);
      press.current = { start: at, last: at, moved: false };
    },
    onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
      const at = pointIn(event.currentTarget, event);
      const { view, onView, onPointer } = latest.current;
      const held = press.current;
      if (held) {
        if (!held.moved && Math.hypot(at.x - held.start.x, at.y - held.start.y) < CLICK_PX) return;
        onView(panned(view, { x: at.x - held.last.x, y: at.y - held.last.y }));
        press.current = { ...held, last: at, moved: true };
      }
      onPointer(at);
    },
    onPointerUp(event: PointerEvent<HTMLCanvasElement>) {
      const held = press.current;
      press.current = null;
      if (held && !held.moved) latest.current.onClick(pointIn(event.currentTarget, event));
    },
    onPointerCancel() {
      press.current = null;
    },
    onPointerLeave() {
      latest.current.onPointer(null);
    },
    onKeyDown(event: KeyboardEvent<HTMLCanvasElement>) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { view, onView, onEnter, onFit, onBackspace } = latest.current;
      const step = event.shiftKey ? FINE_PAN_PX : KEY_PAN_PX;
      const pan = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }[
        event.key
      ];
      if (pan) onView(panned(view, { x: pan[0] ?? 0, y: pan[1] ?? 0 }));
      else if (event.key === '+' || event.key === '=') onView(zoomed(view, ZOOM_STEP));
      else if (event.key === '-' || event.key === '_') onView(zoomed(view, 1 / ZOOM_STEP));
      else if (event.key === 'Home') onFit();
      else if (event.key === 'Enter' || event.key === ' ') onEnter();
      else if (event.key === 'Backspace') onBackspace();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function pointIn(element: HTMLElement, event: { clientX: number; clientY: number }): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
