/** Pans by dragging and by sideways scrolling, zooms with Ctrl and the wheel (which is what a pinch sends too). */
import { type RefObject, useEffect, useRef } from 'react';

export interface DragAndWheel {
  onPan(px: number): void;
  /** `atPx`: what is there stays there. */
  onZoom(factor: number, atPx: number): void;
  onScroll(px: number): void;
}

/** Less than this is a click of an unsteady hand. */
const DRAG_PX = 4;

export function useDragAndWheel(surface: RefObject<HTMLElement | null>, acts: DragAndWheel): { isDragging(): boolean } {
  const latest = useRef(acts);
  latest.current = acts;
  const dragged = useRef(false);
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const box = element.getBoundingClientRect();
        latest.current.onZoom(Math.exp(-event.deltaY / 300), event.clientX - box.left);
        return;
      }
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (sideways === 0) return;
      event.preventDefault();
      latest.current.onPan(sideways);
    };
    let from: { x: number; y: number; id: number } | null = null;
    const down = (event: PointerEvent) => {
      dragged.current = false;
      if (event.button === 0) from = { x: event.clientX, y: event.clientY, id: event.pointerId };
    };
    const move = (event: PointerEvent) => {
      if (!from) return;
      const [dx, dy] = [from.x - event.clientX, from.y - event.clientY];
      if (!dragged.current && Math.hypot(dx, dy) < DRAG_PX) return;
      if (!dragged.current) element.setPointerCapture?.(from.id);
      dragged.current = true;
      from = { ...from, x: event.clientX, y: event.clientY };
      latest.current.onPan(dx);
      latest.current.onScroll(dy);
    };
    const up = () => {
      from = null;
    };
    // Not passive: a zoom must not zoom the window as well.
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    return () => {
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
    };
  }, [surface]);
  return { isDragging: () => dragged.current };
}
