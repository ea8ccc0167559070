/** An SVG picture written with the calls of a canvas: only those that the map makes. */
import type { DrawContext } from './drawContext.ts';

const BASELINES: Partial<Record<CanvasTextBaseline, string>> = {
  middle: 'central',
  top: 'hanging',
  bottom: 'ideographic',
};
const ANCHORS: Partial<Record<CanvasTextAlign, string>> = { center: 'middle', right: 'end', end: 'end' };

export class SvgContext implements DrawContext {
  fillStyle: string = '#000';
  strokeStyle: string = '#000';
  lineWidth = 1;
  lineJoin: CanvasLineJoin = 'miter';
  font = '12px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  globalAlpha = 1;
  #path: string[] = [];
  #dash: number[] = [];
  #elements: string[] = [];
  readonly #width: number;
  readonly #height: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  beginPath(): void {
    this.#path = [];
  }
  closePath(): void {
    this.#path.push('Z');
  }
  moveTo(x: number, y: number): void {
    this.#path.push(`M${short(x)},${short(y)}`);
  }
  lineTo(x: number, y: number): void {
    this.#path.push(`L${short(x)},${short(y)}`);
  }
  /** Whole circles and halves: what the marks are made of. */
  arc(x: number, y: number, radius: number, start: number, end: number): void {
    const at = (angle: number) => `${short(x + radius * Math.cos(angle))},${short(y + radius * Math.sin(angle))}`;
    const middle = (start + end) / 2;
    const r = short(radius);
    this.#path.push(
      `${this.#path.length === 0 ? 'M' : 'L'}${at(start)}`,
      `A${r},${r} 0 0 1 ${at(middle)}`,
      `A${r},${r} 0 0 1 ${at(end)}`,
    );
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${short(x)},${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`);
  }
  setLineDash(segments: Iterable<number>): void {
    this.#dash = [...segments];
  }
  fill(): void {
    this.#write('path', `d="${this.#path.join('')}" fill="${escaped(this.fillStyle)}"`);
  }
  stroke(): void {
    this.#write('path', `d="${this.#path.join('')}" fill="none" ${this.#strokeWords()}`);
  }
  fillText(text: string, x: number, y: number): void {
    this.#text(text, x, y, `fill="${escaped(this.fillStyle)}"`);
  }
  strokeText(text: string, x: number, y: number): void {
    this.#text(text, x, y, `fill="none" ${this.#strokeWords()}`);
  }

  /** With a title and the words for those who do not see it. */
  finish(title: string, description: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${this.#width}" height="${this.#height}" viewBox="0 0 ${this.#width} ${this.#height}" role="img">
<title>${escaped(title)}</title>
<desc>${escaped(description)}</desc>
${this.#elements.join('\n')}
</svg>
`;
  }

  #strokeWords(): string {
    const dash = this.#dash.length > 0 ? ` stroke-dasharray="${this.#dash.map(short).join(' ')}"` : '';
    return `stroke="${escaped(this.strokeStyle)}" stroke-width="${short(this.lineWidth)}" stroke-linejoin="${this.lineJoin}"${dash}`;
  }
  #text(text: string, x: number, y: number, paint: string): void {
    const [, style = '', weight = '', size = '12', family = 'sans-serif'] =
      /^(italic )?(?:(\d{3}) )?([\d.]+)px (.*)$/.exec(this.font) ?? [];
    const words = [
      `x="${short(x)}" y="${short(y)}" font-family="${escaped(family.replaceAll('"', "'"))}" font-size="${size}"`,
      style && 'font-style="italic"',
      weight && `font-weight="${weight}"`,
      `text-anchor="${ANCHORS[this.textAlign] ?? 'start'}"`,
      BASELINES[this.textBaseline] && `dominant-baseline="${BASELINES[this.textBaseline]}"`,
      paint,
    ];
    this.#write('text', words.filter(Boolean).join(' '), escaped(text));
  }
  #write(name: string, attributes: string, content = ''): void {
    const alpha = this.globalAlpha < 1 ? ` opacity="${short(this.globalAlpha)}"` : '';
    this.#elements.push(
      content === '' ? `<${name} ${attributes}${alpha}/>` : `<${name} ${attributes}${alpha}>${content}</${name}>`,
    );
  }
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, sign => ENTITIES[sign] ?? sign);
}
