/** Lets a command fold the list or the inspector of whatever place is open. */
type Side = 'left' | 'right';

const EVENT = 'probatum-pane-toggle';

export function togglePane(side: Side): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: side }));
}

export function listenForPaneToggle(side: Side, toggle: () => void): () => void {
  const heard = (event: Event) => {
    if (event instanceof CustomEvent && event.detail === side) toggle();
  };
  window.addEventListener(EVENT, heard);
  return () => window.removeEventListener(EVENT, heard);
}
