/**
 * The extractor's side of the protocol, in whatever process holds it: takes one document after another, detects its
 * type by content, and lets the extractor for that type read it.
 */
import type { DetectedType } from '../../shared/domain/extraction.ts';
import { openByteReader } from './byteReader.ts';
import { cleanLine, cleanMetadata } from './cleanText.ts';
import { detectType } from './detect.ts';
import { drawerFor } from './drawers.ts';
import { ExtractionFailure, problemOf } from './extractionFailure.ts';
import type { ExtractContext, ExtractorAssets } from './extractor.ts';
import { extractorFor } from './extractors.ts';
import { proposeLanguages } from './languages.ts';
import { checkParseSize, MAX_BATCHES_IN_FLIGHT } from './limits.ts';
import { openOutbox } from './outbox.ts';
import { type ExtractorTask, type FromExtractor, ToExtractor } from './protocol.ts';

export interface WorkerPort {
  postMessage(message: FromExtractor): void;
  onMessage(listener: (message: unknown) => void): void;
}

type OpenMessage = Extract<ToExtractor, { type: 'open' }>;

export function serveExtractor(port: WorkerPort, assets: ExtractorAssets): void {
  const pulls = new Map<number, (bytes: Uint8Array) => void>();
  const acknowledged: (() => void)[] = [];
  let pullId = 0;
  let unacknowledged = 0;

  /** Sends what the host must acknowledge, and waits while too much of it is on the way. */
  async function deliver(message: FromExtractor): Promise<void> {
    while (unacknowledged >= MAX_BATCHES_IN_FLIGHT) await new Promise<void>(resolve => acknowledged.push(resolve));
    unacknowledged += 1;
    port.postMessage(message);
  }

  async function run(open: OpenMessage): Promise<void> {
    const { job, limits } = open;
    pulls.clear();
    unacknowledged = 0;
    try {
      const source = openByteReader(
        open.sizeBytes,
        (offset, length) =>
          new Promise(resolve => {
            pullId += 1;
            pulls.set(pullId, resolve);
            port.postMessage({ type: 'pull', job, id: pullId, offset, length });
          }),
      );
      const detected = await detectType(source, open.fileName);
      port.postMessage({ type: 'detected', job, detected });
      const outbox = openOutbox(job, limits, deliver);
      if (open.task.do !== 'read') {
        await doTask({ source, detected, open, assets, outbox }, open.task);
        port.postMessage({ type: 'finished', job, residentBytes: assets.residentBytes?.() });
        return;
      }
      const result = await extractWith({ source, detected, open, assets, outbox });
      // A document without a word is still something to look at and cite: it has one page.
      if (outbox.pageCount() === 0) await outbox.addPage({ text: '', method: 'none' });
      await outbox.flush();
      port.postMessage({
        type: 'done',
        job,
        summary: {
          engine: result.engine,
          engineVersion: result.engineVersion,
          detected,
          pageCount: outbox.pageCount(),
          partCount: outbox.partCount(),
          outline: result.outline ?? [],
          metadata: cleanMetadata(result.metadata ?? {}),
          title: cleanLine(result.title ?? '', 1000) || null,
          languages: result.languages?.length ? result.languages : proposeLanguages(outbox.sample()),
          structure: result.structure ?? null,
          places: result.places ?? [],
          remarks: result.remarks ?? [],
          textSketch: outbox.textSketch(),
          pictureHash: result.pictureHash ?? null,
          warnings: outbox.warnings(),
        },
        residentBytes: assets.residentBytes?.(),
      });
    } catch (error) {
      port.postMessage({ type: 'failed', job, problem: problemOf(error), residentBytes: assets.residentBytes?.() });
    }
  }

  port.onMessage(untrusted => {
    const message = ToExtractor.parse(untrusted);
    if (message.type === 'open') void run(message);
    else if (message.type === 'ack') {
      unacknowledged -= 1;
      acknowledged.shift()?.();
    } else {
      pulls.get(message.id)?.(message.bytes);
      pulls.delete(message.id);
    }
  });
  port.postMessage({ type: 'ready' });
}

interface Run {
  source: ExtractContext['source'];
  detected: DetectedType;
  open: OpenMessage;
  assets: ExtractorAssets;
  outbox: ReturnType<typeof openOutbox>;
}

async function extractWith({ source, detected, open, assets, outbox }: Run) {
  // Nothing failed: an empty file is evidence of its name and date only.
  if (source.sizeBytes === 0) throw new ExtractionFailure('unsupported-type', 'The document is empty.');
  const entry = extractorFor(detected.mediaType);
  if (entry === undefined) {
    throw new ExtractionFailure(
      'unsupported-type',
      detected.mediaType === 'application/octet-stream'
        ? 'What kind of document this is could not be told; its bytes are kept as given.'
        : `Text is not read from documents of the type ${detected.mediaType}; the bytes are kept as given.`,
    );
  }
  if (!entry.streams) checkParseSize(source.sizeBytes, open.limits);
  const extract = await entry.load();
  const { fileName, password, depth, limits, task } = open;
  return extract({
    source,
    detected,
    fileName,
    password,
    encoding: task.do === 'read' ? task.encoding : undefined,
    depth,
    limits,
    assets,
    addPage: outbox.addPage,
    addPart: outbox.addPart,
    warn: outbox.warn,
  });
}

/** Drawing a page, or recognising the words of some: both begin with the page as pixels. */
async function doTask(
  { source, detected, open: { limits, password, fileName }, assets, outbox }: Run,
  task: Exclude<ExtractorTask, { do: 'read' }>,
): Promise<void> {
  const load = drawerFor(detected.mediaType);
  if (load === undefined) {
    throw new ExtractionFailure(
      'unsupported-type',
      `Documents of the type ${detected.mediaType} have no pages that can be drawn.`,
    );
  }
  checkParseSize(source.sizeBytes, limits);
  const openDrawer = await load();
  const drawer = await openDrawer({ source, detected, fileName, password, limits, assets });
  try {
    if (task.do === 'draw') {
      const { encodePng } = await import('./raster/encodePng.ts');
      const { pageIndex, maxPixels, withGlyphs } = task;
      const raster = await drawer.draw(pageIndex, { maxPixels, withGlyphs });
      const png = encodePng(raster);
      const { width, height, rotation = 0, glyphs } = raster;
      await outbox.addPicture({ png, width, height, pageCount: drawer.pageCount, rotation, ...(glyphs && { glyphs }) });
      return;
    }
    const { openRecogniser } = await import('./ocr/recogniser.ts');
    const recogniser = await openRecogniser({ models: task.models, assets });
    try {
      for (const index of task.pageIndexes) {
        const raster = await drawer.draw(index, { maxPixels: limits.maxOcrPixels, dpi: 300 });
        await outbox.addRecognised({ index, ...(await recogniser.recognise(raster)) });
      }
    } finally {
      recogniser.close();
    }
  } finally {
    drawer.close();
  }
}
