/** The table as CSV (RFC 4180), with the dates as they stand beside their words. Pure. */
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import { COLUMNS, rowOf } from './timelineData.ts';

/** Excel takes a file for UTF-8 only with it. */
const BYTE_ORDER_MARK = '\ufeff';

export function timelineCsv(
  items: readonly TimelineItem[],
  nameOf: (id: EntityId) => string,
  withPyongyang: boolean,
): Uint8Array {
  const lines = [
    ['From (EDTF)', 'To (EDTF)', ...COLUMNS],
    ...items.map(item => [item.fromOn ?? '..', item.toOn ?? '..', ...rowOf(item, nameOf, withPyongyang)]),
  ];
  const text = lines.map(cells => cells.map(cell).join(',')).join('\r\n');
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`);
}

/** A spreadsheet runs what begins like a formula; what comes out of exhibits must stay words. */
function cell(words: string): string {
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
