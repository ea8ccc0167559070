/** How wide the columns of a sheet are, and how high its rows: estimated from their text, so that nothing has to be drawn first. */

/** In CSS pixels at 100 %. */
export const LINE_PX = 18;
export const CELL_PADDING_X = 8;
const CELL_PADDING_Y = 3;
const MIN_WIDTH = 48;
const USUAL_MAX_WIDTH = 320;
const MAX_WIDTH = 640;
/** What is longer is cut off in the grid; the bar above it shows the whole cell. */
const MAX_LINES = 4;
const MAX_TEXT_LINES = 400;
const TEXT_WIDTH = 720;
/** Headings are bold, and values further down a little longer than those of the first page. */
const SLACK = 1.12;
/** Longer texts fill any column. */
const MEASURED_CHARS = 2_000;

/** Columns side by side that several pages of a sheet share. */
export class Columns {
  /** In the sheet, counted from 0. */
  readonly firstColumn: number;
  readonly isText: boolean;
  readonly #lefts: number[] = [0];

  constructor(firstColumn: number, isText: boolean) {
    this.firstColumn = firstColumn;
    this.isText = isText;
  }

  get count(): number {
    return this.#lefts.length - 1;
  }

  get width(): number {
    return this.left(this.count);
  }

  /** Columns that are known keep their width, so that nothing moves while one reads. */
  learn(rows: readonly (readonly string[])[], roomPx: number): void {
    const count = Math.max(...rows.map(cells => cells.length));
    const widths: number[] = [];
    for (let column = this.count; column < count; column += 1)
      widths.push(this.isText ? TEXT_WIDTH : widestOf(rows, column));
    const most = this.isText ? TEXT_WIDTH : mostThatFits(widths, roomPx - this.width);
    for (const width of widths) this.#lefts.push(this.left(this.count) + Math.min(most, width));
  }

  left(column: number): number {
    return this.#lefts[Math.max(0, Math.min(column, this.count))] ?? 0;
  }

  /** The column under a place; the nearest one beyond either end. */
  at(x: number): number {
    const found = this.#lefts.findIndex(left => left > x);
    return Math.max(0, Math.min(this.count - 1, found < 0 ? this.count - 1 : found - 1));
  }
}

/** Long texts take what room there is, as long as all columns are in sight. */
function mostThatFits(widths: readonly number[], roomPx: number): number {
  for (let most = MAX_WIDTH; most > USUAL_MAX_WIDTH; most -= 40)
    if (widths.reduce((sum, width) => sum + Math.min(most, width), 0) <= roomPx) return most;
  return USUAL_MAX_WIDTH;
}

function widestOf(rows: readonly (readonly string[])[], column: number): number {
  let widest = MIN_WIDTH;
  for (const cells of rows) {
    const cell = cells[column] ?? '';
    if (cell === '') continue;
    const longest = Math.max(...linesIn(cell).map(textWidth));
    widest = Math.max(widest, Math.ceil(longest * SLACK) + 2 * CELL_PADDING_X + 1);
    if (widest >= MAX_WIDTH) return MAX_WIDTH;
  }
  return widest;
}

/** Where each row begins, from 0; one more than there are rows, the last being the height of all. */
export function rowTops(rows: readonly (readonly string[])[], columns: Columns): number[] {
  const tops = [0];
  let top = 0;
  for (const cells of rows) {
    top += rowHeight(cells, columns);
    tops.push(top);
  }
  return tops;
}

function rowHeight(cells: readonly string[], columns: Columns): number {
  const most = columns.isText ? MAX_TEXT_LINES : MAX_LINES;
  let lines = 1;
  for (const [column, cell] of cells.entries()) {
    // Subtle: one character that takes all of a line is the widest; so few never wrap.
    if (cell.length < 3 || lines === most) continue;
    const room = columns.left(column + 1) - columns.left(column) - 2 * CELL_PADDING_X;
    let wanted = 0;
    for (const line of linesIn(cell)) wanted += linesOf(textWidth(line) / room);
    lines = Math.max(lines, Math.min(most, wanted));
  }
  return lines * LINE_PX + 2 * CELL_PADDING_Y;
}

/** Words do not fill a line to its end. */
function linesOf(widths: number): number {
  return widths <= 1 ? 1 : Math.ceil(widths * 1.06);
}

function linesIn(cell: string): string[] {
  return cell.slice(0, MEASURED_CHARS * 20).split('\u2028');
}

/** A little more than the face in use needs at 13 px: too much room costs a line, too little costs words. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text.length > MEASURED_CHARS ? text.slice(0, MEASURED_CHARS) : text) width += signWidth(sign);
  return text.length > MEASURED_CHARS ? (width * text.length) / MEASURED_CHARS : width;
}

function signWidth(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x1100 && (code < 0x1200 || (code >= 0x2e80 && code < 0xd7b0) || code >= 0xf900)) return 13;
  if (sign === ' ' || sign === '.' || sign === ',' || sign === 'i' || sign === 'l') return 3.6;
  return (code >= 65 && code <= 90) || code > 0x250 ? 8.2 : 6.9;
}
