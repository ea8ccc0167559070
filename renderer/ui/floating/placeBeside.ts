/** Where something that floats goes: on the wished side of its anchor, or the other if there is no room. Pure. */
export type Placement = 'below-start' | 'below-end' | 'above-start' | 'right-start';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
interface Size {
  width: number;
  height: number;
}

const GAP = 4;
const MARGIN = 8;

export function placeBeside(anchor: Box, size: Size, view: Size, placement: Placement): { left: number; top: number } {
  if (placement === 'right-start') {
    const right = anchor.right + GAP;
    const left = right + size.width + MARGIN <= view.width ? right : anchor.left - GAP - size.width;
    return { left: within(left, size.width, view.width), top: within(anchor.top, size.height, view.height) };
  }
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - size.height;
  const fitsBelow = below + size.height + MARGIN <= view.height;
  const fitsAbove = above >= MARGIN;
  const top = placement === 'above-start' ? (fitsAbove ? above : below) : fitsBelow || !fitsAbove ? below : above;
  const left = placement === 'below-end' ? anchor.right - size.width : anchor.left;
  return { left: within(left, size.width, view.width), top: within(top, size.height, view.height) };
}

function within(start: number, length: number, room: number): number {
  return Math.round(Math.max(MARGIN, Math.min(start, room - length - MARGIN)));
}
