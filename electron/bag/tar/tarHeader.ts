/** Understands one header block, and the pax records before it, of a TAR that may be damaged or hostile. */
import { UnreadableFile } from '../bagVerdict.ts';
import { headerSum, KIND } from './tarFormat.ts';

export interface TarHeader {
  kind: (typeof KIND)[keyof typeof KIND];
  /** Undefined where it is not in UTF-8: programs cut it off within a letter where an extended header has the whole. */
  path: string | undefined;
  sizeBytes: number;
}

/** Throws where it is not a whole POSIX header; `at` is where in the TAR it stands. */
export function parseHeader(block: Buffer, at: number): TarHeader {
  if (octalField(block, 148, 8) !== headerSum(block)) {
    throw new UnreadableFile('tar-header', `has a header at byte ${at} without the checksum that it states`);
  }
  const magic = block.toString('latin1', 257, 265);
  if (magic !== 'ustar\x0000') {
    throw new UnreadableFile('tar-header', `has a header at byte ${at} that is not in the POSIX form (ustar, pax)`);
  }
  const prefix = textField(block, 345, 155);
  const name = textField(block, 0, 100);
  const path = prefix === '' || name === undefined ? name : `${prefix}/${name}`;
  const kind = Object.values(KIND).find(known => known === block.toString('latin1', 156, 157));
  if (kind === undefined) {
    throw new UnreadableFile('tar-kind', `holds ${path ?? 'something'}, which is a link or a device, not a file`);
  }
  const sizeBytes = octalField(block, 124, 12);
  if (sizeBytes === undefined) {
    throw new UnreadableFile('tar-header', `has a header at byte ${at} whose size cannot be read`);
  }
  return { kind, path, sizeBytes };
}

/** What pax records say of the next file. Others than these two (times, owners) change nothing that we use. */
export interface PaxValues {
  path?: string;
  sizeBytes?: number;
}

export function parsePax(bytes: Buffer, at: number): PaxValues {
  const values: PaxValues = {};
  const malformed = (): UnreadableFile =>
    new UnreadableFile('tar-header', `has an extended header at byte ${at} that is malformed`);
  for (let from = 0; from < bytes.length; ) {
    const digits = /^([1-9]\d{0,9}) /.exec(bytes.toString('latin1', from, from + 12))?.[1];
    const end = from + Number(digits);
    if (digits === undefined || end > bytes.length || bytes[end - 1] !== 0x0a) throw malformed();
    const record = decodeUtf8(bytes.subarray(from + digits.length + 1, end - 1));
    const equals = record?.indexOf('=') ?? -1;
    if (record === undefined || equals < 1) throw malformed();
    const [key, value] = [record.slice(0, equals), record.slice(equals + 1)];
    if (key.startsWith('GNU.sparse')) {
      throw new UnreadableFile('tar-kind', 'holds a file with holes (GNU sparse), which is not read here');
    }
    if (key === 'path') values.path = value;
    if (key === 'size') {
      if (!/^\d{1,16}$/.test(value) || !Number.isSafeInteger(Number(value))) throw malformed();
      values.sizeBytes = Number(value);
    }
    from = end;
  }
  return values;
}

/** Octal digits up to a zero byte or a space; undefined for anything else, GNU's binary numbers included. */
function octalField(block: Buffer, at: number, length: number): number | undefined {
  const match = /^ *([0-7]+)[ \0]*$/.exec(block.toString('latin1', at, at + length));
  return match ? Number.parseInt(match[1] ?? '', 8) : undefined;
}

function textField(block: Buffer, at: number, length: number): string | undefined {
  const field = block.subarray(at, at + length);
  const end = field.indexOf(0);
  return decodeUtf8(end === -1 ? field : field.subarray(0, end));
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
