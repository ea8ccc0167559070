/** How wide letters are by nature, in units of their height: what a recognised word's text is stretched from. */
const PROBE_PX = 100;
/** The same words come on page after page. */
const MAX_KEPT = 5_000;

const kept = new Map<string, number>();
let pen: CanvasRenderingContext2D | null = null;

export function widthInEm(letters: string): number {
  const known = kept.get(letters);
  if (known !== undefined) return known;
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return letters.length / 2;
  pen.font = `${PROBE_PX}px sans-serif`;
  const width = pen.measureText(letters).width / PROBE_PX;
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(letters, width);
  return width;
}
