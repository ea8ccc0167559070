/** Where there is a top layer, what floats goes into it; where there is none (jsdom), it stays in its place. */
const supported = typeof HTMLElement !== 'undefined' && 'showPopover' in HTMLElement.prototype;

/** Attributes of an element that is shown by `enterTopLayer`. */
export const floating: { popover?: 'manual' } = supported ? { popover: 'manual' } : {};

export function enterTopLayer(element: HTMLElement | null): void {
  if (supported) element?.showPopover();
}

/** Brings what floats above whatever was opened after it. */
export function raise(element: HTMLElement | null): void {
  if (!supported || !element) return;
  if (element.matches(':popover-open')) element.hidePopover();
  element.showPopover();
}
