/** Writes small PDFs by hand. All names in them are invented, for exercise. */

export interface PdfPage {
  lines: string[];
  /** Further entries of the page's dictionary, such as /Rotate 90. */
  entries?: string;
}

export interface PdfOptions {
  /** Entries of the catalog. */
  catalog?: string;
  info?: string;
  /** Whole further objects; they get numbers from 100 on. */
  objects?: string[];
  trailer?: string;
}

const FIRST_PAGE = 10;
const FIRST_EXTRA = 100;

export function makePdf(
  pages: PdfPage[],
  { catalog = '', info = '', objects = [], trailer = '' }: PdfOptions = {},
): Uint8Array {
  const bodies = new Map<number, string>();
  bodies.set(1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  bodies.set(
    2,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${FIRST_PAGE + at * 2} 0 R`).join(' ')}] >>`,
  );
  bodies.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  bodies.set(4, `<< ${info} >>`);
  pages.forEach((page, at) => {
    const content = page.lines.map((line, row) => `BT /F1 12 Tf 72 ${720 - row * 20} Td (${line}) Tj ET`).join('\n');
    bodies.set(
      FIRST_PAGE + at * 2,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${FIRST_PAGE + at * 2 + 1} 0 R ${page.entries ?? ''} >>`,
    );
    bodies.set(FIRST_PAGE + at * 2 + 1, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  for (const [at, object] of objects.entries()) bodies.set(FIRST_EXTRA + at, object);
  return assemble(bodies, trailer);
}

function assemble(bodies: Map<number, string>, trailer: string): Uint8Array {
  let text = '%PDF-1.7\n';
  let table = '';
  for (const [number, body] of [...bodies].sort(([a], [b]) => a - b)) {
    table += `${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...bodies.keys()) + 1;
  const start = text.length;
  text += `xref\n0 1\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, char => char.charCodeAt(0) & 0xff);
}
