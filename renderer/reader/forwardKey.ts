/** Keys pressed in the frame, given on to the window's shortcuts as if they had been pressed on the frame's element. */
import type { KeyPress } from './frameProtocol.ts';

/**
 * Only while the frame truly has the focus: a document that took the frame over could otherwise press keys behind the
 * person's back.
 */
export function forwardKey(frame: HTMLIFrameElement, press: KeyPress): void {
  if (document.activeElement !== frame || !document.hasFocus()) return;
  const { key, code, ctrl: ctrlKey, meta: metaKey, shift: shiftKey, alt: altKey } = press;
  frame.dispatchEvent(
    new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true }),
  );
}
