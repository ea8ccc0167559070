/** A PDF's text as the viewer has it: pdf.js's own, page by page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageTextOfRuns } from '../../renderer/reader/landing.ts';
import { distFolder } from '../bench/benchCore.ts';

export interface ViewerPdf {
  pageCount: number;
  /** From 0. Throws where pdf.js cannot read the page. */
  pageText(index: number): Promise<string>;
  close(): Promise<void>;
}

/** When it loads, pdf.js complains of what it would need for drawing; text needs none of it. */
async function loadPdfjs() {
  const { warn } = console;
  console.warn = () => {};
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

/** Null where pdf.js cannot open it. */
export async function openViewerPdf(path: string, password: string | undefined): Promise<ViewerPdf | null> {
  const pdfjs = await loadPdfjs();
  const reader = join(distFolder(), 'reader');
  const task = pdfjs.getDocument({
    data: new Uint8Array(readFileSync(path)),
    password,
    verbosity: 0,
    cMapUrl: `${join(reader, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(reader, 'standard_fonts')}/`,
    wasmUrl: `${join(reader, 'wasm')}/`,
  });
  try {
    const document = await task.promise;
    return {
      pageCount: document.numPages,
      pageText: async index => {
        const page = await document.getPage(index + 1);
        const { items } = await page.getTextContent();
        page.cleanup();
        return pageTextOfRuns(items.filter(item => 'str' in item));
      },
      close: () => task.destroy(),
    };
  } catch {
    await task.destroy();
    return null;
  }
}
