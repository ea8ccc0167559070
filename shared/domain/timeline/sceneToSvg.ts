/** A scene as an SVG file: words stay words, colours are given, and the same scene gives the same bytes. */
import type { Ink, MarkShape, Shape } from './scene.ts';

export interface SvgOptions {
  width: number;
  height: number;
  colours: Readonly<Record<Ink, string>>;
  /** Read out in place of the picture. */
  title: string;
  description: string;
}

export function sceneToSvg(
  shapes: readonly Shape[],
  { width, height, colours, title, description }: SvgOptions,
): string {
  const gradients: string[] = [];
  const body = shapes.map(shape => toSvg(shape, colours, gradients)).join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}" role="img" font-family="'Source Sans 3', 'Noto Sans', 'Noto Sans KR', sans-serif">`,
    `<title>${text(title)}</title>`,
    `<desc>${text(description)}</desc>`,
    ...(gradients.length > 0 ? [`<defs>\n${gradients.join('\n')}\n</defs>`] : []),
    body,
    '</svg>\n',
  ].join('\n');
}

function toSvg(shape: Shape, colours: SvgOptions['colours'], gradients: string[]): string {
  const colour = colours[shape.ink];
  switch (shape.kind) {
    case 'fill':
      return `<rect ${box(shape)} fill="${colour}"/>`;
    case 'frame':
      return `<rect ${box(shape)} rx="3" fill="none" stroke="${colour}" stroke-width="2"/>`;
    case 'line':
      return `<line x1="${number(shape.x1)}" y1="${number(shape.y1)}" x2="${number(shape.x2)}" y2="${number(shape.y2)}" stroke="${colour}" stroke-width="${shape.width ?? 1}"${shape.dash ? ` stroke-dasharray="${shape.dash.join(' ')}"` : ''}/>`;
    case 'text':
      return `<text x="${number(shape.x)}" y="${number(shape.y)}" font-size="${shape.size}" fill="${colour}"${shape.anchor && shape.anchor !== 'start' ? ` text-anchor="${shape.anchor}"` : ''}${shape.bold ? ' font-weight="600"' : ''}>${text(shape.words)}</text>`;
    case 'bar': {
      const id = `bar-${gradients.length + 1}`;
      const stops = shape.stops
        .map(
          ({ at, density }) =>
            `<stop offset="${number(at)}" stop-color="${colour}" stop-opacity="${number(density)}"/>`,
        )
        .join('');
      gradients.push(`<linearGradient id="${id}">${stops}</linearGradient>`);
      return `<rect ${box(shape)} rx="3" fill="url(#${id})"/>`;
    }
    case 'arrow': {
      const back = shape.to === 'left' ? 6 : -6;
      return `<path d="M${number(shape.x + back)} ${number(shape.y - 4)}L${number(shape.x)} ${number(shape.y)}L${number(shape.x + back)} ${number(shape.y + 4)}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
    }
    case 'mark':
      return mark(shape.shape, shape.x, shape.y, colour, colours.ground);
  }
}

function mark(shape: MarkShape, cx: number, cy: number, colour: string, ground: string): string {
  const [x, y] = [number(cx), number(cy)];
  const outline = `fill="${ground}" stroke="${colour}" stroke-width="1.6"`;
  switch (shape) {
    case 'confirmed':
      return `<circle cx="${x}" cy="${y}" r="5" fill="${colour}"/>`;
    case 'probable':
      return `<circle cx="${x}" cy="${y}" r="5" ${outline}/><path d="M${x} ${number(cy - 5)}A5 5 0 0 0 ${x} ${number(cy + 5)}Z" fill="${colour}"/>`;
    case 'possible':
      return `<circle cx="${x}" cy="${y}" r="5" ${outline}/>`;
    case 'uncited':
      return `<circle cx="${x}" cy="${y}" r="5" ${outline} stroke-dasharray="2 2"/>`;
    case 'contested':
      return `<path d="M${x} ${number(cy - 6)}L${number(cx + 6)} ${y}L${x} ${number(cy + 6)}L${number(cx - 6)} ${y}Z" ${outline}/>`;
    case 'exhibit':
      return `<rect x="${number(cx - 4)}" y="${number(cy - 5)}" width="8" height="10" ${outline}/>`;
  }
}

function box({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  return `x="${number(x)}" y="${number(y)}" width="${number(Math.max(0, width))}" height="${number(Math.max(0, height))}"`;
}

/** Hundredths of a pixel are enough, and keep the bytes alike on every machine. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control signs have no place in XML; what came from a document may hold some. */
function text(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, sign => ENTITIES[sign] ?? sign);
}
