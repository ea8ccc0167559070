/** Which row of a table names its columns, and by which names they are called from then on. */
import { columnName } from '../sheet.ts';

/** Banners and dates of a report stand above the headings, not more than this. */
const MOST_ROWS_ABOVE = 15;

/** The first of the upper rows that fills at least two thirds of the cells that the fullest of them fills; counted from 0. */
export function headingRowOf(rows: readonly (readonly string[])[]): number {
  const filled = rows.slice(0, MOST_ROWS_ABOVE).map(row => row.filter(cell => cell.trim() !== '').length);
  const most = Math.max(0, ...filled);
  const found = filled.findIndex(count => count > 0 && count * 3 >= most * 2);
  return Math.max(0, found);
}

/** Each name once: a column without one is called by its letter, a second of the same name gets a number. */
export function uniqueHeadings(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, column) => {
    const plain = cell.replace(/\s+/gu, ' ').trim() || `Column ${columnName(column)}`;
    let name = plain;
    for (let count = 2; taken.has(name); count += 1) name = `${plain} (${count})`;
    taken.add(name);
    return name;
  });
}
