/** The letters of the columns, which stay in sight at the top of the grid. */
import { columnName } from '../../../../shared/domain/sheet.ts';
import type { Columns } from './columns.ts';

export interface LettersLook {
  columns: Columns;
  fromColumn: number;
  toColumn: number;
  scale: number;
  headWidthPx: number;
  /** The columns in which something is selected. */
  selected: { left: number; right: number } | null;
}

export function makeLetters({ columns, fromColumn, toColumn, scale, headWidthPx, selected }: LettersLook): HTMLElement {
  const letters = document.createElement('div');
  letters.role = 'row';
  letters.className = 'sheet-letters';
  const corner = document.createElement('div');
  corner.role = 'presentation';
  corner.className = 'sheet-corner';
  corner.style.width = `${headWidthPx}px`;
  letters.append(corner);
  if (columns.isText) return letters;
  for (let column = fromColumn; column <= Math.min(toColumn, columns.count - 1); column += 1) {
    const letter = document.createElement('div');
    letter.role = 'columnheader';
    letter.className = 'sheet-letter';
    if (selected !== null && column >= selected.left && column <= selected.right) letter.classList.add('selected');
    letter.textContent = columnName(columns.firstColumn + column);
    letter.dataset.column = String(column);
    letter.style.left = `${headWidthPx + columns.left(column) * scale}px`;
    letter.style.width = `${(columns.left(column + 1) - columns.left(column)) * scale}px`;
    letters.append(letter);
  }
  return letters;
}
