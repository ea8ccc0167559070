/**
 * Writes a PDF that holds nothing but pictures of pages, and at its end a page that says in words why something was painted
 * over. No metadata, no text layer, no names, no dates: the same pictures of the same original make the same bytes.
 */
import { deflateSync } from 'node:zlib';
import type { DrawnPage } from './drawnPage.ts';

export interface PicturePage {
  picture: DrawnPage;
  widthPt: number;
  heightPt: number;
}

const encoder = new TextEncoder();
const A4 = { width: 595, height: 842 };
const MARGIN_PT = 56;
const LINE_PT = 16;
const LINES_A_PAGE = 44;
const CATALOG = 1;
const PAGES = 2;
const FONT = 3;
const FIRST_PAGE = 4;

/** `pageCount` pages come from `pages`; `notes` are lines of plain ASCII; `tag` is what tells it from copies that look the same, in hex. */
export async function* picturePdf(
  pages: AsyncIterable<PicturePage>,
  { pageCount, notes, tag }: { pageCount: number; notes: readonly string[]; tag: string },
): AsyncGenerator<Uint8Array> {
  const noteSheets = sheetsOf(notes);
  const offsets = new Map<number, number>();
  let at = 0;
  const counted = (bytes: Uint8Array): Uint8Array => {
    at += bytes.length;
    return bytes;
  };
  const object = (id: number, body: string): Uint8Array => {
    offsets.set(id, at);
    return counted(encoder.encode(`${id} 0 obj\n${body}\nendobj\n`));
  };
  const stream = (id: number, dictionary: string, bytes: Uint8Array): Uint8Array[] => {
    offsets.set(id, at);
    return [
      counted(encoder.encode(`${id} 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`)),
      counted(bytes),
      counted(encoder.encode('\nendstream\nendobj\n')),
    ];
  };
  const idOf = (index: number): number => FIRST_PAGE + index * 3;
  const total = pageCount + noteSheets.length;
  const kids = Array.from({ length: total }, (_, index) => `${idOf(index)} 0 R`).join(' ');

  // Bytes above 127 in the second line tell programs that this is no text file.
  yield counted(Uint8Array.from([...encoder.encode('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]));
  yield object(CATALOG, `<< /Type /Catalog /Pages ${PAGES} 0 R >>`);
  yield object(PAGES, `<< /Type /Pages /Count ${total} /Kids [${kids}] >>`);
  yield object(FONT, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  let index = 0;
  for await (const { picture, widthPt, heightPt } of pages) {
    const id = idOf(index);
    const [width, height] = [points(widthPt), points(heightPt)];
    yield object(
      id,
      `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /P ${id + 2} 0 R >> >> /Contents ${id + 1} 0 R >>`,
    );
    yield* stream(id + 1, '', encoder.encode(`q ${width} 0 0 ${height} 0 0 cm /P Do Q`));
    yield* stream(id + 2, imageDictionary(picture), deflated(picture));
    index += 1;
  }
  if (index !== pageCount) throw new Error('a copy has another number of pages than was said');
  for (const lines of noteSheets) {
    const id = idOf(index);
    yield object(
      id,
      `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 ${A4.width} ${A4.height}] /Resources << /Font << /F ${FONT} 0 R >> >> /Contents ${id + 1} 0 R >>`,
    );
    yield* stream(id + 1, '', encoder.encode(noteText(lines)));
    // Every page has three numbers, so that they follow from its index.
    yield object(id + 2, 'null');
    index += 1;
  }
  const start = at;
  const size = FIRST_PAGE + total * 3;
  const entries = Array.from(
    { length: size - 1 },
    (_, id) => `${String(offsets.get(id + 1) ?? 0).padStart(10, '0')} 00000 n \n`,
  );
  yield encoder.encode(
    `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${size} /Root ${CATALOG} 0 R /ID [<${tag}> <${tag}>] >>\nstartxref\n${start}\n%%EOF\n`,
  );
}

function imageDictionary({ width, height, channels }: DrawnPage): string {
  const space = channels === 1 ? '/DeviceGray' : '/DeviceRGB';
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${space} /BitsPerComponent 8 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${channels} /BitsPerComponent 8 /Columns ${width} >>`;
}

/** Each line as differences from the one above: areas of one colour become zeros. */
function deflated({ width, height, channels, data }: DrawnPage): Uint8Array {
  const stride = width * channels;
  const lines = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const to = y * (stride + 1);
    lines[to] = 2;
    for (let x = 0; x < stride; x += 1)
      lines[to + 1 + x] = (data[y * stride + x] ?? 0) - (y === 0 ? 0 : (data[(y - 1) * stride + x] ?? 0));
  }
  return deflateSync(lines, { level: 6 });
}

function sheetsOf(notes: readonly string[]): string[][] {
  const sheets: string[][] = [];
  for (let from = 0; from < notes.length; from += LINES_A_PAGE) sheets.push(notes.slice(from, from + LINES_A_PAGE));
  return sheets;
}

function noteText(lines: readonly string[]): string {
  const shown = lines.map(line => `(${line.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&')}) Tj T*`);
  return `BT /F 11 Tf ${LINE_PT} TL ${MARGIN_PT} ${A4.height - MARGIN_PT} Td ${shown.join(' ')} ET`;
}

function points(value: number): number {
  return Math.round(Math.min(Math.max(value, 1), 14_400) * 100) / 100;
}
