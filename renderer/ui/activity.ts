/**
 * Tells that a person is at work where the window cannot see it: keys and wheels inside the reader's frame stay in there,
 * and a vault must not lock itself over somebody who reads.
 */
const EVENT = 'probatum-activity';

export function noteActivity(): void {
  window.dispatchEvent(new Event(EVENT));
}

export function listenForActivity(heard: () => void): () => void {
  const kinds = ['pointerdown', 'keydown', 'wheel', EVENT];
  for (const kind of kinds) window.addEventListener(kind, heard, { passive: true, capture: true });
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, heard, { capture: true });
  };
}
