/** Where things stand in a bundle, and the keys by which the viewer asks for them. */
import type { BundleExhibit, BundleFigure } from '../bundle.ts';

/** A multiple of three, so that the base64 of the pieces needs no padding between; small enough for any browser's parser. */
export const CHUNK_BYTES = 3 * 1024 * 1024;

export function chunkCount(file: { sizeBytes: number; fileName: string | null }): number {
  return file.fileName === null ? 0 : Math.ceil(file.sizeBytes / CHUNK_BYTES);
}

export const exhibitPath = (exhibit: Pick<BundleExhibit, 'fileName'>): string => `data/exhibits/${exhibit.fileName}`;
export const figurePath = ({ fileName }: Pick<NonNullable<BundleFigure['picture']>, 'fileName'>): string =>
  `data/report/figures/${fileName}`;
export const textPath = (number: string): string => `data/text/${number}.json`;

/** Keys name a script under data/viewer/ without its suffix; the script hands its content over under the same key. */
export const CASE_KEY = 'case';
export const chunkKey = (number: string, index: number): string =>
  `exhibits/${number}-${String(index).padStart(3, '0')}`;
export const figureKey = (numeral: string, index: number): string =>
  `figures/${numeral}-${String(index).padStart(3, '0')}`;
export const textKey = (number: string): string => `text/${number}`;
/** `kind` and file name as pdf.js asks for them: `cmaps/KSCms-UHC-H.bcmap`. */
export const pdfAssetKey = (name: string): string => `pdf/${name}`;

export const scriptPath = (key: string): string => `data/viewer/${key}.js`;
