/** A press on a mark in the page: a click that selected nothing, over one of the bars (which let the pointer through). */
export function watchMarkPresses(
  scroller: HTMLElement,
  markAt: (node: Node, clientX: number, clientY: number) => string | null,
  onPress: (passageId: string) => void,
): void {
  scroller.addEventListener('click', ({ target, clientX, clientY, altKey }) => {
    if (altKey || !(target instanceof Element) || target.closest('button, a') !== null) return;
    if (document.getSelection()?.isCollapsed === false) return;
    const passageId = markAt(target, clientX, clientY);
    if (passageId !== null) onPress(passageId);
  });
}
