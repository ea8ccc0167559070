/** pdf.js as it is used here: its viewer looks for the library in a global, so it is loaded after that has been set. */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

Object.assign(globalThis, { pdfjsLib: pdfjs });
// Subtle: a static import would be evaluated before the line above.
const viewer = await import('pdfjs-dist/legacy/web/pdf_viewer.mjs');

export { pdfjs, viewer };
