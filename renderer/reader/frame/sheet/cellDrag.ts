/** A drag over the grid, which scrolls when it comes to the edge. */
import type { Grid, GridHit } from './grid.ts';

const EDGE_PX = 24;
const STEP_PX = 24;
/** The hand is never quite still. */
const MIN_MOVE_PX = 4;

export function followDrag(grid: Grid, onOver: (hit: GridHit) => void, onEnd: (moved: boolean) => void): void {
  const ended = new AbortController();
  const { signal } = ended;
  let start: { x: number; y: number } | null = null;
  let moved = false;
  let last: PointerEvent | null = null;

  function over(): void {
    if (last === null || !moved) return;
    const { left, right, top, bottom } = grid.element.getBoundingClientRect();
    const x = Math.min(right - 1, Math.max(left + 1, last.clientX));
    const y = Math.min(bottom - 1, Math.max(top + 1, last.clientY));
    const hit = grid.hitAt(x, y);
    if (hit !== null) onOver(hit);
  }

  const scrolling = window.setInterval(() => {
    if (last === null || !moved) return;
    const { left, right, top, bottom } = grid.element.getBoundingClientRect();
    const across = last.clientX < left + EDGE_PX ? -STEP_PX : last.clientX > right - EDGE_PX ? STEP_PX : 0;
    const down = last.clientY < top + EDGE_PX ? -STEP_PX : last.clientY > bottom - EDGE_PX ? STEP_PX : 0;
    if (across === 0 && down === 0) return;
    grid.element.scrollBy(across, down);
    over();
  }, 40);

  function end(): void {
    ended.abort();
    clearInterval(scrolling);
    onEnd(moved);
  }

  document.addEventListener(
    'pointermove',
    event => {
      start ??= { x: event.clientX, y: event.clientY };
      last = event;
      moved ||= Math.hypot(event.clientX - start.x, event.clientY - start.y) >= MIN_MOVE_PX;
      over();
    },
    { signal },
  );
  document.addEventListener('pointerup', end, { signal });
  document.addEventListener('pointercancel', end, { signal });
}
