/** Alt and drag over a page with paper draws a region, and tells the window. */
import type { DocumentView, ShownPage } from './documentView.ts';
import { paperRects } from './marks/paperMarks.ts';
import type { PaneLink } from './paneLink.ts';

/** Smaller than this is a slip of the hand. */
const MIN_SIDE_PX = 6;

export interface RegionDrag {
  isShown(): boolean;
  clear(): void;
}

export function watchRegionDrag(view: () => DocumentView | null, link: PaneLink): RegionDrag {
  let box: HTMLElement | null = null;

  function clear(): void {
    box?.remove();
    if (box !== null) link.tell({ type: 'unselected' });
    box = null;
  }

  document.addEventListener(
    'pointerdown',
    down => {
      if (!down.altKey || down.button !== 0 || !(down.target instanceof Element)) {
        // A press elsewhere lets the region go, as it lets go of selected words.
        if (down.button === 0) clear();
        return;
      }
      const page = view()?.pageOf(down.target) ?? null;
      if (page === null || page.paper === null) return;
      down.preventDefault();
      document.getSelection()?.removeAllRanges();
      clear();
      const drawn = document.createElement('div');
      drawn.className = 'region';
      page.element.append(drawn);
      box = drawn;
      follow(down, page, drawn, finished => {
        if (!finished) return clear();
        const rect = drawn.getBoundingClientRect();
        const area =
          page.paper === null ? undefined : paperRects({ element: page.element, turn: page.paper.turn }, [rect])[0];
        if (area === undefined || rect.width < MIN_SIDE_PX || rect.height < MIN_SIDE_PX) return clear();
        link.tell({
          type: 'selected',
          selection: { kind: 'region', pageIndex: page.pageIndex, rect: area },
          anchor: { x: rect.x, y: rect.y, width: rect.width, height: rect.height },
          clipped: false,
        });
      });
    },
    true,
  );

  return { isShown: () => box !== null, clear };
}

function follow(down: PointerEvent, page: ShownPage, drawn: HTMLElement, onEnd: (finished: boolean) => void): void {
  const ended = new AbortController();
  const { signal } = ended;
  const draw = (event: PointerEvent): void => {
    const paper = page.element.getBoundingClientRect();
    const [left, right] = span(down.clientX, event.clientX, paper.left, paper.right);
    const [top, bottom] = span(down.clientY, event.clientY, paper.top, paper.bottom);
    Object.assign(drawn.style, {
      left: `${((left - paper.left) / paper.width) * 100}%`,
      top: `${((top - paper.top) / paper.height) * 100}%`,
      width: `${((right - left) / paper.width) * 100}%`,
      height: `${((bottom - top) / paper.height) * 100}%`,
    });
  };
  document.addEventListener('pointermove', draw, { signal });
  document.addEventListener(
    'pointerup',
    event => {
      ended.abort();
      draw(event);
      onEnd(true);
    },
    { signal },
  );
  document.addEventListener(
    'pointercancel',
    () => {
      ended.abort();
      onEnd(false);
    },
    { signal },
  );
}

function span(a: number, b: number, min: number, max: number): [number, number] {
  const inside = (value: number): number => Math.min(max, Math.max(min, value));
  return [inside(Math.min(a, b)), inside(Math.max(a, b))];
}
