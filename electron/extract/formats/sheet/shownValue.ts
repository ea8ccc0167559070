/** Numbers and dates as a spreadsheet program shows them, by the format of the cell. */
import { SSF } from '@e965/xlsx';

/** SheetJS gives its formatter no type. */
const formatter: { format(format: string | number, value: number, options: object): string } = SSF;

/**
 * Formats 14 and 22 are "a short date as this computer is set", so that nothing says how the sender saw it; they are written
 * as ISO 8601, which no reader mistakes for another day.
 */
const SHORT_DATE = 'yyyy-mm-dd';

export function showNumber(value: number, format: string | number, date1904: boolean): string {
  if (format === 'General' || format === 0) return plainNumber(value);
  try {
    const shown = format === 22 ? `${SHORT_DATE} h:mm` : format;
    return formatter.format(shown, value, { date1904, dateNF: SHORT_DATE });
  } catch {
    // A format that its own program would refuse: the bare number is true at least.
    return plainNumber(value);
  }
}

function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  try {
    return formatter.format('General', value, {});
  } catch {
    return String(value);
  }
}
