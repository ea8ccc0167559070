/** Opens the streams of a PowerPoint document, decrypts them if need be, and hands out its objects by their number. */
import type { CompoundFile } from '../../cfb.ts';
import { viewOf } from '../../cfbSectors.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { type BlockCipher, openBlockCipher } from '../ole/rc4.ts';
import { readPersistDirectory } from './persist.ts';
import { type PptRecord, RECORD, recordAt } from './records.ts';

export interface Presentation {
  /** Null where the document's directory is broken; `stream` may still hold words. */
  document: PptRecord | null;
  stream: Uint8Array;
  objects(): Generator<{ id: number; record: PptRecord }>;
  object(id: number): PptRecord | null;
}

const RECORD_HEAD_BYTES = 8;
const ENCRYPTED_TOKEN = 0xf3d1c4df;

export async function openPresentation(file: CompoundFile, password: string | undefined): Promise<Presentation> {
  const part = file.find('PowerPoint Document') ?? file.find('PP97_DUALSTORAGE', 'PowerPoint Document');
  if (part === undefined) {
    throw new ExtractionFailure(
      'unsupported-type',
      'Text is not read from presentations of PowerPoint 95 and earlier yet; the bytes are kept.',
    );
  }
  const userPart = file.find('Current User') ?? file.find('PP97_DUALSTORAGE', 'Current User');
  const stream = await file.read(part);
  const user = userPart === undefined ? new Uint8Array(0) : await file.read(userPart);
  const directory = readPersistDirectory(user, stream);
  const isEncrypted = user.byteLength >= 16 && viewOf(user).getUint32(12, true) === ENCRYPTED_TOKEN;
  const cipher = openCipher();

  function openCipher(): BlockCipher | null {
    if (directory === null || directory.encryptionId === 0) {
      if (isEncrypted) throw new ExtractionFailure('unreadable', 'The presentation is protected and damaged.');
      return null;
    }
    const session = recordAt(stream, directory.offsets.get(directory.encryptionId) ?? -1);
    if (session === null || session.type !== RECORD.encryption) {
      throw new ExtractionFailure('unreadable', 'The presentation is protected and damaged.');
    }
    return openBlockCipher(session.bytes, password);
  }

  function object(id: number): PptRecord | null {
    const at = directory?.offsets.get(id);
    if (at === undefined) return null;
    if (cipher === null || id === directory?.encryptionId) return recordAt(stream, at);
    // Each object is a block of its own, its head included.
    const head = cipher.decryptBlock(stream.subarray(at, at + RECORD_HEAD_BYTES), id);
    if (head.byteLength < RECORD_HEAD_BYTES) return null;
    const bytes = RECORD_HEAD_BYTES + viewOf(head).getUint32(4, true);
    return recordAt(cipher.decryptBlock(stream.subarray(at, at + bytes), id), 0);
  }

  const document = directory === null ? null : object(directory.documentId);
  return {
    document: document?.type === RECORD.document ? document : null,
    stream,
    object,
    *objects() {
      const seen = new Set<number>();
      for (const [id, at] of directory?.offsets ?? []) {
        // A thousand numbers for one object would make a thousand parts of it.
        if (seen.has(at)) continue;
        seen.add(at);
        const record = object(id);
        if (record !== null) yield { id, record };
      }
    },
  };
}
