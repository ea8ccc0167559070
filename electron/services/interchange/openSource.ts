/** An exhibit as something to import from: its bytes as decoded text, and what they could be imported as. */
import type { InterchangeFormat } from '../../../shared/contract/interchange.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { detectInterchange } from '../../../shared/domain/interchange/index.ts';
import { pageKindOf } from '../../../shared/domain/rendition.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { findDocument, readDocumentRange } from '../../documents/documentStore.ts';
import { type ByteReader, openByteReader } from '../../extract/byteReader.ts';
import { type DecodedStream, openDecodedStream } from '../../extract/text/encodingStream.ts';
import { currentRenditionOf, pagesOf, requireExhibit } from '../exhibit/index.ts';

const HEAD_BYTES = 64 * 1024;
const TABLE_TYPES = new Set(['text/csv', 'text/tab-separated-values']);
/** Types of text: nothing else is decoded to look for entities. */
const TEXT_TYPES = /^(?:text\/(?!html)|application\/(?:json|geo\+json|xml|vnd\.google-earth\.kml\+xml))/;

export interface ImportSource {
  exhibit: Exhibit;
  format: InterchangeFormat;
  bytes: ByteReader;
  decode(): Promise<DecodedStream>;
  /** Of the file, for what has no id beyond it. */
  scope: string;
}

/** Null where nothing of it can be imported. */
export async function openImportSource(db: ReadableDb, exhibitId: string): Promise<ImportSource | null> {
  const exhibit = requireExhibit(db, exhibitId);
  const document = findDocument(db, exhibit.sha256);
  if (!document) throw new ProbatumError('not-found', { what: 'document', id: exhibit.sha256 });
  const bytes = openByteReader(document.sizeBytes, async (offset, length) =>
    readDocumentRange(db, document, offset, length),
  );
  const rendition = currentRenditionOf(db, exhibit.sha256);
  // A person may have chosen another encoding when the text was read.
  const encoding = rendition?.metadata['encoding'];
  const format = await formatOf(db, exhibit, bytes);
  if (format === null) return null;
  const decode = () => openDecodedStream(bytes, encoding);
  return { exhibit, format, bytes, decode, scope: exhibit.sha256.slice(0, 24) };
}

async function formatOf(db: ReadableDb, exhibit: Exhibit, bytes: ByteReader): Promise<InterchangeFormat | null> {
  const { mediaType, renditionId } = exhibit;
  if (TABLE_TYPES.has(mediaType)) return 'csv';
  if (TEXT_TYPES.test(mediaType)) {
    const head = new TextDecoder().decode(await bytes.read(0, HEAD_BYTES));
    const found = detectInterchange(mediaType, head);
    if (found !== null) return found;
  }
  if (pageKindOf(mediaType) !== 'sheet' || renditionId === null) return null;
  return isWorkbook(mediaType) && pagesOf(db, renditionId, 0, 50).some(({ sheet }) => sheet !== null) ? 'xlsx' : null;
}

/** Archives and maps are listed as sheets too; what they list are no rows of theirs. */
function isWorkbook(mediaType: string): boolean {
  return /spreadsheet|excel/.test(mediaType);
}

/** @throws import-unfit */
export async function requireImportSource(db: ReadableDb, exhibitId: string): Promise<ImportSource> {
  const source = await openImportSource(db, exhibitId);
  if (source) return source;
  const { number } = requireExhibit(db, exhibitId);
  throw new ProbatumError('import-unfit', { exhibit: exhibitNumber(number), problem: UNFIT_SENTENCE });
}

export const UNFIT_SENTENCE =
  'It holds no table, no FollowTheMoney entities, no graph (GraphML, GEXF), no map (GeoJSON, KML) and no STIX bundle that can be read.';
