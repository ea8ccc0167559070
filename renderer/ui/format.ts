/** Numbers as people read them: grouped, with units; thin spaces hold number and unit together. */

const grouped = new Intl.NumberFormat('en-GB');
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export function formatCount(count: number): string {
  return grouped.format(count);
}

/** `1 exhibit`, `1,204 exhibits`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** Decimal units, as file managers and vendors print them. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let at = 0;
  while (value >= 999.5 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  return `${at === 0 || value >= 100 ? grouped.format(Math.round(value)) : oneDecimal.format(value)}\u202f${units[at]}`;
}
