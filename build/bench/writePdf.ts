/**
 * A minimal writer of born-digital PDFs: packed content streams, page labels, Latin in one of the standard fonts and the
 * rest in a font of 16-bit codes with its way back to Unicode, as office programs write them. Nothing is embedded: the
 * bench reads text and draws nothing.
 */
import { deflateSync } from 'node:zlib';

/** A page is its lines. `ballast` lies in a stream that no page shows, as the pictures of a scan would. */
export function writePdf(pages: readonly (readonly string[])[], title: string, ballast?: Uint8Array): Buffer {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer) => objects.push(Buffer.from(body));
  const firstPage = 7;
  const kids = pages.map((_, at) => `${firstPage + at * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /D >>] >> >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] /MediaBox [0 0 595 842] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Batang /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [5 0 R] >>`,
  );
  add(`<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Batang /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
/DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Batang /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>`);
  add(stream(toUnicode()));
  pages.forEach((lines, at) => {
    add(
      `<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${firstPage + at * 2 + 1} 0 R >>`,
    );
    add(stream(content(lines)));
  });
  if (ballast) add(rawStream(ballast));
  add(`<< /Title (${title}) /Producer (bench) >>`);
  return assemble(objects);
}

function content(lines: readonly string[]): string {
  const shown = lines.map(line =>
    isLatin(line) ? `/F1 9 Tf (${escaped(line)}) Tj T*` : `/F2 10 Tf <${codes(line)}> Tj T*`,
  );
  return `BT 12 TL 40 800 Td\n${shown.join('\n')}\nET`;
}

function isLatin(line: string): boolean {
  return /^[\x20-\x7e]*$/.test(line);
}

function escaped(line: string): string {
  return line.replace(/[\\()]/g, character => `\\${character}`);
}

function codes(line: string): string {
  return Array.from(line, character => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

/** Codes are UTF-16 units already; a range may not go beyond the last byte, hence 256 of them, a hundred a section. */
function toUnicode(): string {
  const ranges = Array.from({ length: 256 }, (_, high) => {
    const byte = high.toString(16).padStart(2, '0');
    return `<${byte}00> <${byte}ff> <${byte}00>`;
  });
  const sections: string[] = [];
  for (let at = 0; at < ranges.length; at += 100) {
    const section = ranges.slice(at, at + 100);
    sections.push(`${section.length} beginbfrange\n${section.join('\n')}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${sections.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

function stream(text: string): Buffer {
  const packed = deflateSync(text);
  return Buffer.concat([
    Buffer.from(`<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
}

function rawStream(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`<< /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
}

function assemble(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const put = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  objects.forEach((body, index) => {
    offsets.push(at);
    put(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  });
  const start = at;
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  put(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  put(
    Buffer.from(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
