/**
 * The records of a TAR as bytes: POSIX ustar, with pax headers where a name or a size needs one (IEEE Std 1003.1, "pax
 * Interchange Format"). Written in one fixed way, so that the same content makes the same bytes.
 */

export const BLOCK_BYTES = 512;
/** The end of a TAR: two blocks of zeros. */
export const END_BYTES = 2 * BLOCK_BYTES;

export const KIND = { file: '0', oldFile: '\0', folder: '5', pax: 'x', globalPax: 'g' } as const;

/** 1 January 1980, 00:00 UTC, as in our ZIPs; at 1970 some programs warn of an implausible time. */
const FIXED_TIME_SECONDS = 315_532_800;
/** A file that its owner may write and everybody may read. */
const FILE_MODE = 0o644;
/** Eleven octal digits. */
const MAX_USTAR_SIZE = 8 ** 11 - 1;
const NAME_BYTES = 100;

/** All that stands before the bytes of a file. */
export function fileHeader(path: string, sizeBytes: number): Buffer {
  const records: string[] = [];
  if (!fitsUstar(path)) records.push(paxRecord('path', path));
  if (sizeBytes > MAX_USTAR_SIZE) records.push(paxRecord('size', String(sizeBytes)));
  const header = block(shortName(path), sizeBytes > MAX_USTAR_SIZE ? 0 : sizeBytes, KIND.file);
  if (records.length === 0) return header;
  const pax = Buffer.from(records.join(''), 'utf8');
  return Buffer.concat([block('PaxHeader', pax.length, KIND.pax), pax, padding(pax.length), header]);
}

/** Zeros up to the next block. */
export function padding(sizeBytes: number): Buffer {
  return Buffer.alloc(paddingBytes(sizeBytes));
}

export function paddingBytes(sizeBytes: number): number {
  return (BLOCK_BYTES - (sizeBytes % BLOCK_BYTES)) % BLOCK_BYTES;
}

/** The sum of all bytes of a header, its own eight counted as spaces. */
export function headerSum(header: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < BLOCK_BYTES; at += 1) sum += at >= 148 && at < 156 ? 0x20 : (header[at] ?? 0);
  return sum;
}

function fitsUstar(path: string): boolean {
  return path.length <= NAME_BYTES && /^[\x20-\x7e]*$/.test(path);
}

/** What a program shows that knows no pax: the end of the path, for that is where names differ. */
function shortName(path: string): string {
  if (fitsUstar(path)) return path;
  const ascii = path.replace(/[^\x20-\x7e]/g, '_').slice(-NAME_BYTES);
  return ascii.slice(ascii.length < path.length ? ascii.indexOf('/') + 1 : 0) || '_';
}

/** "LENGTH key=value\n", where the length counts itself. */
function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + String(rest).length;
  if (rest + String(length).length > length) length += 1;
  return `${length} ${key}=${value}\n`;
}

function block(name: string, sizeBytes: number, kind: string): Buffer {
  const header = Buffer.alloc(BLOCK_BYTES);
  header.write(name, 0, NAME_BYTES, 'latin1');
  header.write(octal(FILE_MODE, 7), 100, 'latin1');
  header.write(octal(0, 7), 108, 'latin1');
  header.write(octal(0, 7), 116, 'latin1');
  header.write(octal(sizeBytes, 11), 124, 'latin1');
  header.write(octal(FIXED_TIME_SECONDS, 11), 136, 'latin1');
  header.write(kind, 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(octal(0, 7), 329, 'latin1');
  header.write(octal(0, 7), 337, 'latin1');
  header.write(`${octal(headerSum(header), 6)}\0 `, 148, 'latin1');
  return header;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}
