/** Puts a panel on the top layer beneath a button, or above it where there is no room; answers how to take it away. */
export function placeBeside(panel: HTMLElement, anchor: HTMLElement): () => void {
  panel.showPopover?.();
  const place = (): void => {
    const at = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = panel;
    const below = at.bottom + 4;
    const top = below + height <= window.innerHeight - 8 ? below : Math.max(8, Math.min(at.top - height - 4, below));
    panel.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - width - 8))}px`;
    panel.style.top = `${Math.max(8, Math.min(top, window.innerHeight - height - 8))}px`;
  };
  place();
  const watch = new ResizeObserver(place);
  watch.observe(panel);
  window.addEventListener('resize', place);
  // In the phase before, since panes scroll without telling the window.
  window.addEventListener('scroll', place, true);
  return () => {
    watch.disconnect();
    window.removeEventListener('resize', place);
    window.removeEventListener('scroll', place, true);
  };
}
