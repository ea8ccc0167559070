/** Where things stand in a bundle, and the keys by which the viewer asks for them. */
import type { BundleExhibit } from './bundleExhibit.ts';
import type { BundleFigure } from './bundleFigure.ts';

/** A multiple of three, so that the base64 of the pieces needs no padding between; small enough for any browser's parser. */
export const CHUNK_BYTES = 3 * 1024 * 1024;
export const CUSTODY_AT_ONCE = 1000;
export const ENTITIES_AT_ONCE = 100;
export const PLACES_AT_ONCE = 500;

export function chunkCount(file: { sizeBytes: number; fileName: string | null }): number {
  return file.fileName === null ? 0 : Math.ceil(file.sizeBytes / CHUNK_BYTES);
}

export const exhibitPath = (exhibit: Pick<BundleExhibit, 'fileName'>): string => `data/exhibits/${exhibit.fileName}`;
export const figurePath = ({ fileName }: Pick<NonNullable<BundleFigure['picture']>, 'fileName'>): string =>
  `data/report/figures/${fileName}`;
/** All that the hashes of a log cover, one event a line. */
export const custodyPath = (log: string): string =>
  log === '' ? 'data/custody/custody.jsonl' : `data/custody/custody-${log}.jsonl`;
/** In the order of their files' names. */
export function byKey<Log extends { key: string }>(logs: readonly Log[]): Log[] {
  return [...logs].sort((one, other) => (custodyPath(one.key) < custodyPath(other.key) ? -1 : 1));
}
export const CUSTODY_README = 'data/custody/README.txt';
export const RECEIPTS_FOLDER = 'data/custody/receipts/';
export const textPath = (number: string): string => `data/text/${number}.json`;

const counted = (index: number, digits = 3): string => String(index).padStart(digits, '0');

/** Keys name a script under data/viewer/ without its suffix; the script hands its content over under the same key. */
export const CASE_KEY = 'case';
export const chunkKey = (number: string, index: number): string => `exhibits/${number}-${counted(index)}`;
export const figureKey = (numeral: string, index: number): string => `figures/${numeral}-${counted(index)}`;
/** `BundleText` and `BundleBoxes` of a block of pages. */
export const textKey = (number: string, block: number): string => `text/${number}-${counted(block)}`;
export const boxesKey = (number: string, block: number): string => `boxes/${number}-${counted(block)}`;
/** `kind` and file name as pdf.js asks for them: `cmaps/KSCms-UHC-H.bcmap`. */
export const pdfAssetKey = (name: string): string => `pdf/${name}`;
/** `BundleCustodyBlock`, of the vault's own log or of another one that came with archives. */
export const custodyKey = (block: number, log = ''): string =>
  log === '' ? `custody/${counted(block)}` : `custody/${log}-${counted(block)}`;
/** `BundleReceipts`: there where `parts` counts any. */
export const RECEIPTS_KEY = 'custody/receipts';
/** `BundleEntityIndex` */
export const ENTITY_INDEX_KEY = 'entities/index';
/** `BundleEntityBlock` */
export const entityKey = (block: number): string => `entities/${counted(block)}`;
/** `BundleEvents`, `BundleChart`, `BundleMap`, `BundleTimeline`: there where `parts` counts any. */
export const EVENTS_KEY = 'events';
export const CHART_KEY = 'chart';
export const MAP_KEY = 'map/places';
/** TopoJSON of the world's coasts and borders; there where a place is. */
export const COASTS_KEY = 'map/coasts';
export const TIMELINE_KEY = 'timeline';
/** `SearchIndex`, `SearchShard`, `SearchPlaces` */
/** Named so that it stands behind all that it leads to: it is written last. */
export const SEARCH_INDEX_KEY = 'search/terms-index';
export const searchShardKey = (shard: number): string => `search/terms-${counted(shard, 4)}`;
export const searchPlacesKey = (block: number): string => `search/places-${counted(block)}`;

export const scriptPath = (key: string): string => `data/viewer/${key}.js`;

/** Which block of an exhibit's text has a page. */
export function textBlockOf({ textBlocks = [0] }: Pick<BundleExhibit, 'textBlocks'>, pageIndex: number): number {
  let block = 0;
  for (const [index, first] of textBlocks.entries()) if (first <= pageIndex) block = index;
  return block;
}

type Picture = NonNullable<BundleFigure['picture']>;

/** Those that go, in the order of their files' names. */
export function picturesOf({
  figures = [],
}: {
  figures?: BundleFigure[] | undefined;
}): { figure: BundleFigure; picture: Picture }[] {
  return figures
    .flatMap(figure => (figure.picture ? [{ figure, picture: figure.picture }] : []))
    .sort((left, right) => (left.picture.fileName < right.picture.fileName ? -1 : 1));
}

export function hasBytes(exhibit: Pick<BundleExhibit, 'fileName'>): boolean {
  return exhibit.fileName !== null;
}
