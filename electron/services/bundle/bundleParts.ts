/** Streams exhibits, their text and the other parts out of the vault as a bundle wants them, a chunk and a block at a time. */
import { createHash } from 'node:crypto';
import type { BundleParts } from '../../../shared/domain/bundle/bundleEntries.ts';
import { type BundleExhibit, type BundleFigure, toBundleEvent } from '../../../shared/domain/bundle.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { readDocument } from '../../documents/documentStore.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import { type CustodyOfBundle, custodyLine } from './custodyOfBundle.ts';
import type { EntityParts } from './entities/entityParts.ts';
import { othersTurn } from './othersTurn.ts';
import { readBoxBlock, readTextBlock } from './textOfExhibit.ts';
import { pdfAssets, readCoasts, readViewer } from './viewerFiles.ts';

export interface BundleContent {
  exhibits: readonly Exhibit[];
  custody: CustodyOfBundle;
  entities: EntityParts;
  pictureOf(figure: BundleFigure): Uint8Array;
}

export async function bundleParts(
  ctx: JobContext,
  { exhibits, custody, entities, pictureOf }: BundleContent,
): Promise<BundleParts> {
  const [own, ...received] = custody.logs;
  const numbers = new Map<string, string>(exhibits.map(({ id, number }) => [id, exhibitNumber(number)]));
  const shown = ({ leaving }: typeof own): BundleParts['custody'] => ({
    length: leaving.length,
    slice: (from, to) => leaving.slice(from, to).map(event => toBundleEvent(event, numbers)),
  });
  const byNumber = new Map(exhibits.map(exhibit => [exhibitNumber(exhibit.number), exhibit]));
  const require = ({ number }: BundleExhibit): Exhibit => {
    const exhibit = byNumber.get(number);
    if (!exhibit) throw new Error(`${number} is not among the exhibits of this bundle`);
    return exhibit;
  };
  return {
    ...entities,
    readExhibit: exhibit => checkedBytes(ctx, require(exhibit)),
    readFigure: pictureOf,
    readText: async (exhibit, block) => {
      await othersTurn(ctx.signal);
      return readTextBlock(ctx.query().db, require(exhibit), exhibit, block);
    },
    readBoxes: async (exhibit, block) => readBoxBlock(ctx.query().db, require(exhibit), exhibit, block),
    custody: shown(own),
    custodyLines: () => own.leaving.map(custodyLine),
    receivedLogs: received.map(log => ({
      key: log.key,
      events: shown(log),
      lines: () => log.leaving.map(custodyLine),
    })),
    receipts: custody.receipts,
    coasts: () => readCoasts(ctx.tools.assets),
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
