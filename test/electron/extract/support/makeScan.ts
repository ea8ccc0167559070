/** PDFs as a scanner makes them: each page is a picture of print, without a text layer. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openByteReader } from '../../../../electron/extract/byteReader.ts';
import { DEFAULT_LIMITS } from '../../../../electron/extract/limits.ts';
import { openPdfDrawer } from '../../../../electron/extract/raster/drawPdf.ts';
import type { Raster } from '../../../../electron/extract/raster/raster.ts';
import { SHIPPED_FILES } from '../../../../electron/extract/shippedFiles.ts';
import { makePdf } from './makePdf.ts';

// As a path: a test of views has another kind of URL.
const project = fileURLToPath(import.meta.url).replace(/test[\\/]electron[\\/]extract[\\/]support[\\/][^\\/]+$/, '');

/** The upper strip of a page is enough to read, and faster. */
export const STRIP = '/CropBox [0 662 595 782]';

/** What is printed on a page: as a picture, with or without a text layer of its own, or as text that can be selected. */
export type ScanPage = { picture: string[]; layer?: string } | { text: string[] };

export async function drawStrip(lines: string[], entries = STRIP, dpi = 150): Promise<Raster> {
  const pdf = makePdf([{ lines, entries }]);
  const drawer = await openPdfDrawer({
    source: openByteReader(pdf.byteLength, async (offset, length) => pdf.slice(offset, offset + length)),
    detected: { mediaType: 'application/pdf' },
    fileName: 'strip.pdf',
    limits: DEFAULT_LIMITS,
    assets: { shipped: name => readFile(join(project, SHIPPED_FILES[name])) },
  });
  try {
    return await drawer.draw(0, { maxPixels: 10_000_000, dpi });
  } finally {
    drawer.close();
  }
}

export async function makeScan(pages: readonly ScanPage[], more: { entries?: string } = {}): Promise<Uint8Array> {
  const objects: string[] = [];
  const made = [];
  for (const page of pages) {
    if ('text' in page) {
      made.push({ lines: page.text, entries: STRIP });
      continue;
    }
    const { width, height, data } = await drawStrip(page.picture);
    const bytes = Array.from(data, value => String.fromCharCode(value)).join('');
    const picture = objects.push(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`,
    );
    const layer = page.layer === undefined ? '' : `BT /F1 12 Tf 3 Tr 72 720 Td (${page.layer}) Tj ET`;
    const content = `q 595 0 0 120 0 662 cm /S Do Q ${layer}`;
    const stream = objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    // Keys that come again count: these stand after those that every page has.
    made.push({
      lines: [],
      entries: `${STRIP} /Resources << /Font << /F1 3 0 R >> /XObject << /S ${99 + picture} 0 R >> >> /Contents ${99 + stream} 0 R ${more.entries ?? ''}`,
    });
  }
  return makePdf(made, { objects });
}
