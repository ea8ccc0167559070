/** pdf.js's worker half, loaded into the page itself: it leaves its handler in globalThis.pdfjsWorker. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
