/** The records of a Hangul document (HWP 5): each states its tag, its depth and its length; depth makes them a tree. */
import { viewOf } from '../../cfbSectors.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';

export interface HwpRecord {
  tag: number;
  bytes: Uint8Array;
  children: HwpRecord[];
}

const FIRST_TAG = 0x10;
export const TAG = {
  binaryData: FIRST_TAG + 2,
  distribution: FIRST_TAG + 12,
  paragraph: FIRST_TAG + 50,
  text: FIRST_TAG + 51,
  control: FIRST_TAG + 55,
  list: FIRST_TAG + 56,
  table: FIRST_TAG + 61,
  equation: FIRST_TAG + 72,
  memoList: FIRST_TAG + 77,
  trackedChange: FIRST_TAG + 80,
} as const;

const LONG_LENGTH = 0xfff;
/** A book of a thousand pages has about 200,000. */
const MAX_RECORDS = 5_000_000;

/** @param onCut called where the last record is longer than what is left */
export function parseRecords(bytes: Uint8Array, onCut: () => void): HwpRecord[] {
  const view = viewOf(bytes);
  const roots: HwpRecord[] = [];
  const open: { level: number; record: HwpRecord }[] = [];
  let count = 0;
  for (let at = 0; at + 4 <= bytes.byteLength; ) {
    const head = view.getUint32(at, true);
    const level = (head >>> 10) & 0x3ff;
    let length = head >>> 20;
    at += 4;
    if (length === LONG_LENGTH) {
      if (at + 4 > bytes.byteLength) break;
      length = view.getUint32(at, true);
      at += 4;
    }
    if (at + length > bytes.byteLength) onCut();
    const record: HwpRecord = { tag: head & 0x3ff, bytes: bytes.subarray(at, at + length), children: [] };
    at += length;
    count += 1;
    if (count > MAX_RECORDS) {
      throw new ExtractionFailure('too-large', `The document holds more than ${MAX_RECORDS} records; it was not read.`);
    }
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    (open.at(-1)?.record.children ?? roots).push(record);
    open.push({ level, record });
  }
  return roots;
}
