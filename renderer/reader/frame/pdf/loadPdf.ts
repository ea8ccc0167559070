/** Opens a PDF over the port, range by range, with everything that runs or reaches out switched off. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FrameOpening } from '../../frameMessages.ts';
import type { PaneLink } from '../paneLink.ts';
import { pdfjs } from './pdfjs.ts';
import './worker.ts';

/** Small enough that a first page needs few, large enough that a round trip does not matter. */
const RANGE_BYTES = 256 * 1024;
/** A scan at 600 dpi on A3 has 70 million pixels; beyond that a picture is an attack on memory. */
const MAX_IMAGE_PIXELS = 100_000_000;

export interface PasswordAsker {
  /** Resolves with what the person types. */
  ask(wrong: boolean): Promise<string>;
}

export function loadPdf(opening: FrameOpening, link: PaneLink, passwords: PasswordAsker): Promise<PDFDocumentProxy> {
  const base = new URL('.', document.baseURI).href;
  const task = pdfjs.getDocument({
    range: new RangesOverPort(opening.sizeBytes, link),
    rangeChunkSize: RANGE_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    cMapUrl: `${base}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${base}standard_fonts/`,
    wasmUrl: `${base}wasm/`,
    iccUrl: `${base}iccs/`,
    ...(opening.password === undefined ? {} : { password: opening.password }),
    // The page's thread draws; a second worker would need a policy of its own and was not faster here.
    disableWorkerRendering: true,
    enableXfa: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  task.onPassword = (answer: (password: string) => void, reason: number) => {
    void passwords.ask(reason === pdfjs.PasswordResponses.INCORRECT_PASSWORD).then(answer);
  };
  return task.promise;
}

class RangesOverPort extends pdfjs.PDFDataRangeTransport {
  readonly #link: PaneLink;

  constructor(sizeBytes: number, link: PaneLink) {
    super(sizeBytes, null);
    this.#link = link;
  }

  override requestDataRange(begin: number, end: number): void {
    this.#link.read(begin, end - begin).then(
      bytes => this.onDataRange(begin, bytes),
      (reason: unknown) => {
        const sentence = reason instanceof Error ? reason.message : String(reason);
        this.#link.tell({ type: 'failed', sentence: `The document's bytes could not be read: ${sentence}` });
      },
    );
  }
}
