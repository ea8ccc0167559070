/** A place on a page in fractions of its width and height, origin top left. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** The part of it that lies on the page. */
export function onPage({ x, y, w, h }: Box): Box {
  const left = clamp(x);
  const top = clamp(y);
  return { x: left, y: top, w: Math.max(0, clamp(x + w) - left), h: Math.max(0, clamp(y + h) - top) };
}

function clamp(value: number): number {
  // What is no number is no place either.
  return Math.min(1, Math.max(0, value || 0));
}
