/** Draws one small page. One after the other, so that the page being read is not kept waiting. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

let last: Promise<void> = Promise.resolve();

export function thumbnailOf(
  pdf: PDFDocumentProxy,
  index: number,
  canvas: HTMLCanvasElement,
  signal: AbortSignal,
): Promise<void> {
  const drawn = last.then(() => draw(pdf, index, canvas, signal));
  last = drawn.catch(() => {});
  return drawn;
}

async function draw(
  pdf: PDFDocumentProxy,
  index: number,
  canvas: HTMLCanvasElement,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  const page = await pdf.getPage(index + 1);
  const natural = page.getViewport({ scale: 1 });
  const width = canvas.clientWidth * Math.min(2, window.devicePixelRatio);
  const viewport = page.getViewport({ scale: width / natural.width });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.min(4 * canvas.width, Math.floor(viewport.height)));
  canvas.style.aspectRatio = `${canvas.width} / ${canvas.height}`;
  const task = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => task.cancel(), { once: true });
  await task.promise;
}
