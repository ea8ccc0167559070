/** Streams an exhibit's bytes and text out of the vault as a bundle wants them, a chunk and a document at a time. */
import { createHash } from 'node:crypto';
import type { BundleExhibit, BundleFigure, BundleText } from '../../../shared/domain/bundle.ts';
import type { BundleParts } from '../../../shared/domain/bundle/bundleEntries.ts';
import type { CustodyEvent } from '../../../shared/domain/custody.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { readDocument } from '../../documents/documentStore.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import { currentRenditionOf, pagesOf } from '../exhibit/index.ts';
import { custodyLine } from './custodyOfBundle.ts';
import { pdfAssets, readViewer } from './viewerFiles.ts';

const pagesAtOnce = 100;

export interface BundleContent {
  exhibits: readonly Exhibit[];
  custody: readonly CustodyEvent[];
  pictureOf(figure: BundleFigure): Uint8Array;
}

export async function bundleParts(
  ctx: JobContext,
  { exhibits, custody, pictureOf }: BundleContent,
): Promise<BundleParts> {
  const byNumber = new Map(exhibits.map(exhibit => [exhibitNumber(exhibit.number), exhibit]));
  const require = ({ number }: BundleExhibit): Exhibit => {
    const exhibit = byNumber.get(number);
    if (!exhibit) throw new Error(`${number} is not among the exhibits of this bundle`);
    return exhibit;
  };
  return {
    readExhibit: exhibit => checkedBytes(ctx, require(exhibit)),
    readFigure: pictureOf,
    readText: async exhibit => readText(ctx.query().db, require(exhibit)),
    custodyLines: () => custody.map(custodyLine),
    viewer: await readViewer(ctx.tools.assets),
    pdfAssets: () => pdfAssets(ctx.tools.assets),
  };
}

/** What leaves is compared with the digest on record once more: a damaged vault must not send damaged evidence. */
async function* checkedBytes(ctx: JobContext, { sha256, number }: Exhibit): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for (const chunk of readDocument(ctx.query().db, sha256)) {
    ctx.signal.throwIfAborted();
    hash.update(chunk);
    yield chunk;
  }
  const found = hash.digest('hex');
  if (found !== sha256)
    throw new ProbatumError('digest-mismatch', { what: exhibitNumber(number), expected: sha256, found });
}

function readText(db: ReadableDb, exhibit: Exhibit): BundleText {
  const rendition = currentRenditionOf(db, exhibit.sha256);
  if (!rendition) throw new Error(`${exhibitNumber(exhibit.number)} has no text`);
  const pages: BundleText['pages'] = [];
  for (let from = 0; from < rendition.pageCount; from += pagesAtOnce) {
    pages.push(...pagesOf(db, rendition.id, from, pagesAtOnce).map(({ label, text }) => ({ label, text })));
  }
  return {
    number: exhibitNumber(exhibit.number),
    method: `${rendition.engine} ${rendition.engineVersion}`.trim(),
    pages,
  };
}
