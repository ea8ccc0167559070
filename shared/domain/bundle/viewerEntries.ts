/** The files under data/viewer/: the viewer itself, and its content as scripts, sorted by path. */
import type { BundleCase } from '../bundle.ts';
import type { BundleExhibit } from './bundleExhibit.ts';
import type { BundleFigure } from './bundleFigure.ts';
import type { BundleFile, BundleParts } from './bundleFile.ts';
import {
  boxesKey,
  byKey,
  CASE_KEY,
  CHART_KEY,
  CHUNK_BYTES,
  COASTS_KEY,
  CUSTODY_AT_ONCE,
  chunkCount,
  chunkKey,
  custodyKey,
  ENTITY_INDEX_KEY,
  EVENTS_KEY,
  entityKey,
  figureKey,
  hasBytes,
  MAP_KEY,
  pdfAssetKey,
  picturesOf,
  RECEIPTS_KEY,
  scriptPath,
  TIMELINE_KEY,
  textKey,
} from './bundlePaths.ts';
import { searchEntries } from './searchEntries.ts';
import { viewerBytesScript, viewerScript } from './viewerScript.ts';

export const PDF = 'application/pdf';

export async function* viewerEntries(
  bundle: BundleCase,
  exhibits: readonly BundleExhibit[],
  parts: BundleParts,
): AsyncGenerator<BundleFile> {
  const withText = exhibits.filter(({ hasText }) => hasText);
  for (const exhibit of withText)
    for (const block of exhibit.boxBlocks ?? [])
      yield script(boxesKey(exhibit.number, block), await parts.readBoxes(exhibit, block));
  yield script(CASE_KEY, bundle);
  if (parts.chart.nodes.length > 0) yield script(CHART_KEY, parts.chart);
  for (let from = 0; from < parts.custody.length; from += CUSTODY_AT_ONCE)
    yield script(custodyKey(from / CUSTODY_AT_ONCE), parts.custody.slice(from, from + CUSTODY_AT_ONCE));
  for (const { key, events } of byKey(parts.receivedLogs))
    for (let from = 0; from < events.length; from += CUSTODY_AT_ONCE)
      yield script(custodyKey(from / CUSTODY_AT_ONCE, key), events.slice(from, from + CUSTODY_AT_ONCE));
  if (parts.receipts.shown.length > 0) yield script(RECEIPTS_KEY, parts.receipts.shown);
  for (let block = 0; block < parts.entities.blockCount; block += 1)
    yield script(entityKey(block), parts.entities.block(block));
  if (parts.entities.index.length > 0) yield script(ENTITY_INDEX_KEY, parts.entities.index);
  if (parts.events.length > 0) yield script(EVENTS_KEY, parts.events);
  for (const exhibit of exhibits.filter(hasBytes)) yield* exhibitScripts(exhibit, parts.readExhibit(exhibit));
  for (const { figure } of picturesOf(bundle)) yield* figureScripts(figure, parts.readFigure(figure));
  if (parts.map.places.length > 0) {
    yield script(COASTS_KEY, await parts.coasts());
    yield script(MAP_KEY, parts.map);
  }
  if (exhibits.some(exhibit => exhibit.mediaType === PDF && hasBytes(exhibit))) yield* pdfFiles(parts);
  yield* searchEntries(bundle, withText, parts);
  for (const exhibit of withText)
    for (const block of (exhibit.textBlocks ?? [0]).keys())
      yield script(textKey(exhibit.number, block), await parts.readText(exhibit, block));
  if (parts.timeline.items.length > 0) yield script(TIMELINE_KEY, parts.timeline);
  yield { path: 'data/viewer/viewer.css', bytes: parts.viewer.style };
  yield { path: 'data/viewer/viewer.js', bytes: parts.viewer.script };
}

function script(key: string, value: unknown): BundleFile {
  return { path: scriptPath(key), bytes: viewerScript(key, value) };
}

function bytesScript(key: string, bytes: Uint8Array): BundleFile {
  return { path: scriptPath(key), bytes: viewerBytesScript(key, bytes) };
}

async function* exhibitScripts(exhibit: BundleExhibit, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BundleFile> {
  let index = 0;
  for await (const chunk of inChunks(bytes, Math.min(CHUNK_BYTES, exhibit.sizeBytes))) {
    yield bytesScript(chunkKey(exhibit.number, index), chunk);
    index += 1;
  }
  if (index !== chunkCount(exhibit)) throw new Error(`${exhibit.number} has other bytes than its size says`);
}

async function* figureScripts({ numeral }: BundleFigure, bytes: Uint8Array): AsyncGenerator<BundleFile> {
  for (let at = 0, index = 0; at < bytes.length; at += CHUNK_BYTES, index += 1)
    yield bytesScript(figureKey(numeral, index), bytes.subarray(at, at + CHUNK_BYTES));
}

async function* pdfFiles(parts: BundleParts): AsyncGenerator<BundleFile> {
  for await (const { name, bytes } of parts.pdfAssets()) {
    const key = pdfAssetKey(name);
    if (/\.(bcmap|pfb|ttf|wasm)$/.test(name)) yield bytesScript(key, bytes);
    else if (/(^|\/)LICENSE/.test(name)) yield { path: `data/viewer/${key}.txt`, bytes };
  }
}

async function* inChunks(bytes: AsyncIterable<Uint8Array>, chunkBytes: number): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(chunkBytes);
  let filled = 0;
  for await (const given of bytes) {
    for (let at = 0; at < given.length; ) {
      const taken = Math.min(chunkBytes - filled, given.length - at);
      if (taken === 0) throw new RangeError('there are more bytes than were announced');
      chunk.set(given.subarray(at, at + taken), filled);
      at += taken;
      filled += taken;
      if (filled === chunkBytes) {
        yield chunk;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}
