/** Wheel, drag and keys over a drawing. A press that moved is a drag and no click. */
import { type RefObject, useEffect, useRef } from 'react';
import { type Camera, panCamera, type Reach, ZOOM_STEP, zoomCamera } from './camera.ts';

export type MoveCamera = (move: (camera: Camera) => Camera) => void;

const DRAG_PX = 4;

/** Answers whether the press that has just ended was a drag. */
export function usePanZoom(surface: RefObject<Element | null>, move: MoveCamera, reach: Reach): () => boolean {
  const latest = useRef({ move, reach });
  latest.current = { move, reach };
  const dragged = useRef(false);
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    let last: { x: number; y: number } | null = null;
    const wheel = (event: Event): void => {
      if (!(event instanceof WheelEvent)) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
      const factor = Math.exp((-event.deltaY * lines) / 400);
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      latest.current.move(camera => zoomCamera(camera, factor, at, latest.current.reach));
    };
    const down = (event: Event): void => {
      if (!(event instanceof PointerEvent) || event.button !== 0) return;
      last = { x: event.clientX, y: event.clientY };
      dragged.current = false;
    };
    const moved = (event: Event): void => {
      if (!(event instanceof PointerEvent) || last === null) return;
      const [byX, byY] = [last.x - event.clientX, last.y - event.clientY];
      if (!dragged.current && Math.hypot(byX, byY) < DRAG_PX) return;
      // Only now, since a captured press clicks the surface and not what lies under the pointer.
      if (!dragged.current) element.setPointerCapture(event.pointerId);
      dragged.current = true;
      last = { x: event.clientX, y: event.clientY };
      latest.current.move(camera => panCamera(camera, byX, byY));
    };
    const up = (): void => {
      last = null;
    };
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', moved);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    return () => {
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', moved);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
    };
  }, [surface]);
  return () => dragged.current;
}

const PAN_PX = 80;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-PAN_PX, 0],
  ArrowRight: [PAN_PX, 0],
  ArrowUp: [0, -PAN_PX],
  ArrowDown: [0, PAN_PX],
};

/** True where the key moved the view. */
export function moveByKey(
  key: string,
  {
    move,
    showAll,
    size,
    reach,
  }: { move: MoveCamera; showAll: () => void; size: { width: number; height: number }; reach: Reach },
): boolean {
  const middle = { x: size.width / 2, y: size.height / 2 };
  const arrow = ARROWS[key];
  if (arrow) move(camera => panCamera(camera, ...arrow));
  else if (key === '+' || key === '=') move(camera => zoomCamera(camera, ZOOM_STEP, middle, reach));
  else if (key === '-') move(camera => zoomCamera(camera, 1 / ZOOM_STEP, middle, reach));
  else if (key === '0') showAll();
  else return false;
  return true;
}
