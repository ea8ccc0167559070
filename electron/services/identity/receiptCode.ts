/** A receipt's line as a QR code: its dark fields as the data of one SVG path, so that window, file and paper draw the same. */
import { encodeQR } from 'qr';

/** Fields around the code that readers need to be blank. */
const quietFields = 4;

export interface QrPicture {
  /** Fields a side, with the blank ones around. */
  size: number;
  path: string;
}

export function drawQr(line: string): QrPicture {
  const fields = encodeQR(line, 'raw', { ecc: 'medium', border: quietFields });
  const path = fields
    .flatMap((row, y) => runsOf(row).map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('');
  return { size: fields.length, path };
}

/** Neighbours in a row are drawn as one, or hairlines show between them. */
function runsOf(row: readonly boolean[]): { x: number; length: number }[] {
  const runs: { x: number; length: number }[] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last && last.x + last.length === x) last.length += 1;
    else runs.push({ x, length: 1 });
  }
  return runs;
}

/** A picture by itself, 6 units a field, black on white whatever the page behind it is. */
export function qrSvg({ size, path }: QrPicture, label: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 6}" height="${size * 6}" role="img" aria-label="${label.replace(/[&<>"]/g, '')}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>\n`;
}
