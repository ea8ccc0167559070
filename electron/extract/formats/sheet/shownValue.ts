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

const ISO_TIME = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?)?$/;
const DAY_MS = 86_400_000;
/** The first day that serial numbers count right: before it, they count a 29 February 1900. */
const FIRST_RIGHT_DAY = 61;

/** A time that the file writes as ISO 8601; without a format it stays so. */
export function showDate(iso: string, format: string | number): string {
  const parts = ISO_TIME.exec(iso);
  if (parts === null) return iso;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(part => Number(part ?? 0));
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) + Number(parts[7] ?? 0) * 1000;
  const days = (at - Date.UTC(1899, 11, 30)) / DAY_MS;
  if (format === 'General' || days < 0) return iso.replace(/T00:00(?::00(?:\.0+)?)?$/, '').replace(/\.0+$/, '');
  return showNumber(days < FIRST_RIGHT_DAY && days >= 1 ? days - 1 : days, format, false);
}

function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  try {
    return formatter.format('General', value, {});
  } catch {
    return String(value);
  }
}
