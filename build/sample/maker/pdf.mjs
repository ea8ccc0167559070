// Finishes the printed PDFs with qpdf: title, author, dates, printed page labels, password, damage. Make time only.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { MARK, MARK_ASCII } from './mark.mjs';

function qpdf(args) {
  return execFileSync('qpdf', args, { maxBuffer: 64e6, timeout: 60_000, encoding: 'utf8' });
}

const text = value => `u:${value}`;

/** PDF's own date form of an ISO instant, e.g. 2026-03-09T10:00:00Z. */
const pdfDate = iso => `u:D:${iso.replace(/[-:T]/g, '').slice(0, 14)}Z00'00'`;

/** `labels` is PDF's /Nums array, e.g. [0, { '/S': '/r' }, 2, { '/S': '/D' }] for i, ii, 1. */
export function finishPdf(raw, out, { title, author, producer, createdAt, labels, language }) {
  const [, objects] = JSON.parse(qpdf(['--json', '--json-key=qpdf', raw])).qpdf;
  const trailer = objects.trailer.value;
  const rootKey = `obj:${trailer['/Root']}`;
  const infoKey = `obj:${trailer['/Info']}`;
  const info = {
    '/Title': text(title),
    '/Author': text(author),
    '/Subject': text(MARK),
    '/Keywords': text(MARK_ASCII),
    '/Creator': text(producer),
    '/Producer': text('Sample case maker'),
    '/CreationDate': pdfDate(createdAt),
    '/ModDate': pdfDate(createdAt),
  };
  const root = { ...objects[rootKey].value, '/Lang': text(language) };
  if (labels) root['/PageLabels'] = { '/Nums': labels };
  const update = { [rootKey]: { value: root }, [infoKey]: { value: info } };
  const header = { jsonversion: 2, pdfversion: '1.7', maxobjectid: Object.keys(objects).length };
  const updatePath = `${out}.json`;
  writeFileSync(updatePath, JSON.stringify({ qpdf: [header, update] }));
  qpdf([
    raw,
    `--update-from-json=${updatePath}`,
    '--deterministic-id',
    '--object-streams=generate',
    '--compression-level=9',
    '--recompress-flate',
    out,
  ]);
}

export function protectPdf(plain, out, password) {
  qpdf([plain, '--encrypt', password, `owner-of-${password}`, '256', '--', out]);
}

/** Cuts off the end, where the page tree and the table of objects are, and says so in a comment at the top. */
export function damagePdf(plain, out, share) {
  const bytes = readFileSync(plain);
  const firstLineEnd = bytes.indexOf(0x0a) + 1;
  const cut = bytes.subarray(firstLineEnd, Math.floor(bytes.length * share));
  const comment = Buffer.from(`% ${MARK_ASCII}\n% cut short on purpose: this file cannot be read\n`);
  writeFileSync(out, Buffer.concat([bytes.subarray(0, firstLineEnd), comment, cut]));
}

/** A page that is nothing but a picture, as a scanner makes it: no text layer. */
export function pictureOnlyPdf(jpeg, widthPx, heightPx, out) {
  const draw = `q 595 0 0 842 0 0 cm /Im0 Do Q`;
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im0 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    null,
    '<< /Producer (raw) >>',
  ];
  const chunks = [Buffer.from('%PDF-1.7\n%\xb5\xb5\xb5\xb5\n', 'latin1')];
  const offsets = [];
  let length = chunks[0].length;
  const push = buffer => {
    chunks.push(buffer);
    length += buffer.length;
  };
  for (const [index, part] of parts.entries()) {
    offsets.push(length);
    push(Buffer.from(`${index + 1} 0 obj\n`));
    if (part === null) {
      push(
        Buffer.from(
          `<< /Type /XObject /Subtype /Image /Width ${widthPx} /Height ${heightPx} /ColorSpace /DeviceGray ` +
            `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
        ),
      );
      push(jpeg);
      push(Buffer.from('\nendstream'));
    } else push(Buffer.from(part));
    push(Buffer.from('\nendobj\n'));
  }
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = parts.length + 1;
  push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R /Info 6 0 R >>\n` +
        `startxref\n${length}\n%%EOF\n`,
    ),
  );
  writeFileSync(out, Buffer.concat(chunks));
}
