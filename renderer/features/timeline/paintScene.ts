/** Paints a scene on a canvas: the same shapes that the SVG writer writes. */
import type { MarkShape, Shape } from '../../../shared/domain/timeline/index.ts';
import type { InkColours } from './inkColours.ts';

const FACE =
  '"Source Sans 3 Variable", "Noto Sans KR Variable", "Noto Sans JP Variable", "Noto Sans SC Variable", sans-serif';

export function paintScene(on: CanvasRenderingContext2D, shapes: readonly Shape[], colours: InkColours): void {
  for (const shape of shapes) paint(on, shape, colours);
}

function paint(on: CanvasRenderingContext2D, shape: Shape, colours: InkColours): void {
  const colour = colours[shape.ink];
  switch (shape.kind) {
    case 'fill':
      on.fillStyle = colour;
      on.fillRect(shape.x, shape.y, shape.width, shape.height);
      return;
    case 'frame':
      on.strokeStyle = colour;
      on.lineWidth = 2;
      on.beginPath();
      on.roundRect(shape.x, shape.y, shape.width, shape.height, 3);
      on.stroke();
      return;
    case 'line':
      on.strokeStyle = colour;
      on.lineWidth = shape.width ?? 1;
      on.setLineDash([...(shape.dash ?? [])]);
      on.beginPath();
      on.moveTo(shape.x1, shape.y1);
      on.lineTo(shape.x2, shape.y2);
      on.stroke();
      on.setLineDash([]);
      return;
    case 'text':
      on.fillStyle = colour;
      on.font = `${shape.bold ? '600 ' : ''}${shape.size}px ${FACE}`;
      on.textAlign = shape.anchor === 'middle' ? 'center' : (shape.anchor ?? 'start');
      on.fillText(shape.words, shape.x, shape.y);
      return;
    case 'bar':
      paintBar(on, shape, colour);
      return;
    case 'arrow': {
      const back = shape.to === 'left' ? 6 : -6;
      on.strokeStyle = colour;
      on.lineWidth = 1.5;
      on.beginPath();
      on.moveTo(shape.x + back, shape.y - 4);
      on.lineTo(shape.x, shape.y);
      on.lineTo(shape.x + back, shape.y + 4);
      on.stroke();
      return;
    }
    case 'mark':
      paintMark(on, shape.shape, shape.x, shape.y, colour, colours.ground);
  }
}

function paintBar(on: CanvasRenderingContext2D, bar: Extract<Shape, { kind: 'bar' }>, colour: string): void {
  const [first] = bar.stops;
  // A gradient for each of thousands of bars is slow; most have one density.
  if (first && bar.stops.every(stop => stop.density === first.density)) {
    on.globalAlpha = first.density;
    on.fillStyle = colour;
  } else {
    const gradient = on.createLinearGradient(bar.x, 0, bar.x + bar.width, 0);
    for (const { at, density } of bar.stops) gradient.addColorStop(at, withDensity(colour, density));
    on.fillStyle = gradient;
  }
  on.beginPath();
  on.roundRect(bar.x, bar.y, bar.width, bar.height, 3);
  on.fill();
  on.globalAlpha = 1;
}

/** Tokens are written as `#rrggbb`. */
function withDensity(colour: string, density: number): string {
  const part = Math.round(density * 255)
    .toString(16)
    .padStart(2, '0');
  return `${colour}${part}`;
}

function paintMark(
  on: CanvasRenderingContext2D,
  shape: MarkShape,
  x: number,
  y: number,
  colour: string,
  ground: string,
): void {
  on.beginPath();
  if (shape === 'contested') {
    on.moveTo(x, y - 6);
    on.lineTo(x + 6, y);
    on.lineTo(x, y + 6);
    on.lineTo(x - 6, y);
    on.closePath();
  } else if (shape === 'exhibit') on.rect(x - 4, y - 5, 8, 10);
  else on.arc(x, y, 5, 0, 2 * Math.PI);
  on.fillStyle = shape === 'confirmed' ? colour : ground;
  on.fill();
  on.strokeStyle = colour;
  on.lineWidth = 1.6;
  if (shape === 'uncited') on.setLineDash([2, 2]);
  on.stroke();
  on.setLineDash([]);
  if (shape !== 'probable') return;
  on.beginPath();
  on.arc(x, y, 5, Math.PI / 2, (3 * Math.PI) / 2);
  on.fillStyle = colour;
  on.fill();
}
