/** PDFs written by hand, small enough to see through: text in Helvetica or in a Korean font that is not embedded. */

export interface PdfLine {
  text: string;
  x: number;
  y: number;
  size: number;
  korean?: boolean;
}

export interface PdfPageToMake {
  lines: readonly PdfLine[];
}

/** `labels` is the page label dictionary, such as `/Nums [0 << /S /r >> 2 << /S /D >>]`. */
export function makePdf(pages: readonly PdfPageToMake[], labels = ''): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const latin = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 2 >>';
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /HYSMyeongJo-Medium /Flags 6 /FontBBox [0 -148 1001 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  );
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYSMyeongJo-Medium ${system} /FontDescriptor ${descriptor} 0 R /DW 1000 >>`,
  );
  const korean = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /HYSMyeongJo-Medium /Encoding /UniKS-UCS2-H /DescendantFonts [${descendant} 0 R] >>`,
  );
  const pagesId = objects.length + 1 + pages.length * 2;
  const kids = pages.map(({ lines }) => {
    const content = lines.map(drawLine).join('\n');
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${pagesId} 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font << /L ${latin} 0 R /K ${korean} 0 R >> >> >>`,
    );
  });
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}] >>`);
  const catalog = add(`<< /Type /Catalog /Pages ${pagesId} 0 R ${labels && `/PageLabels << ${labels} >>`} >>`);
  return assemble(objects, catalog);
}

function drawLine({ text, x, y, size, korean }: PdfLine): string {
  const shown = korean
    ? `<${[...Buffer.from(text, 'utf16le').swap16()].map(byte => byte.toString(16).padStart(2, '0')).join('')}>`
    : `(${escapeString(text)})`;
  return `BT /${korean ? 'K' : 'L'} ${size} Tf ${x} ${y} Td ${shown} Tj ET`;
}

function escapeString(text: string): string {
  return text.replace(/[\\()]/g, character => `\\${character}`);
}

function assemble(objects: readonly string[], catalog: number): Buffer {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
