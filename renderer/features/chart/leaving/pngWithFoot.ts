/** The canvas's picture with legend, date and sources beneath it: on paper nobody can ask the window what a dotted line means. */
import {
  labelLines,
  legendWords,
  lineStyles,
  paperPalette,
  strengthsInOrder,
} from '../../../../shared/domain/chart/index.ts';
import type { Strength } from '../../../../shared/domain/entity/entity.ts';

export interface Foot {
  strengths: ReadonlySet<Strength>;
  /** Lines of words under the legend. */
  lines: readonly string[];
}

/** Pixels of ground around what is drawn. */
const MARGIN = 40;
const FACE = '"Source Sans 3 Variable", "Noto Sans KR Variable", sans-serif';

export async function pngWithFoot(picture: Blob, { strengths, lines }: Foot): Promise<Uint8Array> {
  const bitmap = await createImageBitmap(picture);
  // A bitmap that was closed has no size any more.
  const drawn = { width: bitmap.width, height: bitmap.height };
  // Words as high as those of names, whatever the scale of the picture.
  const size = Math.max(16, Math.min(28, Math.round(drawn.width / 60)));
  const width = Math.max(drawn.width + 2 * MARGIN, size * 34);
  const used = strengthsInOrder.filter(strength => strengths.has(strength));
  const columns = Math.floor(width / (size * 0.52));
  const words = lines.filter(line => line !== '').flatMap(line => labelLines(line, columns, 100));
  const perRow = Math.max(1, Math.floor(width / (size * 17)));
  const legendRows = Math.ceil(used.length / perRow);
  const leading = Math.round(size * 1.6);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = MARGIN + drawn.height + size + (legendRows + words.length) * leading + size * 2;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw the picture on');
  context.fillStyle = paperPalette.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, Math.round((width - drawn.width) / 2), MARGIN);
  bitmap.close();
  context.font = `${size}px ${FACE}`;
  let y = MARGIN + drawn.height + 2 * size;
  used.forEach((strength, index) => {
    const x = size + (index % perRow) * size * 17;
    if (index > 0 && index % perRow === 0) y += leading;
    drawSample(context, strength, x, y - size * 0.35, size);
    context.fillStyle = paperPalette.text;
    context.fillText(legendWords(strength), x + size * 3, y);
  });
  if (legendRows > 0) y += leading;
  context.fillStyle = paperPalette.textSoft;
  for (const line of words) {
    context.fillText(line, size, y);
    y += leading;
  }
  return bytesOf(canvas);
}

function drawSample(context: CanvasRenderingContext2D, strength: Strength, x: number, y: number, size: number): void {
  const { dash, isDouble } = lineStyles[strength];
  context.strokeStyle = paperPalette.strength[strength];
  context.lineWidth = size / 8;
  context.setLineDash(dash.map(length => (length * size) / 14));
  for (const offset of isDouble ? [-size / 7, size / 7] : [0]) {
    context.beginPath();
    context.moveTo(x, y + offset);
    context.lineTo(x + size * 2.4, y + offset);
    context.stroke();
  }
  context.setLineDash([]);
}

function bytesOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(blob => {
      if (!blob) return reject(new Error('the picture could not be made'));
      blob.arrayBuffer().then(buffer => resolve(new Uint8Array(buffer)), reject);
    }, 'image/png');
  });
}
