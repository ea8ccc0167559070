/**
 * Selecting recognised words with the mouse: by their boxes, since between words that are placed one by one the browser's
 * own selection jumps. A drag takes letters, after a double click words, after a triple click lines; it stays on its page.
 */
import type { TextSpan } from '../../landing.ts';
import { unitAt } from './wordPlaces.ts';
import type { WordsLayer } from './wordsLayer.ts';

/** So near to the edge of the window a drag scrolls. */
const EDGE_PX = 24;
const EDGE_STEP_PX = 14;

export function watchWordsPointer(scroller: HTMLElement, layerAround: (node: Node) => WordsLayer | null): void {
  let under: WordsLayer | null = null;

  scroller.addEventListener('pointermove', ({ target, clientX, clientY }) => {
    const layer = target instanceof Node ? layerAround(target) : null;
    if (under !== layer) under?.element.classList.remove('on-word');
    under = layer;
    layer?.element.classList.toggle('on-word', layer.isOnWord(clientX, clientY));
  });

  scroller.addEventListener('mousedown', down => {
    const layer = down.target instanceof Node ? layerAround(down.target) : null;
    if (layer === null || down.button !== 0 || down.altKey) return;
    // The browser would begin a selection of its own; the focus it would have given is given here.
    down.preventDefault();
    takeFocus(scroller);
    const pressed = layer.offsetAt(down.clientX, down.clientY);
    const isExtended = down.shiftKey && extendSelection(layer, pressed);
    const start = taken(layer, pressed, down.detail);
    if (!isExtended) select(layer, start, start);
    followDrag(scroller, (x, y) => {
      const offset = layer.offsetAt(x, y);
      if (isExtended) extendSelection(layer, offset);
      else select(layer, start, taken(layer, offset, down.detail));
    });
  });
}

/** Without the ring that shows where the keyboard is: Chromium draws it for any focus that a script gives. */
function takeFocus(scroller: HTMLElement): void {
  if (document.activeElement === scroller) return;
  scroller.classList.add('pressed');
  scroller.focus({ preventScroll: true });
  const show = (): void => scroller.classList.remove('pressed');
  document.addEventListener('keydown', show, { once: true });
  scroller.addEventListener('blur', show, { once: true });
}

function taken(layer: WordsLayer, offset: number, clicks: number): TextSpan {
  if (clicks <= 1) return { start: offset, end: offset };
  return unitAt(layer.words, offset, clicks === 2 ? 'word' : 'line');
}

/** From the one through the other, whichever comes first. */
function select(layer: WordsLayer, from: TextSpan, to: TextSpan): void {
  const isBack = to.start < from.start;
  const base = place(layer, isBack ? from.end : from.start);
  const extent = place(layer, isBack ? to.start : Math.max(from.end, to.end));
  if (base === null || extent === null) return;
  document.getSelection()?.setBaseAndExtent(base.node, base.offset, extent.node, extent.offset);
}

/** @returns whether there was a selection on this page to extend */
function extendSelection(layer: WordsLayer, offset: number): boolean {
  const selection = document.getSelection();
  const extent = place(layer, offset);
  if (selection?.anchorNode == null || extent === null || !layer.element.contains(selection.anchorNode)) return false;
  selection.extend(extent.node, extent.offset);
  return true;
}

function place({ layer }: WordsLayer, offset: number): { node: Text; offset: number } | null {
  const found = layer.nodes.findLast(({ start }) => start <= offset);
  return found === undefined ? null : { node: found.node, offset: Math.min(found.node.length, offset - found.start) };
}

function followDrag(scroller: HTMLElement, onMove: (clientX: number, clientY: number) => void): void {
  const ended = new AbortController();
  const { signal } = ended;
  let last: { x: number; y: number } | null = null;
  // By time and not by movement: a hand that rests at the edge goes on scrolling.
  const timer = setInterval(() => {
    if (last === null) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const by = last.y < top + EDGE_PX ? -EDGE_STEP_PX : last.y > bottom - EDGE_PX ? EDGE_STEP_PX : 0;
    if (by === 0) return;
    scroller.scrollTop += by;
    onMove(last.x, last.y);
  }, 30);
  const end = (): void => {
    clearInterval(timer);
    ended.abort();
  };
  document.addEventListener(
    'pointermove',
    event => {
      last = { x: event.clientX, y: event.clientY };
      onMove(event.clientX, event.clientY);
    },
    { signal },
  );
  document.addEventListener('pointerup', end, { signal });
  document.addEventListener('pointercancel', end, { signal });
}
