/** An exhibit as a file of references: its format, and its text from the beginning, as often as it is asked for. */
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { detectReferences, type ReferenceFormat } from '../../../shared/domain/reference/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { findDocument, readDocumentRange } from '../../documents/documentStore.ts';
import { openByteReader } from '../../extract/byteReader.ts';
import { openDecodedStream } from '../../extract/text/encodingStream.ts';
import { currentRenditionOf, requireExhibit } from '../exhibit/index.ts';

const HEAD_CHARS = 64 * 1024;

export interface ReferenceSource {
  exhibit: Exhibit;
  format: ReferenceFormat;
  open(): AsyncIterable<string>;
}

/** @throws import-unfit */
export async function openReferences(db: ReadableDb, exhibitId: string): Promise<ReferenceSource> {
  const exhibit = requireExhibit(db, exhibitId);
  const document = findDocument(db, exhibit.sha256);
  if (!document) throw new ProbatumError('not-found', { what: 'document', id: exhibit.sha256 });
  const bytes = openByteReader(document.sizeBytes, async (offset, length) =>
    readDocumentRange(db, document, offset, length),
  );
  // A person may have chosen another encoding when the text was read.
  const stream = await openDecodedStream(bytes, currentRenditionOf(db, exhibit.sha256)?.metadata['encoding']);
  let head = '';
  for await (const piece of stream.pieces()) {
    head += piece;
    if (head.length >= HEAD_CHARS) break;
  }
  const format = head.includes('\0') ? null : detectReferences(head.slice(0, HEAD_CHARS));
  if (format !== null) return { exhibit, format, open: () => stream.pieces() };
  throw new ProbatumError('import-unfit', {
    exhibit: exhibitNumber(exhibit.number),
    problem: 'It holds no references that can be read: neither CSL-JSON, nor RIS, nor BibTeX.',
  });
}
