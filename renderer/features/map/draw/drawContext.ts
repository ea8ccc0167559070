/** What the map needs of whatever it is drawn on: a canvas, or the text of an SVG picture. */
export type DrawContext = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'rect'
  | 'fill'
  | 'stroke'
  | 'fillText'
  | 'strokeText'
  | 'setLineDash'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'globalAlpha'
>;

export const SANS =
  '"Source Sans 3 Variable", "Noto Sans KR Variable", "Noto Sans JP Variable", "Noto Sans SC Variable", sans-serif';

/** About how wide words are, without asking the canvas: East Asian signs are as wide as they are high. */
export function textWidth(text: string, sizePx: number): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) > 0x1100 ? sizePx : sizePx * 0.52;
  return width;
}

/** Words with a halo, so that they read over coasts and lines. */
export function haloText(context: DrawContext, text: string, x: number, y: number, ink: string, halo: string): void {
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}
