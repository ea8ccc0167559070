/** Files of a bundle as they are handed to whoever writes the bag, and what the export service gives for making them. */
import type { BundleChart } from './bundleChart.ts';
import type { BundleCustodyEvent, BundleReceipt } from './bundleCustody.ts';
import type { BundleEntityBlock, BundleEntityIndex } from './bundleEntity.ts';
import type { BundleEvents } from './bundleEvent.ts';
import type { BundleExhibit } from './bundleExhibit.ts';
import type { BundleFigure } from './bundleFigure.ts';
import type { BundleMap } from './bundleMap.ts';
import type { BundleBoxes, BundleText } from './bundleText.ts';
import type { BundleTimeline } from './bundleTimeline.ts';

export interface BundleFile {
  path: string;
  bytes: AsyncIterable<Uint8Array> | Uint8Array;
  sizeBytes?: number;
}

/** A long log is made a block at a time; an array is one as well. */
export interface EventSlices {
  readonly length: number;
  slice(from: number, to: number): readonly BundleCustodyEvent[];
}

export interface ReceivedLog {
  /** As in `BundleCustodyLog`. */
  key: string;
  events: EventSlices;
  /** With all that the hashes cover. */
  lines(): Iterable<string>;
}

/** What the export service gives beside the case; each function may be called more than once. */
export interface BundleParts {
  readExhibit(exhibit: BundleExhibit): AsyncIterable<Uint8Array>;
  /** Asked only for figures whose picture goes. */
  readFigure(figure: BundleFigure): Uint8Array;
  /** A block of pages (`textBlocks`). Asked only for exhibits with `hasText`. */
  readText(exhibit: BundleExhibit, block: number): Promise<BundleText>;
  /** Asked only for blocks that the exhibit names in `boxBlocks`. */
  readBoxes(exhibit: BundleExhibit, block: number): Promise<BundleBoxes>;
  custody: EventSlices;
  /** The lines of data/custody/custody.jsonl: the events with all that their hashes cover. */
  custodyLines(): AsyncIterable<string> | Iterable<string>;
  /** The logs of other vaults, in the order of `custodyLogs` of the case. */
  receivedLogs: readonly ReceivedLog[];
  /** Of heads of these logs, and the files under data/custody/receipts/ that public tools check. */
  receipts: { shown: readonly BundleReceipt[]; files: readonly BundleFile[] };
  entities: { index: BundleEntityIndex; blockCount: number; block(index: number): BundleEntityBlock };
  events: BundleEvents;
  chart: BundleChart;
  map: BundleMap;
  timeline: BundleTimeline;
  /** The entities in the formats of others, as text in pieces. Asked only where there are entities. */
  interchange: { ftm(): Iterable<string>; geojson(): Iterable<string>; graphml(): Iterable<string> };
  /** TopoJSON of the world's coasts. Asked only where there are places. */
  coasts(): Promise<unknown>;
  /** The built viewer: dist/viewer/viewer.js and viewer.css. */
  viewer: { script: Uint8Array; style: Uint8Array };
  /**
   * pdf.js's own data, asked only if an exhibit is a PDF: file names `cmaps/…`, `standard_fonts/…` and `wasm/…` as they are
   * under dist/reader/. Licences go in as they are; the rest becomes scripts.
   */
  pdfAssets(): AsyncIterable<{ name: string; bytes: Uint8Array }> | Iterable<{ name: string; bytes: Uint8Array }>;
}
