/**
 * Office documents that are protected by a password: a ZIP, encrypted, in a compound file. Decrypted, it is read by the
 * extractor of what it turns out to be.
 */
import { byteReaderOver } from '../byteReader.ts';
import { openCompoundFile } from '../cfb.ts';
import { viewOf } from '../cfbSectors.ts';
import { detectType } from '../detect.ts';
import { ENCRYPTED_OFFICE } from '../detectOle.ts';
import { ExtractionFailure } from '../extractionFailure.ts';
import type { Extractor } from '../extractor.ts';
import { extractorFor } from '../extractors.ts';
import { type DocumentKey, damagedProtection, type Encryption, openAgile } from './encryptedOffice/agile.ts';
import { openStandard } from './encryptedOffice/standard.ts';
import { DEFAULT_PASSWORD } from './ole/rc4.ts';

const SIZE_BYTES = 8;
const BLOCK_BYTES = 16;

export const extractEncrypted: Extractor = async context => {
  const file = await openCompoundFile(context.source, context.warn);
  const info = file.find('EncryptionInfo');
  const content = file.find('EncryptedPackage');
  if (info === undefined || content === undefined) {
    throw new ExtractionFailure(
      'password-needed',
      'The document is protected by rights management, which opens it to certain accounts only; ask for an unprotected copy.',
    );
  }
  const { key, password } = await findKey(openEncryption(await file.read(info)), context.password);
  const packed = await file.read(content);
  const plain = await decryptPackage(packed, key);
  const source = byteReaderOver(plain);
  const detected = await detectType(source, context.fileName);
  const entry = extractorFor(detected.mediaType);
  if (entry === undefined || detected.mediaType === ENCRYPTED_OFFICE) {
    throw new ExtractionFailure(
      'unsupported-type',
      `The document was decrypted; text is not read from what is in it, which is of the type ${detected.mediaType}.`,
    );
  }
  const extract = await entry.load();
  const result = await extract({ ...context, source, detected });
  if ((await key.isIntact(packed)) === false) {
    context.warn('The document does not pass its own integrity check: it was changed after it was protected.');
  }
  return {
    ...result,
    metadata: {
      ...result.metadata,
      protection: password === DEFAULT_PASSWORD ? 'against changes, with the usual password' : 'password',
      protectedType: detected.mediaType,
    },
  };
};

function openEncryption(info: Uint8Array): Encryption {
  if (info.byteLength < SIZE_BYTES) throw damagedProtection();
  const view = viewOf(info);
  const [major, minor] = [view.getUint16(0, true), view.getUint16(2, true)];
  if (major === 4 && minor === 4) return openAgile(new TextDecoder().decode(info.subarray(SIZE_BYTES)));
  if (major >= 2 && major <= 4 && minor === 2) return openStandard(info);
  throw new ExtractionFailure(
    'password-needed',
    'The document is protected by a method that is not supported; ask for an unprotected copy.',
  );
}

/** Excel protects workbooks against changes with a password that everybody's Excel knows and tries by itself. */
async function findKey(
  encryption: Encryption,
  given: string | undefined,
): Promise<{ key: DocumentKey; password: string }> {
  for (const password of given === undefined ? [DEFAULT_PASSWORD] : [given, DEFAULT_PASSWORD]) {
    const key = await encryption.tryPassword(password);
    if (key !== null) return { key, password };
  }
  if (given === undefined) {
    throw new ExtractionFailure('password-needed', 'The document is protected; enter its password to read it.');
  }
  throw new ExtractionFailure('password-wrong', 'The password does not open this document.');
}

/** The true size stands before the data, which is filled up to whole blocks. */
async function decryptPackage(packed: Uint8Array, key: DocumentKey): Promise<Uint8Array> {
  if (packed.byteLength < SIZE_BYTES) throw damagedProtection();
  const sizeBytes = Number(viewOf(packed).getBigUint64(0, true));
  const available = packed.byteLength - SIZE_BYTES;
  if (sizeBytes > available) {
    throw new ExtractionFailure(
      'unreadable',
      `The protected document is cut short: ${available} of ${sizeBytes} bytes are there.`,
    );
  }
  const blocks = packed.subarray(SIZE_BYTES, SIZE_BYTES + available - (available % BLOCK_BYTES));
  return (await key.decrypt(blocks)).subarray(0, sizeBytes);
}
