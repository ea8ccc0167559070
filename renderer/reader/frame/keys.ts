/** The keyboard in the frame: what the page itself answers to; every other key goes to the window, where shortcuts live. */
import type { DocumentView } from './documentView.ts';
import type { PaneLink } from './paneLink.ts';
import type { RegionDrag } from './regionDrag.ts';
import type { SelectionWatch } from './selectionWatch.ts';

export interface KeyContext {
  view(): DocumentView | null;
  selection: SelectionWatch;
  region: RegionDrag;
  finding(): string | null;
  pageIndex(): number;
  link: PaneLink;
}

export function watchKeys(context: KeyContext): void {
  document.addEventListener('keydown', event => {
    if (event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    if (answer(event, context)) {
      event.preventDefault();
      return;
    }
    if (isScrollKey(event) || isPress(event)) return;
    // Copying and selecting all are the browser's own; they are told to nobody.
    if ((event.ctrlKey || event.metaKey) && ['c', 'a'].includes(event.key.toLowerCase())) return;
    const { key, code, ctrlKey: ctrl, metaKey: meta, shiftKey: shift, altKey: alt } = event;
    if (key.length <= 20 && code.length <= 20)
      context.link.tell({ type: 'key', press: { key, code, ctrl, meta, shift, alt } });
    // The browser's own find, print and reload have no place here.
    if (ctrl || meta) event.preventDefault();
  });
}

/** @returns whether the key was the page's. */
function answer(event: KeyboardEvent, { view, selection, region, finding, pageIndex, link }: KeyContext): boolean {
  const shown = view();
  const mod = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  if (mod && key === 'F') {
    link.tell({ type: 'find-asked' });
    return true;
  }
  if (key === 'Escape' && (selection.hasWords() || region.isShown())) {
    selection.clear();
    region.clear();
    return true;
  }
  if (
    !mod &&
    !event.altKey &&
    (selection.hasWords() || region.isShown()) &&
    (key === 'C' || key === 'M' || key === 'E')
  ) {
    link.tell({ type: 'selection-key', key });
    return true;
  }
  if (shown === null || event.altKey) return false;
  const found = finding();
  if (!mod && key === 'N' && found !== null) {
    shown.find(found, event.shiftKey ? 'previous' : 'next');
    return true;
  }
  if (key === '+' || key === '=') shown.zoom('in');
  else if (key === '-') shown.zoom('out');
  // A bare 0 is "not relevant" in the list of hits; with Mod it is the size.
  else if (key === '0' && mod) shown.zoom(1);
  else if (mod) return false;
  else if (key === 'ArrowRight' && !scrollsAcross()) shown.goToPage(pageIndex() + 1);
  else if (key === 'ArrowLeft' && !scrollsAcross()) shown.goToPage(Math.max(0, pageIndex() - 1));
  else return false;
  return true;
}

function scrollsAcross(): boolean {
  const scroller = document.querySelector('.scroller');
  return scroller !== null && scroller.scrollWidth > scroller.clientWidth + 1;
}

function isScrollKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return ['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' ', 'Tab'].includes(
    key,
  );
}

function isPress({ key, target }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && target instanceof HTMLElement && target.closest('button, a') !== null;
}
