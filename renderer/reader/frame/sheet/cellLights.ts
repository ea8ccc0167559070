/** Which cells are lit, by whom and how much of their text: marks, the target, and what find has found. Pure. */
import type { PassageQuote } from '../../../../shared/domain/passage.ts';
import { areaOf, type CellArea, findArea } from '../../../../shared/domain/sheetQuote.ts';
import { cellAt } from '../../../../shared/domain/sheet.ts';
import { type Landing, landMark, landTarget, type TextSpan } from '../../landing.ts';
import type { Light } from '../text/textLights.ts';
import type { SheetPage } from './sheetPage.ts';

export interface CellLight {
  light: Light;
  /** Offsets within the cell. */
  start: number;
  end: number;
  isWhole: boolean;
}

export interface LandedCells {
  span: TextSpan;
  area: CellArea | null;
  certainty: Landing['certainty'];
}

/** Where a quote stands: as an area of cells, else as words. */
export function landOnCells(page: SheetPage, quote: PassageQuote, position: TextSpan | null): LandedCells | null {
  const near = position?.start ?? null;
  const area = findArea(page.text, quote, near);
  if (area !== null) {
    const cells = areaOf(page.text, area, quote.exact);
    return { span: area, area: cells, certainty: area.isLikely ? 'likely' : 'exact' };
  }
  const stands = position !== null && page.text.slice(position.start, position.end) === quote.exact;
  if (stands) return { span: position, area: null, certainty: 'exact' };
  const landing = landTarget(page.prepared, quote);
  return landing === null ? null : { span: landing, area: null, certainty: landing.certainty };
}

/** A mark would rather not be shown than be shown at other words. */
export function landMarkOnCells(page: SheetPage, quote: PassageQuote, position: TextSpan | null): LandedCells | null {
  const landed = landOnCells(page, quote, position);
  if (landed === null || landed.area !== null || landed.span === position) return landed;
  const span = landMark(page.prepared, quote);
  return span === null ? null : { span, area: null, certainty: 'exact' };
}

/** What is lit on one page, by row and column. */
export class PageCellLights {
  readonly #cells = new Map<string, CellLight[]>();

  add(page: SheetPage, light: Light, { span, area }: Pick<LandedCells, 'span' | 'area'>): void {
    if (area === null) this.#addWords(page, light, span);
    else this.#addArea(page, light, area);
  }

  #addArea(page: SheetPage, light: Light, area: CellArea): void {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const { length } = page.rows[row]?.[column] ?? '';
        if (length > 0) this.#put(row, column, { light, start: 0, end: length, isWhole: true });
      }
    }
  }

  #addWords(page: SheetPage, light: Light, { start, end }: TextSpan): void {
    let { row, column, start: at } = cellAt(page.text, start);
    while (at < end && row < page.rows.length) {
      const { length } = page.rows[row]?.[column] ?? '';
      const from = Math.max(0, start - at);
      const to = Math.min(length, end - at);
      if (from < to) this.#put(row, column, { light, start: from, end: to, isWhole: from === 0 && to === length });
      at += length + 1;
      column += 1;
      if (column >= (page.rows[row]?.length ?? 0)) {
        row += 1;
        column = 0;
      }
    }
  }

  #put(row: number, column: number, light: CellLight): void {
    const key = `${row} ${column}`;
    const lights = this.#cells.get(key);
    if (lights === undefined) this.#cells.set(key, [light]);
    else lights.push(light);
  }

  of(row: number, column: number): readonly CellLight[] {
    return this.#cells.get(`${row} ${column}`) ?? NONE;
  }
}

const NONE: readonly CellLight[] = [];
