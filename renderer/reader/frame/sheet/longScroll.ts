/**
 * Scrolling through more than a browser can lay out: Chromium's boxes end at some 33 million pixels, which a sheet of a
 * million rows reaches. Beyond a limit the scroll bar stands for a share of the way instead of pixels. Pure.
 */
const MAX_BOX_PX = 16_000_000;

export interface ScrollRoom {
  /** The height of all that there is to see, and of the window to it. */
  contentPx: number;
  clientPx: number;
}

/** What the box is made as high as. */
export function boxHeight({ contentPx }: ScrollRoom): number {
  return Math.min(contentPx, MAX_BOX_PX);
}

/** How far down the content one is. */
export function contentTop(room: ScrollRoom, scrollTop: number): number {
  return scrollTop * ratioOf(room);
}

export function scrollTopFor(room: ScrollRoom, top: number): number {
  return Math.max(0, top) / ratioOf(room);
}

function ratioOf({ contentPx, clientPx }: ScrollRoom): number {
  if (contentPx <= MAX_BOX_PX) return 1;
  return (contentPx - clientPx) / (MAX_BOX_PX - clientPx);
}
