/** The element that scrolls: one a frame, focusable, so that arrows and Page Up / Down are the browser's own. */
export function makeScroller(root: HTMLElement, title: string): HTMLDivElement {
  const scroller = document.createElement('div');
  scroller.className = 'scroller';
  scroller.tabIndex = 0;
  scroller.role = 'document';
  scroller.ariaLabel = title;
  root.append(scroller);
  return scroller;
}
