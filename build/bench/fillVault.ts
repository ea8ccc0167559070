/**
 * Puts generated exhibits into a vault by the services' own functions, as an admission does after its extractor has read
 * them. The documents' bytes are a line of text: they play no part in what is measured here.
 */
import { createHash } from 'node:crypto';
import type { Core } from '../../electron/core.ts';
import { findDocument, insertChunk, insertDocument, newBlob } from '../../electron/documents/documentSql.ts';
import type { CommandContext } from '../../electron/services/context.ts';
import { admitDocument } from '../../electron/services/admission/admitDocument.ts';
import { setReading } from '../../electron/services/exhibit/exhibitSql.ts';
import { beginRendition, finishRendition, insertPages } from '../../electron/services/exhibit/renditionSql.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import type { ExtractionSummary } from '../../shared/domain/extraction.ts';
import { Sha256 } from '../../shared/kernel/digest.ts';
import type { CaseId, ExhibitId, SourceId } from '../../shared/kernel/ids.ts';

export const sourceNames = ['Port authority', 'Shipping register', 'Press agency', 'Bank'];
/** As many as an ordinary document has, so that the index is written in pieces of the usual size. */
const pagesPerTransaction = 25;
const mediaTypes = ['application/pdf', 'application/pdf', 'application/pdf', 'message/rfc822', 'text/html'];
const sourceDraft = {
  kind: 'other',
  reliability: 'B',
  originIds: [],
  confidential: false,
  codeName: null,
  note: '',
} satisfies Omit<InputOf<'source.create'>, 'name'>;
const engine = { engine: 'generated', engineVersion: '1' };

export interface Filled {
  exhibitIds: ExhibitId[];
  seconds: number;
}

/** `pagesOf` answers the texts of an exhibit's pages. */
export async function fillVault(
  core: Core,
  caseId: CaseId,
  exhibits: number,
  pagesOf: (exhibit: number) => readonly string[],
): Promise<Filled> {
  const started = performance.now();
  const sources: SourceId[] = [];
  for (const name of sourceNames)
    sources.push((await core.dispatcher.run('source.create', { ...sourceDraft, name })).id);
  const exhibitIds: ExhibitId[] = [];
  while (exhibitIds.length < exhibits) {
    core.session.write(ctx => {
      for (let pages = 0; pages < pagesPerTransaction && exhibitIds.length < exhibits; ) {
        const exhibit = exhibitIds.length;
        const texts = pagesOf(exhibit);
        exhibitIds.push(putExhibit(ctx, caseId, exhibit, texts, sources[exhibit % sources.length] ?? null));
        pages += texts.length;
      }
    });
  }
  return { exhibitIds, seconds: (performance.now() - started) / 1000 };
}

function putExhibit(
  ctx: CommandContext,
  caseId: CaseId,
  exhibit: number,
  texts: readonly string[],
  sourceId: SourceId | null,
): ExhibitId {
  const { db } = ctx;
  const fileName = `generated-${String(exhibit + 1).padStart(6, '0')}.pdf`;
  const bytes = Buffer.from(`${fileName} (exercise)`);
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
  const mediaType = mediaTypes[exhibit % mediaTypes.length] ?? 'application/pdf';
  if (!findDocument(db, sha256)) {
    const blobId = newBlob(db);
    insertChunk(db, blobId, 0, bytes);
    insertDocument(db, { sha256, blobId, sizeBytes: bytes.length, mediaType, storedAt: ctx.now() });
  }
  const { exhibit: admitted } = admitDocument(ctx, {
    caseId,
    sha256,
    fileName,
    path: `/generated/${fileName}`,
    parentId: null,
    jobId: null,
    defaults: { sourceId },
  });
  const renditionId = ctx.newId('ren');
  beginRendition(db, renditionId, sha256, ctx.now());
  insertPages(
    db,
    renditionId,
    texts.map((text, index) => ({
      index,
      label: String(index + 1),
      text,
      method: 'text-layer' as const,
      confidence: null,
      sheet: null,
      words: null,
      languages: [],
    })),
  );
  finishRendition(db, renditionId, sha256, summaryOf(mediaType, texts.length));
  setReading(db, admitted.id, 'read', null);
  return admitted.id;
}

function summaryOf(mediaType: string, pageCount: number): ExtractionSummary {
  return {
    ...engine,
    detected: { mediaType },
    pageCount,
    partCount: 0,
    outline: [],
    metadata: {},
    title: null,
    languages: [],
    structure: null,
    places: [],
    remarks: [],
    textSketch: null,
    pictureHash: null,
    warnings: [],
  };
}
