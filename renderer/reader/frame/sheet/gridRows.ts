/** One row of the grid as elements: its number, the cells that hold something, and the tabs of passages that begin in it. */
import type { FrameMark } from '../../frameMessages.ts';
import { readLayer } from '../layerText.ts';
import { marginTabs } from '../marks/marginTabs.ts';
import { PageLights } from '../text/textLights.ts';
import { textLanguage } from '../text/textLanguage.ts';
import type { CellLight, PageCellLights } from './cellLights.ts';
import type { Columns } from './columns.ts';
import type { SheetPage } from './sheetPage.ts';

export interface RowLook {
  columns: Columns;
  /** The columns in view, the last one included. */
  fromColumn: number;
  toColumn: number;
  scale: number;
  headWidthPx: number;
  height: number;
  lights: PageCellLights | null;
  marks: readonly FrameMark[];
  languages: readonly string[];
  onMark(passageId: string): void;
}

export interface RowElement {
  element: HTMLElement;
  lights: PageLights;
}

/** A cell is cut off after four lines; more of it than this is never seen in the grid. */
const MAX_CHARS = 2_000;

/** So few always fit into the narrowest column. */
const SHORT_CHARS = 4;

/** Says of cells that do not fit that there is more of them; wants the rows to be in the document. */
export function noteWhatIsCut(rows: readonly RowElement[]): void {
  const long = rows.flatMap(({ element }) => [...element.querySelectorAll('.sheet-cell[data-long]')]);
  // All are measured before any is changed: the browser lays out once.
  const cut = long.filter(cell => cell.scrollHeight > cell.clientHeight + 2);
  for (const cell of cut) cell.classList.add('cut');
}

export function makeRow(page: SheetPage, row: number, look: RowLook): RowElement {
  const element = document.createElement('div');
  element.role = 'row';
  element.className = look.columns.isText ? 'sheet-row running-text' : 'sheet-row';
  element.style.height = `${look.height * look.scale}px`;
  element.append(rowNumber(page, row, look.headWidthPx));
  const lights = new PageLights();
  const cells = page.rows[row] ?? [];
  for (let column = look.fromColumn; column <= Math.min(look.toColumn, cells.length - 1); column += 1) {
    const text = cells[column] ?? '';
    if (text === '') continue;
    const cell = makeCell(text, column, look);
    element.append(cell);
    for (const light of look.lights?.of(row, column) ?? []) lightCell(cell, light, lights);
  }
  if (look.marks.length > 0) element.append(tabsOf(look));
  return { element, lights };
}

function rowNumber({ place }: SheetPage, row: number, widthPx: number): HTMLElement {
  const number = document.createElement('div');
  number.role = 'rowheader';
  number.className = 'row-number';
  number.style.width = `${widthPx}px`;
  number.textContent = place === null ? '' : String(place.firstRow + row + 1);
  if (place === null) number.ariaLabel = `Line ${row + 1}`;
  return number;
}

const NUMBER = /^[-+−(]?[\p{Sc}\s]*\d[\d\s.,'’]*(?:[eE][-+]?\d+)?\)?\s*[%\p{Sc}]?$/u;

function makeCell(text: string, column: number, { columns, scale, headWidthPx, languages }: RowLook): HTMLElement {
  const cell = document.createElement('div');
  cell.role = 'gridcell';
  cell.className = NUMBER.test(text) ? 'sheet-cell number' : 'sheet-cell';
  cell.ariaColIndex = String(columns.firstColumn + column + 1);
  cell.style.left = `${headWidthPx + columns.left(column) * scale}px`;
  cell.style.width = `${(columns.left(column + 1) - columns.left(column)) * scale}px`;
  // Only where it matters: Han characters look different in each of their languages.
  const lang = /[^\u0000-\u024f]/.test(text) ? textLanguage(text, languages) : undefined;
  if (lang !== undefined) cell.lang = lang;
  cell.dir = 'auto';
  if (text.length > SHORT_CHARS || text.includes('\u2028')) cell.dataset.long = '';
  // A line break inside a cell; as many characters, so that offsets stay true.
  cell.textContent = text.slice(0, MAX_CHARS).replaceAll('\u2028', '\n');
  return cell;
}

export function lightCell(cell: HTMLElement, { light, start, end, isWhole }: CellLight, lights: PageLights): void {
  if (isWhole) cell.dataset.lit = light;
  lights.add(light, readLayer(cell), { start, end });
}

function tabsOf({ marks, onMark }: RowLook): HTMLElement {
  const holder = document.createElement('div');
  holder.role = 'gridcell';
  holder.className = 'row-tabs';
  holder.append(
    marginTabs(
      marks,
      marks.map(() => 0),
      onMark,
    ),
  );
  return holder;
}
