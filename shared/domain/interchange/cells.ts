/**
 * Cells of tables. A cell that begins like a formula is marked as text by an apostrophe, as spreadsheet programs do it, so that
 * nothing that a stranger wrote runs when the table is opened; reading takes the apostrophe away. Several values in one cell
 * are parted by `; `, and a semicolon within a value is doubled, so that the cell can be taken apart again.
 */

const FORMULA = /^'*[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

export function guardCell(text: string): string {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

export function unguardCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

export function joinValues(values: readonly string[]): string {
  return values.map(value => value.replaceAll(';', ';;')).join('; ');
}

export function splitValues(cell: string): string[] {
  const values: string[] = [];
  let value = '';
  for (let at = 0; at < cell.length; at += 1) {
    if (cell[at] !== ';') value += cell[at];
    else if (cell[at + 1] === ';') {
      value += ';';
      at += 1;
    } else {
      values.push(value);
      value = '';
      if (cell[at + 1] === ' ') at += 1;
    }
  }
  return [...values, value].filter(one => one !== '');
}

/** One row of CSV (RFC 4180). */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell => csvCell(guardCell(cell))).join(',')}\r\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
