/**
 * Old Excel workbooks that are protected with a password ([MS-XLS] 2.2.10): the heads of records stay open, what is in
 * them is encrypted in blocks of 1024 bytes. The result is the same workbook without protection.
 */
import { byteReaderOver } from '../../byteReader.ts';
import { openCompoundFile, sameName } from '../../cfb.ts';
import { viewOf } from '../../cfbSectors.ts';
import { type NewCompoundEntry, writeCompoundFile } from '../../cfbWrite.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { copyEntries } from './embedded.ts';
import { decryptBlocks, openBlockCipher } from './rc4.ts';

const HEAD_BYTES = 4;
const BLOCK_BYTES = 1024;
const PROTECTION = 0x002f;
const BEGINNING = 0x0809;
/** A record on how a shared workbook is locked, which readers pass over. */
const PASSED_OVER = 0x0194;
const OBFUSCATION = 0;
/** Records that stay open as a whole. */
const OPEN_RECORDS = new Set([BEGINNING, PROTECTION, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138]);
/** Of a sheet's entry, the place where it begins stays open. */
const SHEET = 0x0085;
const SHEET_OPEN_BYTES = 4;
/** The mark of protection stands among the first few records. */
const LOOKED_AT = 16;

/** Null where the workbook is not protected. */
export async function openProtectedWorkbook(
  bytes: Uint8Array,
  password: string | undefined,
): Promise<Uint8Array | null> {
  const file = await openCompoundFile(byteReaderOver(bytes), () => {});
  const stream = file.find('Workbook') ?? file.find('Book');
  if (stream === undefined || stream.kind !== 'stream') return null;
  const secret = await file.read(stream);
  const protection = findProtection(secret);
  if (protection === null) return null;
  const view = viewOf(protection);
  if (protection.byteLength < 10 || view.getUint16(0, true) === OBFUSCATION) {
    throw new ExtractionFailure(
      'password-needed',
      'The workbook is protected by an old obfuscation that is not supported; ask for an unprotected copy.',
    );
  }
  const cipher = openBlockCipher(protection.subarray(2), password);
  const plain = decryptBlocks(cipher, secret, BLOCK_BYTES);
  for (const { type, at, length } of records(secret)) {
    const open = OPEN_RECORDS.has(type) ? length : type === SHEET ? Math.min(SHEET_OPEN_BYTES, length) : 0;
    plain.set(secret.subarray(at, at + HEAD_BYTES + open), at);
    if (type === PROTECTION) viewOf(plain).setUint16(at, PASSED_OVER, true);
  }
  const entries: NewCompoundEntry[] = (await copyEntries(file, file.root.children)).map(entry =>
    sameName(entry.name, stream.name) ? { name: entry.name, bytes: plain } : entry,
  );
  return writeCompoundFile(entries, file.root.classId);
}

function findProtection(stream: Uint8Array): Uint8Array | null {
  let looked = 0;
  for (const { type, at, length } of records(stream)) {
    if (type === PROTECTION) return stream.subarray(at + HEAD_BYTES, at + HEAD_BYTES + length);
    looked += 1;
    if (looked >= LOOKED_AT) return null;
  }
  return null;
}

function* records(stream: Uint8Array): Generator<{ type: number; at: number; length: number }> {
  const view = viewOf(stream);
  for (let at = 0; at + HEAD_BYTES <= stream.byteLength; ) {
    const length = Math.min(view.getUint16(at + 2, true), stream.byteLength - at - HEAD_BYTES);
    yield { type: view.getUint16(at, true), at, length };
    at += HEAD_BYTES + length;
  }
}
