/** A page of an exhibit as a PNG, drawn in the extractor's process. Nothing of it is kept. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { findDocument, readDocumentRange } from '../../documents/documentStore.ts';
import type { HostContext } from '../host.ts';
import { requireExhibit } from './exhibitService.ts';

/** @throws not-found, password-needed, page-not-drawn */
export async function drawPage(
  { session, tools }: HostContext,
  { exhibitId, pageIndex, maxPixels, password }: ParsedInputOf<'exhibit.draw'>,
): Promise<OutputOf<'exhibit.draw'>> {
  const { db } = session.queryContext();
  const exhibit = requireExhibit(db, exhibitId);
  const document = findDocument(db, exhibit.sha256);
  if (!document) throw new ProbatumError('not-found', { what: 'document', id: exhibit.sha256 });
  const outcome = await tools.extractor.draw({
    source: {
      sizeBytes: document.sizeBytes,
      read: (offset, length) => readDocumentRange(session.connection.readable, document, offset, length),
    },
    fileName: exhibit.fileName,
    password,
    pageIndex,
    maxPixels,
  });
  if (outcome.ok) return outcome.picture as OutputOf<'exhibit.draw'>;
  const { code, detail } = outcome.problem;
  const name = exhibitNumber(exhibit.number);
  if (code === 'password-needed' || code === 'password-wrong') throw new ProbatumError(code, { exhibit: name });
  throw new ProbatumError('page-not-drawn', { exhibit: name, pageIndex, problem: detail });
}
