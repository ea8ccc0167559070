/** Tells the window what words are selected, once the hand rests: after pointer-up, after a selecting key. */
import type { DocumentView, ShownPage } from './documentView.ts';
import { clientRectsOf, offsetsOf, readLayer } from './layerText.ts';
import { paperRects } from './marks/paperMarks.ts';
import type { PaneLink } from './paneLink.ts';
import { quoteOf } from './quoteOf.ts';

export interface SelectionWatch {
  hasWords(): boolean;
  clear(): void;
}

export function watchSelection(view: () => DocumentView | null, link: PaneLink): SelectionWatch {
  let told = false;
  let pointerDown = false;

  function report(): void {
    const shown = view();
    const selection = document.getSelection();
    const found = shown === null || selection === null ? null : readSelection(shown, selection);
    if (found !== null) link.tell(found);
    else if (told) link.tell({ type: 'unselected' });
    told = found !== null;
  }

  document.addEventListener(
    'pointerdown',
    () => {
      pointerDown = true;
    },
    true,
  );
  document.addEventListener(
    'pointerup',
    () => {
      pointerDown = false;
      // The browser settles the selection after this event.
      requestAnimationFrame(report);
    },
    true,
  );
  document.addEventListener('selectionchange', () => {
    if (pointerDown) return;
    if (told || !(document.getSelection()?.isCollapsed ?? true)) requestAnimationFrame(report);
  });

  return {
    hasWords: () => told,
    clear() {
      document.getSelection()?.removeAllRanges();
      if (told) link.tell({ type: 'unselected' });
      told = false;
    },
  };
}

const MAX_RECTS = 500;

function readSelection(view: DocumentView, selection: Selection): Parameters<PaneLink['tell']>[0] | null {
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const page = firstPage(view, range);
  if (page?.words == null) return null;
  const layer = readLayer(page.words);
  const span = offsetsOf(layer, range);
  const quoted = span === null ? null : quoteOf(layer.text, span);
  if (span === null || quoted === null) return null;
  const boxes = clientRectsOf(layer, span).slice(0, MAX_RECTS);
  const anchor = hull(boxes) ?? range.getBoundingClientRect();
  return {
    type: 'selected',
    selection: {
      kind: 'words',
      pageIndex: page.pageIndex,
      quote: quoted.quote,
      rects: page.paper === null ? [] : paperRects({ element: page.element, turn: page.paper.turn }, boxes),
    },
    anchor: { x: anchor.x, y: anchor.y, width: anchor.width, height: anchor.height },
    // What lies on the next page is left out: a passage is a place on one page.
    clipped: quoted.clipped || !page.element.contains(range.endContainer),
  };
}

/** The first page of which the range holds words: a selection can begin in the gap above it. */
function firstPage(view: DocumentView, range: Range): ShownPage | null {
  const start = view.pageOf(range.startContainer);
  if (start?.words != null && offsetsOf(readLayer(start.words), range) !== null) return start;
  return view.pageOf(range.endContainer);
}

function hull(boxes: readonly DOMRect[]): DOMRect | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map(box => box.left));
  const y = Math.min(...boxes.map(box => box.top));
  return new DOMRect(x, y, Math.max(...boxes.map(box => box.right)) - x, Math.max(...boxes.map(box => box.bottom)) - y);
}
