/** Everything that stands under data/ in a bundle, one file after the other, sorted by path: the export only has to iterate. */
import { canonicalJson, type Json } from '../../kernel/canonicalJson.ts';
import type { BundleCase, BundleExhibit, BundleFigure, BundleText } from '../bundle.ts';
import {
  CASE_KEY,
  CHUNK_BYTES,
  chunkCount,
  chunkKey,
  exhibitPath,
  figureKey,
  figurePath,
  pdfAssetKey,
  scriptPath,
  textKey,
  textPath,
} from './bundlePaths.ts';
import { cslItems } from './cslItems.ts';
import { indexHtml } from './indexHtml.ts';
import { roCrate } from './roCrate.ts';
import { toBase64, viewerScript } from './viewerScript.ts';
import { webAnnotations } from './webAnnotations.ts';

export interface BundleFile {
  path: string;
  bytes: AsyncIterable<Uint8Array> | Uint8Array;
  sizeBytes?: number;
}

/** What the export service gives beside the case; each function may be called more than once. */
export interface BundleParts {
  readExhibit(exhibit: BundleExhibit): AsyncIterable<Uint8Array>;
  /** Asked only for figures whose picture goes. */
  readFigure(figure: BundleFigure): Uint8Array;
  /** Asked only for exhibits with `hasText`. */
  readText(exhibit: BundleExhibit): Promise<BundleText>;
  /** The lines of data/custody/custody.jsonl: the events with all that their hashes cover. */
  custodyLines(): AsyncIterable<string> | Iterable<string>;
  /** The built viewer: dist/viewer/viewer.js and viewer.css. */
  viewer: { script: Uint8Array; style: Uint8Array };
  /**
   * pdf.js's own data, asked only if an exhibit is a PDF: file names `cmaps/…`, `standard_fonts/…` and `wasm/…` as they are
   * under dist/reader/. Licences go in as they are; the rest becomes scripts.
   */
  pdfAssets(): AsyncIterable<{ name: string; bytes: Uint8Array }> | Iterable<{ name: string; bytes: Uint8Array }>;
}

export const PDF = 'application/pdf';

export async function* bundleEntries(bundle: BundleCase, parts: BundleParts): AsyncGenerator<BundleFile> {
  const exhibits = [...bundle.exhibits].sort((a, b) => (a.number < b.number ? -1 : 1));
  yield json('data/annotations/annotations.jsonld', webAnnotations(bundle));
  yield json('data/csl.json', cslItems(bundle));
  yield { path: 'data/custody/custody.jsonl', bytes: await wholeLines(parts.custodyLines()) };
  for (const exhibit of exhibits.filter(hasBytes)) {
    yield { path: exhibitPath(exhibit), bytes: parts.readExhibit(exhibit), sizeBytes: exhibit.sizeBytes };
  }
  yield { path: 'data/index.html', bytes: new TextEncoder().encode(indexHtml(bundle)) };
  yield json('data/report/case.json', bundle);
  for (const { figure, picture } of picturesOf(bundle))
    yield { path: figurePath(picture), bytes: parts.readFigure(figure), sizeBytes: picture.sizeBytes };
  yield json('data/ro-crate-metadata.json', roCrate(bundle));
  for (const exhibit of exhibits.filter(({ hasText }) => hasText))
    yield json(textPath(exhibit.number), await parts.readText(exhibit));
  yield* viewerFiles(bundle, exhibits, parts);
}

async function* viewerFiles(
  bundle: BundleCase,
  exhibits: BundleExhibit[],
  parts: BundleParts,
): AsyncGenerator<BundleFile> {
  yield { path: scriptPath(CASE_KEY), bytes: viewerScript(CASE_KEY, bundle) };
  for (const exhibit of exhibits.filter(hasBytes)) yield* exhibitScripts(exhibit, parts.readExhibit(exhibit));
  for (const { figure } of picturesOf(bundle)) yield* figureScripts(figure, parts.readFigure(figure));
  if (exhibits.some(exhibit => exhibit.mediaType === PDF && hasBytes(exhibit))) yield* pdfFiles(parts);
  for (const exhibit of exhibits.filter(({ hasText }) => hasText)) {
    const key = textKey(exhibit.number);
    yield { path: scriptPath(key), bytes: viewerScript(key, await parts.readText(exhibit)) };
  }
  yield { path: 'data/viewer/viewer.css', bytes: parts.viewer.style };
  yield { path: 'data/viewer/viewer.js', bytes: parts.viewer.script };
}

async function* exhibitScripts(exhibit: BundleExhibit, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BundleFile> {
  let index = 0;
  for await (const chunk of inChunks(bytes)) {
    const key = chunkKey(exhibit.number, index);
    yield { path: scriptPath(key), bytes: viewerScript(key, toBase64(chunk)) };
    index += 1;
  }
  if (index !== chunkCount(exhibit)) throw new Error(`${exhibit.number} has other bytes than its size says`);
}

async function* figureScripts({ numeral }: BundleFigure, bytes: Uint8Array): AsyncGenerator<BundleFile> {
  for (let at = 0, index = 0; at < bytes.length; at += CHUNK_BYTES, index += 1) {
    const key = figureKey(numeral, index);
    yield { path: scriptPath(key), bytes: viewerScript(key, toBase64(bytes.subarray(at, at + CHUNK_BYTES))) };
  }
}

async function* pdfFiles(parts: BundleParts): AsyncGenerator<BundleFile> {
  for await (const { name, bytes } of parts.pdfAssets()) {
    const key = pdfAssetKey(name);
    if (/\.(bcmap|pfb|ttf|wasm)$/.test(name))
      yield { path: scriptPath(key), bytes: viewerScript(key, toBase64(bytes)) };
    else if (/(^|\/)LICENSE/.test(name)) yield { path: `data/viewer/${key}.txt`, bytes };
  }
}

async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  for await (const given of bytes) {
    for (let at = 0; at < given.length; ) {
      const taken = Math.min(CHUNK_BYTES - filled, given.length - at);
      chunk.set(given.subarray(at, at + taken), filled);
      at += taken;
      filled += taken;
      if (filled === CHUNK_BYTES) {
        yield chunk;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}

/** Sorted keys, so that the order in which the service filled them leaves no trace. */
function json(path: string, value: unknown): BundleFile {
  return { path, bytes: new TextEncoder().encode(`${canonicalJson(value as Json)}\n`) };
}

/** Whole, so that its size is known: an entry of unknown size would need ZIP64, which not every reader has. */
async function wholeLines(source: AsyncIterable<string> | Iterable<string>): Promise<Uint8Array> {
  const all: string[] = [];
  for await (const line of source) all.push(`${line}\n`);
  return new TextEncoder().encode(all.join(''));
}

type Picture = NonNullable<BundleFigure['picture']>;

/** Those that go, in the order of their files' names. */
function picturesOf({ figures = [] }: BundleCase): { figure: BundleFigure; picture: Picture }[] {
  return figures
    .flatMap(figure => (figure.picture ? [{ figure, picture: figure.picture }] : []))
    .sort((left, right) => (left.picture.fileName < right.picture.fileName ? -1 : 1));
}

function hasBytes(exhibit: BundleExhibit): boolean {
  return exhibit.fileName !== null;
}
