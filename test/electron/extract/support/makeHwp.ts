/** Writes small Hangul documents (HWP 5) by the published format. */
import { createCipheriv } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { type NewCompoundEntry, writeCompoundFile } from '../../../../electron/extract/cfbWrite.ts';
import { keyOf } from '../../../../electron/extract/formats/hwp/distribution.ts';
import { concat, short, wide, word } from './makeDoc.ts';

export const HWP_FLAG = { packed: 1, password: 2, distribution: 4, script: 8 } as const;

export function hwpRecord(tag: number, level: number, bytes: Uint8Array): Uint8Array {
  const isLong = bytes.byteLength >= 0xfff;
  const head = word((tag | (level << 10) | ((isLong ? 0xfff : bytes.byteLength) << 20)) >>> 0);
  return isLong ? concat([head, word(bytes.byteLength), bytes]) : concat([head, bytes]);
}

/** @param text plain text and the results of `hwpControl` */
export function hwpParagraph(level: number, text: string, { breaksPage = false } = {}): Uint8Array {
  const header = concat([word(text.length + 1), word(0), short(0), Uint8Array.of(0, breaksPage ? 4 : 0)]);
  return concat([hwpRecord(0x42, level, header), hwpRecord(0x43, level + 1, wide(`${text}\r`))]);
}

/** The eight characters that stand for a control in the text. */
export function hwpControl(code: number): string {
  const sign = String.fromCharCode(code);
  return `${sign}${'\u4e00'.repeat(6)}${sign}`;
}

export function hwpControlRecord(level: number, name: string, rest: Uint8Array = new Uint8Array(0)): Uint8Array {
  const letters = Uint8Array.from([...name].reverse(), letter => letter.charCodeAt(0));
  return hwpRecord(0x47, level, concat([letters, rest]));
}

export function hwpCell(level: number, row: number, column: number): Uint8Array {
  return hwpRecord(0x48, level, concat([short(1), new Uint8Array(6), short(column), short(row), short(1), short(1)]));
}

export const hwpList = (level: number) => hwpRecord(0x48, level, new Uint8Array(8));

export interface HwpMaking {
  flags?: number;
  docInfo?: Uint8Array;
  more?: NewCompoundEntry[];
}

export function makeHwp(
  sections: Uint8Array[],
  { flags = HWP_FLAG.packed, docInfo = new Uint8Array(0), more = [] }: HwpMaking = {},
): Uint8Array {
  const signature = new Uint8Array(32);
  signature.set(new TextEncoder().encode('HWP Document File'));
  const header = concat([signature, Uint8Array.of(0, 3, 0, 5), word(flags), new Uint8Array(216)]);
  const pack = (bytes: Uint8Array) => ((flags & HWP_FLAG.packed) !== 0 ? new Uint8Array(deflateRawSync(bytes)) : bytes);
  const isForDistribution = (flags & HWP_FLAG.distribution) !== 0;
  return writeCompoundFile([
    { name: 'FileHeader', bytes: header },
    { name: 'DocInfo', bytes: pack(docInfo) },
    {
      name: isForDistribution ? 'ViewText' : 'BodyText',
      children: sections.map((bytes, index) => ({
        name: `Section${index}`,
        bytes: isForDistribution ? distribute(pack(bytes)) : pack(bytes),
      })),
    },
    ...more,
  ]);
}

function distribute(bytes: Uint8Array): Uint8Array {
  const seeded = Uint8Array.from({ length: 256 }, (_, at) => (at * 7 + 3) & 255);
  const cipher = createCipheriv('aes-128-ecb', keyOf(seeded), null).setAutoPadding(false);
  const padded = concat([bytes, new Uint8Array((16 - (bytes.byteLength % 16)) % 16)]);
  return concat([hwpRecord(0x1c, 0, seeded), cipher.update(padded), cipher.final()]);
}
