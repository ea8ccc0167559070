/** The grid's plain parts: strips across it, lines between its columns, and keeping elements in order. */
import type { Columns } from './columns.ts';
import type { ColumnRange, GridGeometry } from './gridGeometry.ts';

export function makePart(className: string): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

/** Across the whole sheet, at a height of the layout. */
export function makeStrip(
  className: string,
  geometry: GridGeometry,
  top: number,
  height: number,
  words = '',
): HTMLElement {
  const strip = makePart(className);
  strip.style.top = `${geometry.pxOf(top)}px`;
  strip.style.height = `${height * geometry.scale}px`;
  if (words !== '') {
    const text = document.createElement('span');
    text.textContent = words;
    strip.append(text);
  }
  return strip;
}

export function makeLines(
  geometry: GridGeometry,
  columns: Columns,
  { fromColumn, toColumn }: ColumnRange,
  top: number,
  height: number,
): HTMLElement {
  const lines = makeStrip('sheet-lines', geometry, top, height);
  if (columns.isText) return lines;
  for (let column = fromColumn; column <= Math.min(toColumn, columns.count - 1); column += 1) {
    const line = makePart('sheet-line');
    line.style.left = `${geometry.headWidth + columns.left(column + 1) * geometry.scale - 1}px`;
    lines.append(line);
  }
  return lines;
}

/** Elements that stay are not touched: what has the focus keeps it. */
export function putInOrder(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  const kept = new Set<Node>(wanted);
  for (const child of [...parent.childNodes]) if (!kept.has(child)) child.remove();
  let next = parent.firstChild;
  for (const element of wanted) {
    if (element === next) next = next.nextSibling;
    else parent.insertBefore(element, next);
  }
}
