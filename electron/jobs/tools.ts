/** What jobs need from outside the core: the extractor's processes, a printer for PDF, files that ship with the app. */
import type { AdmissionRow } from '../../shared/contract/exhibit.ts';
import type { ExtractorHost } from '../extract/extractorHost.ts';

/** A page to print, and what stands at the head of each sheet: reference on the left, handling mark on the right. */
export interface Printout {
  html: string;
  left: string;
  right: string;
}
export type PrintPdf = (printout: Printout) => Promise<Uint8Array>;

export interface Tools {
  readonly extractor: ExtractorHost;
  /** How many documents are opened at once. */
  readonly extractorSize: number;
  /** Draws HTML as a tagged PDF in Chromium; null where there is none. */
  readonly printPdf: PrintPdf | null;
  /** Folder with what ships: `sample/`, `viewer/`, pdf.js's data. */
  readonly assets: string;
  /** Told what became of each path, for the command line. */
  readonly onAdmission?: (row: AdmissionRow) => void;
}
