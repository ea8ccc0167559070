/** What jobs need from outside the core: the extractor's processes, a printer for PDF, files that ship with the app. */
import type { AdmissionRow } from '../../shared/contract/exhibit.ts';
import type { ExtractorHost } from '../extract/extractorHost.ts';

export interface Tools {
  readonly extractor: ExtractorHost;
  /** How many documents are opened at once. */
  readonly extractorSize: number;
  /** Draws HTML as a tagged PDF in Chromium; null where there is none. */
  readonly printPdf: ((html: string) => Promise<Uint8Array>) | null;
  /** Folder with what ships: `sample/`, `viewer/`, pdf.js's data. */
  readonly assets: string;
  /** Told what became of each path, for the command line. */
  readonly onAdmission?: (row: AdmissionRow) => void;
}
