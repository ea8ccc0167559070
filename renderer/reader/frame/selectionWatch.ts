/** Tells the window what words are selected, once the hand rests: after pointer-up, after a selecting key. */
import type { PageRect } from '../../../shared/domain/exhibit.ts';
import type { TextSpan } from '../landing.ts';
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
    event => {
      pointerDown = true;
      // A drag that begins on words which are selected would carry them off instead of selecting anew.
      const selected = document.getSelection();
      if (event.button === 0 && !event.shiftKey && selected !== null && isOver(selected, event))
        selected.removeAllRanges();
    },
    true,
  );
  document.addEventListener('dragstart', event => event.preventDefault());
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

function isOver(selection: Selection, { clientX: x, clientY: y }: PointerEvent): boolean {
  if (selection.isCollapsed || selection.rangeCount === 0) return false;
  const boxes = [...selection.getRangeAt(0).getClientRects()];
  return boxes.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
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
      rects: rectsOf(page, span, boxes),
      // Counts in our own text only, which pdf.js's layer is not.
      ...(page.paper === null || page.places !== undefined ? { share: span.start / layer.text.length } : {}),
    },
    anchor: { x: anchor.x, y: anchor.y, width: anchor.width, height: anchor.height },
    // What lies on the next page is left out: a passage is a place on one page.
    clipped: quoted.clipped || !page.element.contains(range.endContainer),
  };
}

function rectsOf({ element, paper, places }: ShownPage, span: TextSpan, boxes: readonly DOMRect[]): PageRect[] {
  if (places !== undefined) return places(span).slice(0, MAX_RECTS);
  return paper === null ? [] : paperRects({ element, turn: paper.turn }, boxes);
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
